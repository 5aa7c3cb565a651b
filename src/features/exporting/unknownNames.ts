/** Unknown names in an export: ids of resources, and kinds. */
import { sql } from '../../database/worker.js';
import { distance } from 'fastest-levenshtein';
import { errorProblem, warningProblem, type Problem } from '../../shared/problem.js';
import { quoted, unknownKindsIn, type KindRegistry } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { ExportSelection } from './exportSelection.js';
import { unseenBy } from './leaveOutUnusable.js';
import { missingResources } from './missingResources.call.js';
import { kindPath } from './selectionPaths.js';

/** Maximum number of ids that are compared with those of the branch. */
const maxExplained = 20;
const maxCompared = 5000;
/** A mistyped id differs in one or two characters. Other ids, even those created together, differ in more. */
const maxErrors = 2;

/** NOT_FOUND: ids in `excludeIds` that no resource of the branch has. Without this, the intended resources would be exported. */
export async function unknownExclusions(context: WorkerContext, selection: ExportSelection): Promise<Problem[]> {
  const { branchId, excludeIds } = selection;
  const missing = new Set(await missingResources(context, { branchId, ids: excludeIds }));
  if (missing.size === 0) return [];
  const meant = await meantIds(context, selection, [...missing].slice(0, maxExplained));
  return excludeIds.flatMap((id, index) => {
    if (!missing.has(id)) return [];
    const message = `The resource ${quoted(id)} in excludeIds does not exist on the branch.`;
    const near = meant.get(id);
    const fix = near === undefined ? 'Use an id from a list of resources, or remove it.' : `Did you mean "${near}"?`;
    return [errorProblem('NOT_FOUND', message, { path: ['input', 'excludeIds', String(index)], fix })];
  });
}

/** The id that was probably meant for each text: of the resource with this name, or with a similar id. */
async function meantIds(
  context: WorkerContext,
  selection: ExportSelection,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { connection } = context;
  const rows = await connection.all<{ id: string; name: string }>(
    sql`SELECT id, name FROM resource WHERE branch_id = ${selection.branchId} AND (name IN ${texts}
       OR substr(id, 1, ${halfLength}) IN ${texts.map((text) => text.slice(0, halfLength))}
       OR substr(id, ${halfLength + 1}) IN ${texts.map((text) => text.slice(halfLength))})
     ORDER BY id LIMIT ${maxCompared}`,
  );
  const unseen = await unseenBy(context, selection);
  const shown = rows.filter(({ id }) => !unseen.has(id));
  return new Map(
    texts.flatMap((text): [string, string][] => {
      const named = shown.filter(({ name }) => name === text);
      const near = named.length > 0 ? named : shown.filter(({ id }) => distance(id, text) <= maxErrors);
      return near.length === 1 && near[0] ? [[text, near[0].id]] : [];
    }),
  );
}

const halfLength = 18;

/** UNKNOWN_KIND: unknown kinds in a selection. */
export function unknownKinds(kinds: Pick<KindRegistry, 'list'>, names: readonly string[]): Problem[] {
  return unknownKindsIn(kinds, names).map(({ message, index, fix }) =>
    errorProblem('UNKNOWN_KIND', message, { path: kindPath(index), fix }),
  );
}

/** UNKNOWN_KIND, as a warning: unknown kinds in the filter of a preview, which match nothing. */
export function unknownFilterKinds(kinds: Pick<KindRegistry, 'list'>, names: readonly string[]): Problem[] {
  return unknownKindsIn(kinds, names).map(({ name, index, fix }) => {
    const message = `The filter contains the kind ${quoted(name)}, which this server does not have; it matches no item.`;
    return warningProblem('UNKNOWN_KIND', message, { path: ['filter', 'kinds', String(index)], fix });
  });
}
