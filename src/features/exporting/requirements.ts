import { sql } from '../../database/worker.js';
import {
  childTypeId,
  edgeTraits,
  isBuiltInTarget,
  severityIfMissing,
  specEdges,
  type EdgeRow,
  type EdgeTraits,
} from '../dependencies/worker.js';
import { unseen } from '../../shared/unseen.js';
import type { ProblemSeverity } from '../../shared/problem.js';
import type { Requirement } from '../kinds/worker.js';
import { leadsTo } from '../resources/worker.js';
import type { WorkerContext } from '../workers/index.js';

/** A prerequisite: a resource that an export depends on and does not contain. */
export interface ExportRequirement {
  targetKinds: readonly string[];
  targetName: string;
  requirement: Requirement;
  /** Whether it exists on the exported branch, or is built in. */
  isPresent: boolean;
  /** Whether every installation has it, or it is deployed by other means. */
  isExternal: boolean;
  /** Whether every project has it, without a resource. */
  isBuiltIn: boolean;
  /** The severest of the places that refer to it. */
  severityIfMissing: ProblemSeverity | null;
  requiredByIds: string[];
}

export interface UnresolvedEdge {
  sourceId: string;
  at: string;
  targetName: string;
  severityIfMissing: ProblemSeverity | null;
}

/**
 * Finds the dependencies of `export_item` outside the table: prerequisites, and those that do not exist on the branch. For resources
 * that the caller must not see, only the existence of a prerequisite is reported, without its name.
 */
export async function findRequirements(
  context: WorkerContext,
  unseenIds: ReadonlySet<string>,
): Promise<{ requirements: ExportRequirement[]; unresolved: UnresolvedEdge[] }> {
  const requirementByKey = new Map<string, ExportRequirement>();
  const unresolved: UnresolvedEdge[] = [];
  // First the edges to resources outside the table, matched by name only. They are few, and only these are resolved.
  const outside = sql`WITH open AS MATERIALIZED (
      SELECT e.content_id, e.ordinal, x.id FROM export_item x
      JOIN edge e ON e.content_id = x.content_id
      JOIN edge_type y ON y.id = e.type_id
      WHERE NOT EXISTS (
        SELECT 1 FROM export_item n WHERE n.name = e.target_name AND n.namespace = y.target_namespace
          AND ${leadsTo(sql`y.id`, sql`n.kind`)}))
    SELECT * FROM (${specEdges} JOIN open o ON o.id = s.id AND o.content_id = e.content_id AND o.ordinal = e.ordinal) AS named
    ORDER BY named.target_name, named.source_id, named.at`;
  for await (const rows of context.connection.windows<EdgeRow>(outside, 1000)) {
    for (const found of rows) {
      const isUnseen = found.targetId !== null && unseenIds.has(found.targetId);
      // Hidden targets remain separate prerequisites.
      const row = isUnseen ? { ...found, targetKind: null, targetName: unseen } : found;
      const traits = addRequirement(context, requirementByKey, row);
      if (row.targetId === null && traits && !traits.isExternal) {
        const { sourceId, at, targetName } = row;
        unresolved.push({ sourceId, at, targetName, severityIfMissing: severityIfMissing(traits) });
      }
    }
  }
  return { requirements: [...requirementByKey.values()], unresolved };
}

/**
 * Adds one prerequisite for each target, no matter how many places refer to it; without a target, one for each name and set of kinds.
 * Returns the properties of the edge; undefined for what a resource contains.
 */
function addRequirement(
  context: WorkerContext,
  requirementByKey: Map<string, ExportRequirement>,
  row: EdgeRow,
): EdgeTraits | undefined {
  if (row.typeId === childTypeId) return undefined;
  const traits = edgeTraits(context, { ...row, targetKind: row.targetKind ?? undefined });
  // A dependency that is not exported must exist at the target. ADVISED stays ADVISED.
  const requirement = traits.requirement === 'INCLUDED' ? 'REQUIRED' : traits.requirement;
  const key = row.targetId ?? JSON.stringify([traits.targetKinds, row.targetName]);
  const known = requirementByKey.get(key);
  if (!known) {
    const isBuiltIn = isBuiltInTarget(context, traits, row.targetName);
    requirementByKey.set(key, {
      targetKinds: traits.targetKinds,
      targetName: row.targetName,
      requirement,
      isPresent: row.targetId !== null || isBuiltIn,
      isExternal: traits.isExternal,
      isBuiltIn,
      severityIfMissing: severityIfMissing(traits),
      requiredByIds: [row.sourceId],
    });
    return traits;
  }
  // It must suit every place that refers to it.
  const suited = new Set(traits.targetKinds);
  known.targetKinds = known.targetKinds.filter((kind) => suited.has(kind));
  if (requirement === 'REQUIRED') known.requirement = requirement;
  if (known.requiredByIds.at(-1) !== row.sourceId) known.requiredByIds.push(row.sourceId);
  known.severityIfMissing = severest(known.severityIfMissing, severityIfMissing(traits));
  return traits;
}

function severest(one: ProblemSeverity | null, other: ProblemSeverity | null): ProblemSeverity | null {
  return one === 'ERROR' || other === 'ERROR' ? 'ERROR' : (one ?? other);
}
