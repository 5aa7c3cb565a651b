import { sql, type Sql } from '../../../database/worker.js';
import { parentTypeId } from '../../dependencies/worker.js';
import { isNamed, leadsTo } from '../../resources/worker.js';
import type { ReferenceDeclaration, Requirement } from '../../kinds/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { isInScope, type ItemScope } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';

/** A reference of an item whose target is neither a selected item nor on the branch. */
export interface MissingDependency {
  ordinal: number;
  /** An id of `edge_type`, or `parentTypeId`. */
  typeId: number;
  at: string;
  targetName: string;
  requirement: Requirement;
  whenMissing: ReferenceDeclaration['whenMissing'];
  /** Whether the file contains the target, but deselected, blocked or in collision. */
  isInFile: boolean;
  /** Whether that target is selected: it is to be decided, and this item follows. */
  isTargetOpen: boolean;
  /** Whether the item refers to itself. */
  isItself: boolean;
}

type PlanKey = Pick<PlanRow, 'no' | 'branchId'>;

type DependencyRow = Omit<MissingDependency, 'isInFile' | 'isTargetOpen' | 'isItself'> & {
  fileOrdinal: number | null;
  isFileSelected: boolean | null;
};

/**
 * The unmet references of the items `i` of a plan for which the condition `where` holds, in windows. A replaced name means
 * its replacement. A name in the file means that item, whatever its new name; the resource of the branch is used only if the
 * item is not imported. `isOwnState`: an item that is only blocked by its own dependencies counts as importable.
 */
export async function* missingDependencies(
  { connection, kinds }: WorkerContext,
  plan: PlanKey,
  { where, isOwnState = false, scope }: { where: Sql; isOwnState?: boolean; scope?: ItemScope },
): AsyncGenerator<MissingDependency[]> {
  const looseKinds = kinds.list().flatMap(({ name, isParentOptional }) => (isParentOptional ? [name] : []));
  const unfit = isOwnState ? isUnfitItself : isUnfit;
  const ofSpecs = specDependencies(plan, { where, unfit, scope });
  for (const unmet of [ofSpecs, parentDependencies(plan, { where, unfit, scope, looseKinds })]) {
    // Reads all rows: the caller writes while iterating, and unmet references are few.
    const rows = await connection.all<DependencyRow>(unmet);
    if (rows.length > 0) {
      yield rows.map(({ fileOrdinal, isFileSelected, ...dependency }) => ({
        ...dependency,
        isInFile: fileOrdinal !== null,
        isTargetOpen: isFileSelected === true,
        isItself: fileOrdinal === dependency.ordinal,
      }));
    }
  }
}

/** Items `f` that are not imported; the condition of the index `import_item_unfit`. */
const isUnfit = sql`(f.is_selected = FALSE OR f.action IN ('BLOCKED', 'COLLISION'))`;

/** The same, but for items that only their dependencies block. */
const isUnfitItself = sql`(${isUnfit} AND coalesce(f.reason, '') NOT IN ('DEPENDENCY_MISSING', 'DEPENDENCY_OPEN', 'DEPENDENCY_BLOCKED'))`;

interface Wanted {
  where: Sql;
  /** Whether an item `f` is not imported. */
  unfit: Sql;
  scope: ItemScope;
}

/**
 * First, by indexes alone, the references that no importable item satisfies, which are few; then what the branch has. `where`
 * is a condition on items `i`.
 */
const specDependencies = ({ no, branchId }: PlanKey, { where, unfit, scope }: Wanted) => sql`WITH open AS MATERIALIZED (
    SELECT i.ordinal, i.plan_no, e.ordinal AS place, e.at, e.target_name, coalesce(m.to_name, e.target_name) AS wanted_name,
      y.id AS type_id, y.requirement, y.when_missing, y.target_namespace
    FROM import_item i
    JOIN edge e ON e.content_id = i.content_id
    JOIN edge_type y ON y.id = e.type_id
    LEFT JOIN import_remap m ON m.plan_no = i.plan_no AND m.namespace = y.target_namespace AND m.name = e.target_name
    WHERE i.plan_no = ${no} AND i.ordinal >= 0 AND ${isInScope(sql`i.ordinal`, scope)} AND y.when_missing <> 'IGNORE' AND (${where})
      AND (NOT EXISTS (
          SELECT 1 FROM import_item f WHERE f.plan_no = i.plan_no AND f.name = coalesce(m.to_name, e.target_name)
            AND f.namespace = y.target_namespace
            AND ${leadsTo(sql`y.id`, sql`f.kind`)})
        OR EXISTS (
          SELECT 1 FROM import_item f WHERE f.plan_no = i.plan_no AND f.name = coalesce(m.to_name, e.target_name)
            AND f.namespace = y.target_namespace AND ${unfit})))
  SELECT o.ordinal, o.type_id, o.at, o.target_name, o.requirement, o.when_missing, f.ordinal AS file_ordinal,
    f.is_selected AS is_file_selected
  FROM open o
  LEFT JOIN import_item f ON f.plan_no = o.plan_no AND f.name = o.wanted_name AND f.namespace = o.target_namespace
    AND ${leadsTo(sql`o.type_id`, sql`f.kind`)}
  WHERE (f.ordinal IS NULL OR ${unfit})
    AND NOT EXISTS (
      SELECT 1 FROM resource t WHERE t.branch_id = ${branchId}
        AND ${isNamed('t', sql`coalesce(f.effective_name, o.wanted_name)`)} AND t.namespace = o.target_namespace
        AND ${leadsTo(sql`o.type_id`, sql`t.kind`)})
  ORDER BY o.ordinal, o.place`;

/**
 * An item that may be outside a container is imported without it if the container is not imported; it is blocked if the
 * container is selected but cannot be imported.
 */
function parentDependencies(
  { no, branchId }: PlanKey,
  { where, unfit, scope, looseKinds }: Wanted & { looseKinds: readonly string[] },
): Sql {
  const isLoose = sql`i.kind IN ${looseKinds}`;
  return sql`SELECT i.ordinal, ${sql.raw(String(parentTypeId))} AS type_id, '' AS at, coalesce(i.parent_name, '') AS target_name,
      CASE WHEN ${isLoose} THEN 'ADVISED' ELSE 'INCLUDED' END AS requirement,
      CASE WHEN ${isLoose} AND (f.ordinal IS NULL OR NOT f.is_selected) THEN 'WARN' ELSE 'BLOCK' END AS when_missing,
      f.ordinal AS file_ordinal, f.is_selected AS is_file_selected
    FROM import_item i
    LEFT JOIN import_item f ON f.plan_no = i.plan_no AND f.name = i.parent_name AND f.kind = i.parent_kind
    WHERE i.plan_no = ${no} AND i.parent_kind IS NOT NULL AND i.into_id IS NULL
      AND ${isInScope(sql`i.ordinal`, scope)} AND (f.ordinal IS NULL OR ${unfit})
      AND NOT EXISTS (
        SELECT 1 FROM resource t WHERE t.branch_id = ${branchId}
          AND ${isNamed('t', sql`coalesce(f.effective_name, i.parent_name)`)} AND t.kind = i.parent_kind)
      AND (${where}) ORDER BY i.ordinal`;
}
