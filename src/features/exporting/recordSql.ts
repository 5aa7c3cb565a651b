import { concat, jsonText, sql, type Sql } from '../../database/worker.js';

const text = (column: string): Sql => jsonText(sql.raw(column));

const instance = sql`CASE WHEN p.instance_id IS NULL THEN 'null'
    ELSE ${concat('{"id":', text('p.instance_id'), ',"name":', text('p.instance_name'), '}')} END`;
const project = sql`CASE WHEN p.project_id IS NULL THEN 'null' ELSE ${concat(
  ...['{"id":', text('p.project_id'), ',"key":', text('p.project_key'), ',"name":', text('p.project_name'), '}'],
)} END`;
/** The origins of a reference: its own, and the earlier ones, which are stored as canonical JSON. */
const originsSelect = sql`(SELECT ${concat(
  ...[',"origins":[{"branch":', text('p.branch'), ',"bundleDigest":', text('p.bundle_digest')],
  ...[',"exportedAt":', text('p.exported_at'), ',"instance":', instance, ',"project":', project],
  ...[',"sourceId":', text('r.source_id'), ',"sourceName":', text('r.source_name'), '}'],
  sql`CASE WHEN r.origin_chain IS NOT NULL THEN concat(',', substr(r.origin_chain, 2, length(r.origin_chain) - 2)) END`,
  ']',
)} FROM provenance p WHERE p.id = r.provenance_id)`;

const dependency = concat(
  ...['{"at":', text('e.at'), ',"kinds":', sql`y.target_kinds`, ',"name":', text('e.target_name')],
  ...[',"requirement":"', sql`y.requirement`, '"}'],
);
const dependencies = sql`(SELECT string_agg(d.dependency, ',') FROM (
  SELECT ${dependency} AS dependency FROM edge e JOIN edge_type y ON y.id = e.type_id
  WHERE e.content_id = c.id ORDER BY e.ordinal) AS d)`;

/** A member that is left out where its column is NULL. */
const optional = (member: string, column: string): Sql =>
  sql`CASE WHEN ${sql.raw(column)} IS NOT NULL THEN ${concat(`,"${member}":`, text(column))} END`;

/**
 * SQL that returns a resource as one record of a bundle: canonical JSON (sorted keys, no null members). The database builds it, because
 * parsing and writing objects in this process takes twice as long. Requires `resource r` and `content c`.
 */
export const recordExpression = concat(
  ...['{"dependencies":[', dependencies, '],"digest":"', sql`c.digest`, '"'],
  optional('externalReferenceCode', 'r.external_reference_code'),
  ...[',"id":"', sql`r.id`, '","kind":', text('r.kind'), ',"name":', text('r.name')],
  sql`CASE WHEN r.mode = 'REFERENCE' THEN ${originsSelect} END`,
  sql`CASE WHEN r.parent_id IS NOT NULL THEN (
    SELECT ${concat(',"parent":', text('parent.name'))} FROM resource parent WHERE parent.id = r.parent_id) END`,
  ...[',"spec":', sql`c.spec`],
  optional('title', 'r.title'),
  '}',
);
