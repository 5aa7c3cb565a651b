/**
 * The dependencies of the items of a plan, as they will be on the branch: from the effective contents, by effective names. Each ends at an
 * item of the file, which stands for the resource of its name too; else at a resource of the branch; else it is missing.
 */
import { type Sql, sql } from '../../../database/worker.js';
import { parentTypeId } from '../../dependencies/worker.js';
import { isNamed, leadsTo } from '../../resources/worker.js';
import type { PlanRow } from '../tables/planRows.js';

/** A row of {@link planEdges}. */
export interface PlanEdgeRow {
  /** The ordinal of the item that has the dependency. */
  source: number;
  sourceKind: string;
  /** An id of `edge_type`, or `parentTypeId`. */
  typeId: number;
  at: string;
  targetName: string;
  /** The ordinal of the item that it leads to; null if it leads to none. */
  targetItem: number | null;
  /** The resource that it leads to; null if it leads to an item, or is missing. */
  targetResource: string | null;
  /** Null if it is missing. */
  targetKind: string | null;
  /** Whether the target is imported or is on the branch already. */
  isMet: boolean;
}

/** Which edges: their sources and the items that they lead to match `matches`, and they end at no hidden resource. */
interface EdgeChoice {
  /** A condition on an item, by the name of its table. */
  matches: (item: Sql) => Sql;
  hiddenIds: readonly string[];
}

/** Items that are imported, or that the branch has already. */
const isImported = (item: Sql) => sql`${item}.action IN ('CREATE', 'UPDATE', 'REFERENCE_UPDATE', 'UNCHANGED')`;

/** A statement with the columns of {@link PlanEdgeRow}. */
export function planEdges(plan: Pick<PlanRow, 'no' | 'branchId'>, { matches, hiddenIds }: EdgeChoice): Sql {
  const source = sql`i.plan_no = ${plan.no} AND i.ordinal >= 0 AND ${matches(sql`i`)}`;
  const isMet = sql`(t.id IS NOT NULL OR f.ordinal IS NOT NULL AND (${isImported(sql`f`)} OR EXISTS (
    SELECT 1 FROM resource x WHERE x.id = f.existing_id AND x.id NOT IN ${hiddenIds}
      AND (n.type_id = ${sql.raw(String(parentTypeId))} AND x.kind = f.kind OR ${leadsTo(sql`n.type_id`, sql`x.kind`)}))))`;
  return sql`WITH need AS MATERIALIZED (${specDependencies(source)} UNION ALL ${parentDependencies(source)})
    SELECT n.source, n.source_kind, n.type_id, n.at, n.target_name, n.target_item, t.id AS target_resource,
      coalesce(f.kind, t.kind) AS target_kind, ${isMet} AS is_met
    FROM need n
    LEFT JOIN import_item f ON f.plan_no = ${plan.no} AND f.ordinal = n.target_item
    LEFT JOIN resource t ON n.target_item IS NULL AND t.id = (${resourceNamed(plan.branchId)})
    WHERE (f.ordinal IS NULL OR ${matches(sql`f`)})
      AND (t.id IS NOT NULL OR f.ordinal IS NOT NULL OR n.is_reported)
      AND (t.id IS NULL OR t.id NOT IN ${hiddenIds})`;
}

/** The id of the resource that a need `n` leads to, if the file has no item for it. */
const resourceNamed = (branchId: string) => sql`SELECT coalesce(n.into_id, (
  SELECT r.id FROM resource r WHERE r.branch_id = ${branchId} AND ${isNamed('r', sql`n.target_name`)}
    AND (r.kind = n.parent_kind OR n.parent_kind IS NULL AND r.namespace = n.namespace
      AND ${leadsTo(sql`n.type_id`, sql`r.kind`)}) LIMIT 1))`;

/** References in specs. Two items may have one name, of which at most one is imported: that is the one. */
function specDependencies(source: Sql): Sql {
  const itemWhere = (isNamedSo: Sql) => sql`(SELECT f.ordinal FROM import_item f
    WHERE f.plan_no = i.plan_no AND ${isNamedSo} AND f.namespace = y.target_namespace AND ${leadsTo(sql`y.id`, sql`f.kind`)}
    ORDER BY CASE WHEN ${isImported(sql`f`)} THEN 0 ELSE 1 END, f.ordinal LIMIT 1)`;
  return sql`SELECT i.ordinal AS source, i.kind AS source_kind, y.id AS type_id, e.at, e.target_name, y.target_namespace AS namespace,
      NULL AS parent_kind, NULL AS into_id, y.when_missing <> 'IGNORE' AS is_reported,
      coalesce(${itemWhere(sql`f.effective_name = e.target_name AND f.effective_name <> f.name`)},
        ${itemWhere(sql`f.name = e.target_name AND f.effective_name = f.name`)}) AS target_item
    FROM import_item i
    JOIN edge e ON e.content_id = i.effective_content_id
    JOIN edge_type y ON y.id = e.type_id
    WHERE ${source}`;
}

/** Containers: that which was chosen, else that of the file. */
function parentDependencies(source: Sql): Sql {
  return sql`SELECT i.ordinal AS source, i.kind AS source_kind, ${sql.raw(String(parentTypeId))} AS type_id, '' AS at,
      coalesce(i.parent_name, '') AS target_name, '' AS namespace, i.parent_kind, i.into_id, TRUE AS is_reported,
      CASE WHEN i.into_id IS NULL THEN (SELECT f.ordinal FROM import_item f
        WHERE f.plan_no = i.plan_no AND f.name = i.parent_name AND f.kind = i.parent_kind
        ORDER BY CASE WHEN ${isImported(sql`f`)} THEN 0 ELSE 1 END, f.ordinal LIMIT 1) END AS target_item
    FROM import_item i
    WHERE ${source} AND (i.into_id IS NOT NULL OR i.parent_kind IS NOT NULL)`;
}
