/** Invariants of every database, each as a statement that finds the rows that violate it. */
import { sql, type Sql } from '../../database/worker.js';
import { isNamed } from '../resources/worker.js';

export interface RowCheck {
  /** The message; `:what` is replaced by the name of the row. */
  sentence: string;
  /** Selects `what`, a name for each wrong row. */
  wrongRows: Sql;
  severity: 'ERROR' | 'WARNING';
}

/** PostgreSQL has an index of its own instead of the table. */
const none = sql`SELECT '' AS what WHERE FALSE`;

const named = sql`r.kind || ' "' || r.name || '"'`;

export const rowChecks: readonly RowCheck[] = [
  {
    sentence: 'Two resources of one branch share the identity :what.',
    wrongRows: sql`SELECT r.namespace || ' "' || r.name || '"' AS what FROM resource r
      GROUP BY r.branch_id, r.namespace, r.name HAVING count(*) > 1`,
    severity: 'ERROR',
  },
  {
    sentence: 'The count of the resources of a kind is wrong: :what.',
    wrongRows: sql`SELECT n.kind || ' on branch ' || n.branch_id AS what FROM (
        SELECT branch_id, kind, total, reference_total FROM resource_count
        UNION ALL SELECT branch_id, kind, -count(*), -count(CASE WHEN mode = 'REFERENCE' THEN 1 END) FROM resource GROUP BY 1, 2) AS n
      GROUP BY n.branch_id, n.kind HAVING sum(n.total) <> 0 OR sum(n.reference_total) <> 0`,
    severity: 'ERROR',
  },
  {
    sentence: 'The content of :what is missing.',
    wrongRows: sql`SELECT ${named} AS what FROM resource r
      WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.id = r.content_id)`,
    severity: 'ERROR',
  },
  {
    sentence: 'The content of :what is of another kind or title than the resource.',
    wrongRows: sql`SELECT ${named} AS what FROM resource r JOIN content c ON c.id = r.content_id
      WHERE c.kind <> r.kind OR c.title IS DISTINCT FROM r.title`,
    severity: 'ERROR',
  },
  {
    sentence: 'The parent of :what is missing, or on another branch.',
    wrongRows: sql`SELECT ${named} AS what FROM resource r WHERE r.parent_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM resource p WHERE p.id = r.parent_id AND p.branch_id = r.branch_id)`,
    severity: 'ERROR',
  },
  {
    sentence: 'The origin of :what is missing.',
    wrongRows: sql`SELECT ${named} AS what FROM resource r WHERE r.provenance_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM provenance p WHERE p.id = r.provenance_id)`,
    severity: 'ERROR',
  },
  {
    sentence: 'A revision has no content: :what.',
    wrongRows: sql`SELECT s.kind || ' "' || s.name || '" revision ' || s.revision AS what FROM resource_revision s
      WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.id = s.content_id)`,
    severity: 'ERROR',
  },
  {
    sentence: 'An item of an import plan has no content: :what.',
    wrongRows: sql`SELECT i.kind || ' "' || i.name || '" of plan ' || p.id AS what FROM import_item i JOIN import_plan p ON p.no = i.plan_no
      WHERE (i.content_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM content c WHERE c.id = i.content_id))
        OR (i.effective_content_id <> coalesce(i.content_id, -1)
          AND NOT EXISTS (SELECT 1 FROM content c WHERE c.id = i.effective_content_id))`,
    severity: 'ERROR',
  },
  {
    sentence: 'A resource has a revision that is not before its present one: :what.',
    wrongRows: sql`SELECT ${named} AS what FROM resource r
      WHERE EXISTS (SELECT 1 FROM resource_revision s WHERE s.resource_id = r.id AND s.revision >= r.revision)`,
    severity: 'ERROR',
  },
  {
    sentence: 'An edge belongs to no content: :what.',
    wrongRows: sql`SELECT e.at || ' of content ' || e.content_id AS what FROM edge e
      WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.id = e.content_id)`,
    severity: 'ERROR',
  },
  {
    sentence: 'An edge of a resource is not found by the name that it leads to: :what.',
    wrongRows: sql.byDialect({
      sqlite: sql`SELECT ${named} || ' at ' || e.at AS what FROM resource r JOIN edge e ON e.content_id = r.content_id
        WHERE NOT EXISTS (SELECT 1 FROM edge_target n
          WHERE n.target_name = e.target_name AND n.content_id = e.content_id AND n.ordinal = e.ordinal)`,
      postgres: none,
    }),
    severity: 'ERROR',
  },
  {
    sentence: 'A name leads back to an edge that does not exist: :what.',
    wrongRows: sql.byDialect({
      sqlite: sql`SELECT n.target_name || ' in content ' || n.content_id AS what FROM edge_target n WHERE NOT EXISTS (
        SELECT 1 FROM edge e
        WHERE e.content_id = n.content_id AND e.ordinal = n.ordinal AND e.target_name = n.target_name)`,
      postgres: none,
    }),
    severity: 'ERROR',
  },
  {
    sentence: 'A unique text belongs to no content: :what.',
    wrongRows: sql`SELECT u.at || ' of content ' || u.content_id AS what FROM content_unique_text u
      WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.id = u.content_id)`,
    severity: 'ERROR',
  },
  {
    sentence: 'A staged item belongs to no plan: :what.',
    wrongRows: sql`SELECT i.name AS what FROM import_item i
      WHERE NOT EXISTS (SELECT 1 FROM import_plan p WHERE p.no = i.plan_no)`,
    severity: 'ERROR',
  },
  {
    sentence: 'Hashes of records belong to no plan: :what.',
    wrongRows: sql`SELECT 'plan ' || f.plan_no AS what FROM import_record_hash f
      WHERE NOT EXISTS (SELECT 1 FROM import_plan p WHERE p.no = f.plan_no)`,
    severity: 'ERROR',
  },
  {
    sentence: 'A change of bindings belongs to no task: :what.',
    wrongRows: sql`SELECT c.name AS what FROM binding_change c
      WHERE NOT EXISTS (SELECT 1 FROM task t WHERE t.id = c.changed_by_task_id)`,
    severity: 'ERROR',
  },
  {
    sentence: 'A task has ended without a time, or has a time without having ended: :what.',
    wrongRows: sql`SELECT t.type || ' ' || t.id AS what FROM task t
      WHERE (t.ended_at IS NULL) <> (t.status IN ('QUEUED', 'RUNNING'))`,
    severity: 'ERROR',
  },
  {
    sentence: 'Nothing points to content :what.',
    // Set by set: otherwise, a database that cannot keep the ids of all items in memory would read them again for each content.
    wrongRows: sql`SELECT c.kind || ' ' || c.id AS what FROM (
        SELECT id FROM content EXCEPT SELECT content_id FROM resource EXCEPT SELECT content_id FROM resource_revision
        EXCEPT SELECT content_id FROM import_item WHERE content_id IS NOT NULL
        EXCEPT SELECT effective_content_id FROM import_item WHERE effective_content_id IS NOT NULL) AS lost
      JOIN content c ON c.id = lost.id`,
    severity: 'WARNING',
  },
  {
    sentence: 'A reference leads nowhere: :what.',
    wrongRows: sql`SELECT ${named} || ' at ' || e.at || ' names "' || e.target_name || '"' AS what
      FROM resource r JOIN edge e ON e.content_id = r.content_id
      JOIN edge_type y ON y.id = e.type_id AND y.requirement <> 'ADVISED' AND y.strength = 'HARD'
      WHERE NOT EXISTS (
        SELECT 1 FROM resource t WHERE t.branch_id = r.branch_id AND ${isNamed('t', sql`e.target_name`)}
          AND t.namespace = y.target_namespace)`,
    severity: 'WARNING',
  },
];
