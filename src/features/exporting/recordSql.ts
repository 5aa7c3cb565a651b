import { jsonText, sql, type Sql } from '../../database/worker.js';

const text = (column: string): Sql => jsonText(sql.raw(column));

const instance = sql`CASE WHEN p.instance_id IS NULL THEN 'null'
    ELSE '{"id":' || ${text('p.instance_id')} || ',"name":' || ${text('p.instance_name')} || '}' END`;
const project = sql`CASE WHEN p.project_id IS NULL THEN 'null'
    ELSE '{"id":' || ${text('p.project_id')} || ',"key":' || ${text('p.project_key')} || ',"name":' || ${text('p.project_name')} || '}' END`;
/** The origins of a reference: its own, and the earlier ones, which are stored as canonical JSON. */
const originsSelect = sql`(SELECT ',"origins":[{"branch":' || ${text('p.branch')} || ',"bundleDigest":' || ${text('p.bundle_digest')}
      || ',"exportedAt":' || ${text('p.exported_at')} || ',"instance":' || ${instance} || ',"project":' || ${project}
      || ',"sourceId":' || ${text('r.source_id')} || ',"sourceName":' || ${text('r.source_name')} || '}'
      || CASE WHEN r.origin_chain IS NULL THEN '' ELSE ',' || substr(r.origin_chain, 2, length(r.origin_chain) - 2) END
      || ']'
    FROM provenance p WHERE p.id = r.provenance_id)`;

/**
 * SQL that returns a resource as one record of a bundle: canonical JSON (sorted keys, no null members). The database builds it, because
 * parsing and writing objects in this process takes twice as long. Requires `resource r` and `content c`.
 */
export const recordExpression = sql`'{"dependencies":[' || coalesce((
      SELECT string_agg(d.dependency, ',') FROM (
        SELECT '{"at":' || ${text('e.at')} || ',"kinds":' || y.target_kinds || ',"name":' || ${text('e.target_name')}
          || ',"requirement":"' || y.requirement || '"}' AS dependency
        FROM edge e JOIN edge_type y ON y.id = e.type_id WHERE e.content_id = c.id ORDER BY e.ordinal) AS d), '')
    || '],"digest":"' || c.digest || '"'
    || CASE WHEN r.external_reference_code IS NULL THEN ''
       ELSE ',"externalReferenceCode":' || ${text('r.external_reference_code')} END
    || ',"id":"' || r.id || '","kind":' || ${text('r.kind')} || ',"name":' || ${text('r.name')}
    || CASE WHEN r.mode = 'REFERENCE' THEN coalesce(${originsSelect}, '') ELSE '' END
    || CASE WHEN r.parent_id IS NULL THEN '' ELSE coalesce((
         SELECT ',"parent":' || ${text('parent.name')} FROM resource parent WHERE parent.id = r.parent_id), '') END
    || ',"spec":' || c.spec
    || CASE WHEN r.title IS NULL THEN '' ELSE ',"title":' || ${text('r.title')} END
    || '}'`;
