import { sql } from '../../database/worker.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { restrictedIds, unusableIds } from '../resources/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { refuseDeniedKinds } from './deniedKinds.js';
import type { ExportSelection } from './exportSelection.js';
import { resourceIdPath } from './selectionPaths.js';

/**
 * Excludes resources that the caller must not use from a selection; they become prerequisites of their dependents. Selecting such a
 * resource by id is a problem.
 */
export async function leaveOutUnusable(
  context: WorkerContext,
  selection: ExportSelection,
): Promise<{ selection: ExportSelection; problems: Problem[] }> {
  const { branchId, principalId = null } = selection;
  const denied = await refuseDeniedKinds(context, selection);
  const unusable = [
    ...(await unusableIds(context, { branchId, principalId })),
    ...(await containedIn(context, await unseenBy(context, selection))),
  ];
  if (unusable.length === 0) return { selection, problems: denied };
  const refusedIds = new Set(unusable);
  const refused = selection.resourceIds.filter((id) => refusedIds.has(id));
  return {
    selection: { ...selection, excludeIds: [...selection.excludeIds, ...unusable] },
    problems: [...denied, ...(await forbidden(context, selection, refused))],
  };
}

/** Ids of the resources of the branch that the caller must not see. */
export async function unseenBy(
  context: WorkerContext,
  { branchId, principalId = null, seesRestricted = false }: ExportSelection,
): Promise<ReadonlySet<string>> {
  return new Set(seesRestricted ? [] : await restrictedIds(context, { branchId, principalId }));
}

/** Contents of these resources: the file would name their container, and could not be imported without it. */
async function containedIn({ connection }: WorkerContext, ids: ReadonlySet<string>): Promise<string[]> {
  if (ids.size === 0) return [];
  const rows = await connection.all<{ id: string }>(sql`SELECT id FROM resource WHERE parent_id IN ${[...ids]}`);
  return rows.map(({ id }) => id);
}

async function forbidden(
  context: WorkerContext,
  selection: ExportSelection,
  ids: readonly string[],
): Promise<Problem[]> {
  if (ids.length === 0) return [];
  const hidden = await unseenBy(context, selection);
  const shown = ids.filter((id) => !hidden.has(id));
  const hiddenProblems = selection.resourceIds.flatMap((id, index) => (hidden.has(id) ? [notShown(index)] : []));
  return [...hiddenProblems, ...(await notUsable(context, selection, shown))];
}

/** Does not reveal kind and name of hidden resources. */
function notShown(index: number): Problem {
  return errorProblem('FORBIDDEN', 'You may not read this resource of the selection.', {
    path: resourceIdPath(index),
    fix,
  });
}

const fix = 'Ask a manager of the project to make you a reader, or remove the resource from the selection.';

async function notUsable(
  { connection, kinds }: WorkerContext,
  { resourceIds }: ExportSelection,
  ids: readonly string[],
): Promise<Problem[]> {
  const rows = await connection.all<{ id: string; kind: string; name: string }>(
    sql`SELECT id, kind, name FROM resource WHERE id IN ${ids} ORDER BY name, id`,
  );
  return rows.map(({ id, kind, name }) =>
    errorProblem('FORBIDDEN', `You may not read the ${kinds.get(kind).title} "${name}", or a resource that it shows.`, {
      path: resourceIdPath(resourceIds.indexOf(id)),
      resourceId: id,
      kind,
      name,
      fix,
    }),
  );
}
