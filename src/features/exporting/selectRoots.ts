import { sql, type Sql } from '../../database/worker.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { JsonObject } from '../../shared/json.js';
import type { WorkerContext } from '../workers/index.js';
import { unknownFields } from './exportFields.js';
import type { ExportSelection } from './exportSelection.js';
import { recordFieldsOf, RecordSorts } from './recordFieldsOf.js';
import { missingResources } from './missingResources.call.js';
import { resourceIdPath } from './selectionPaths.js';
import { compileRecordFilter } from './recordFilter.js';
import { unknownKinds } from './unknownNames.js';

interface RootRow {
  id: string;
  kind: string;
  name: string;
  parentId: string | null;
  spec: string | null;
}

/**
 * The selected resources that match the filter. Kinds that are never exported, and resources that exist in every project (built-in cast
 * functions), are skipped for "all" and for kinds. Selecting one of them by id is a problem.
 */
export async function selectRoots(
  context: WorkerContext,
  selection: ExportSelection,
): Promise<{ rootIds: string[]; problems: Problem[] }> {
  const problems = [...(await unknownIds(context, selection)), ...unknownKinds(context.kinds, selection.kinds)];
  const excluded = new Set(selection.excludeIds);
  const placeById = new Map(selection.resourceIds.map((id, index) => [id, index]));
  const { recordFilter = [] } = selection;
  const passes = compileRecordFilter(recordFilter);
  const sorts = new RecordSorts(context.kinds);
  const rootIds: string[] = [];
  for await (const rows of context.connection.windows<RootRow>(selectedResources(selection), 1000)) {
    for (const row of rows) {
      if (recordFilter.length > 0) sorts.add(row);
      if (travels(context, row)) {
        const isMeant = recordFilter.length === 0 || passes(JSON.parse(row.spec ?? '{}') as JsonObject);
        if (isMeant && !excluded.has(row.id)) rootIds.push(row.id);
      } else {
        const place = placeById.get(row.id);
        if (place !== undefined) problems.push(notExportable(context, row, place));
      }
    }
  }
  if (sorts.list.length > 0) problems.push(...(await unknownFilterFields(context, sorts, selection)));
  return { rootIds, problems };
}

async function unknownFilterFields(
  context: WorkerContext,
  sorts: RecordSorts,
  { branchId, recordFilter = [] }: ExportSelection,
): Promise<Problem[]> {
  const known = await recordFieldsOf(context, branchId, sorts.list);
  const fields = recordFilter.map(({ field }) => field);
  return unknownFields(known, fields, (index) => ['input', 'recordFilter', String(index), 'field']);
}

function selectedResources(selection: ExportSelection): Sql {
  const { branchId, isAll, recordFilter = [], kinds: selectedKinds, resourceIds } = selection;
  return sql`SELECT r.id, r.kind, r.name, r.parent_id,
      CASE WHEN ${recordFilter.length > 0} THEN c.spec END AS spec
    FROM resource r JOIN content c ON c.id = r.content_id
    WHERE r.branch_id = ${branchId} AND (${isAll} OR r.kind IN ${selectedKinds} OR r.id IN ${resourceIds})
    ORDER BY lower(r.name), r.namespace, r.name`;
}

function travels({ kinds }: WorkerContext, row: RootRow): boolean {
  return kinds.get(row.kind).isExportable && !kinds.isBuiltIn([row.kind], row.name);
}

async function unknownIds(context: WorkerContext, { branchId, resourceIds }: ExportSelection): Promise<Problem[]> {
  const missing = new Set(await missingResources(context, { branchId, ids: resourceIds }));
  return resourceIds
    .map((id, index) => ({ id, index }))
    .filter(({ id }) => missing.has(id))
    .map(({ id, index }) =>
      errorProblem('NOT_FOUND', `There is no resource "${id.slice(0, 80)}" on the branch.`, {
        path: resourceIdPath(index),
      }),
    );
}

function notExportable({ kinds }: WorkerContext, { id, kind, name }: RootRow, place: number): Problem {
  const { title, isExportable } = kinds.get(kind);
  const why = isExportable ? 'it exists in every project' : 'resources of this kind are never exported';
  return errorProblem('NOT_EXPORTABLE', `${title} "${name}" cannot be exported: ${why}.`, {
    path: resourceIdPath(place),
    resourceId: id,
    kind,
    name,
    fix: 'Remove it from the selection. If other resources depend on it, it is listed as a prerequisite.',
  });
}
