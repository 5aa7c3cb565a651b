import { childTypeId, edgeTraits, specEdges, type EdgeRow } from '../dependencies/worker.js';
import { unseen } from '../../shared/unseen.js';
import type { Requirement } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';

/** Something that an export needs and does not hold. */
export interface ExportRequirement {
  targetKinds: readonly string[];
  targetName: string;
  requirement: Requirement;
  /** Whether the branch that is exported has it. */
  isPresent: boolean;
  /** Every installation has it, or it is deployed by other means. */
  isExternal: boolean;
  requiredByIds: string[];
}

export interface UnresolvedEdge {
  sourceId: string;
  at: string;
  targetName: string;
}

/**
 * What the items of `export_item` name that is not among them: requirements, and among these what is nowhere on the branch. Of what is
 * not for who exports they learn that something is needed, and not what.
 */
export async function findRequirements(
  context: WorkerContext,
  unseenIds: ReadonlySet<string>,
): Promise<{ requirements: ExportRequirement[]; unresolved: UnresolvedEdge[] }> {
  const requirementByKey = new Map<string, ExportRequirement>();
  const unresolved: UnresolvedEdge[] = [];
  // First, by names alone, the edges to what is not in the table: few; only these are resolved.
  const sql = `WITH open AS MATERIALIZED (
      SELECT e.content_id, e.ordinal, x.id FROM export_item x
      JOIN resource s ON s.id = x.id
      JOIN edge e ON e.content_id = s.content_id
      JOIN edge_type y ON y.id = e.type_id
      WHERE NOT EXISTS (
        SELECT 1 FROM export_item n WHERE n.name = e.target_name AND n.namespace = y.target_namespace
          AND EXISTS (SELECT 1 FROM edge_type_target k WHERE k.type_id = y.id AND k.kind = n.kind)))
    SELECT * FROM (${specEdges} JOIN open o ON o.id = s.id AND o.content_id = e.content_id AND o.ordinal = e.ordinal) AS named
    ORDER BY named."targetName", named."sourceId", named.at`;
  for await (const rows of context.connection.windows<EdgeRow>(sql, {}, 1000)) {
    for (const found of rows) {
      const isUnseen = found.targetId !== null && unseenIds.has(found.targetId);
      // Still one for each resource that is meant.
      const row = isUnseen ? { ...found, targetKind: null, targetName: unseen } : found;
      const isExternal = addRequirement(context, requirementByKey, row);
      if (row.targetId === null && !isExternal)
        unresolved.push({ sourceId: row.sourceId, at: row.at, targetName: row.targetName });
    }
  }
  return { requirements: [...requirementByKey.values()], unresolved };
}

/**
 * One requirement for each resource that is meant, however many places name it; where none is, for each name and what it may be.
 * True when the edge names something external.
 */
function addRequirement(
  context: WorkerContext,
  requirementByKey: Map<string, ExportRequirement>,
  row: EdgeRow,
): boolean {
  if (row.typeId === childTypeId) return false;
  const traits = edgeTraits(context, { ...row, targetKind: row.targetKind ?? undefined });
  // What does not travel must exist where the file goes; what was only worth a warning stays so.
  const requirement = traits.requirement === 'INCLUDED' ? 'REQUIRED' : traits.requirement;
  const key = row.targetId ?? JSON.stringify([traits.targetKinds, row.targetName]);
  const known = requirementByKey.get(key);
  if (!known) {
    requirementByKey.set(key, {
      targetKinds: traits.targetKinds,
      targetName: row.targetName,
      requirement,
      isPresent: row.targetId !== null,
      isExternal: traits.isExternal,
      requiredByIds: [row.sourceId],
    });
    return traits.isExternal;
  }
  // It has to suit all places that name it.
  const suited = new Set(traits.targetKinds);
  known.targetKinds = known.targetKinds.filter((kind) => suited.has(kind));
  if (requirement === 'REQUIRED') known.requirement = requirement;
  if (known.requiredByIds.at(-1) !== row.sourceId) known.requiredByIds.push(row.sourceId);
  return traits.isExternal;
}
