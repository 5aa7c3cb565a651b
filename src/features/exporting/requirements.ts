import { childTypeId, edgeTraits, specEdges, type EdgeRow } from '../dependencies/index.js';
import type { Requirement } from '../kinds/index.js';
import type { WorkerContext } from '../workers/index.js';

/** Something that an export needs and does not hold. */
export interface ExportRequirement {
  targetKinds: readonly string[];
  targetName: string;
  requirement: Requirement;
  /** Whether the branch that is exported has it. */
  isPresent: boolean;
  requiredByIds: string[];
}

export interface UnresolvedEdge {
  sourceId: string;
  at: string;
  targetName: string;
}

/** What the items of `export_item` name that is not among them: requirements, and among these what is nowhere on the branch. */
export async function findRequirements(
  context: WorkerContext,
): Promise<{ requirements: ExportRequirement[]; unresolved: UnresolvedEdge[] }> {
  const requirementByKey = new Map<string, ExportRequirement>();
  const unresolved: UnresolvedEdge[] = [];
  const sql = `SELECT * FROM (${specEdges} JOIN export_item x ON x.id = s.id) AS named
    WHERE NOT EXISTS (SELECT 1 FROM export_item other WHERE other.id = named."targetId")
    ORDER BY named."targetName", named."sourceId", named.at`;
  for await (const rows of context.connection.windows<EdgeRow>(sql, {}, 1000)) {
    for (const row of rows) {
      addRequirement(context, requirementByKey, row);
      if (row.targetId === null) unresolved.push({ sourceId: row.sourceId, at: row.at, targetName: row.targetName });
    }
  }
  return { requirements: [...requirementByKey.values()], unresolved };
}

/** One requirement for each resource that is meant, however many places name it; where none is, for each name and what it may be. */
function addRequirement(context: WorkerContext, requirementByKey: Map<string, ExportRequirement>, row: EdgeRow): void {
  if (row.typeId === childTypeId) return;
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
      requiredByIds: [row.sourceId],
    });
    return;
  }
  // It has to suit all places that name it.
  const suited = new Set(traits.targetKinds);
  known.targetKinds = known.targetKinds.filter((kind) => suited.has(kind));
  if (requirement === 'REQUIRED') known.requirement = requirement;
  if (known.requiredByIds.at(-1) !== row.sourceId) known.requiredByIds.push(row.sourceId);
}
