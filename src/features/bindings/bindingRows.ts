/**
 * Rows of `binding`, as tasks write them: what resources of a source project are in a project. Whatever a task changes is kept in
 * `binding_change` as it was before, so that an undo takes it back, and the undo of the undo brings it again. Whoever calls these holds
 * `bindingLock`.
 */
import { sql, type Sql, type SqlConnection } from '../../database/worker.js';
import { newId } from '../../shared/clock.js';
import type { BindingType } from './bindingType.js';

/** The project of the bindings, and the project that the names are from. */
export interface BindingScope {
  projectId: string;
  source: { instanceId: string | null; projectId: string; key: string | null; name: string | null };
}

interface TaskChange {
  taskId: string;
  now: string;
}

/** Bindings per statement. */
const windowSize = 1000;

const columnNames = [
  ...(['project_id', 'source_instance_id', 'source_project_id', 'source_project_key', 'source_project_name'] as const),
  ...(['kind', 'namespace', 'name', 'type', 'to_name', 'to_version', 'to_tenant'] as const),
  ...(['created_at', 'updated_at', 'task_id', 'set_by'] as const),
];
const columns = sql.raw(columnNames.join(', '));

/** The columns of a row; `taskId`: in place of the task that wrote it. */
function columnsOf(row: string, { taskId }: { taskId?: string } = {}): Sql {
  const each = columnNames.map((column) =>
    column === 'task_id' && taskId !== undefined ? sql`${taskId}` : sql.raw(`${row}.${column}`),
  );
  return sql.join(each, ', ');
}

/** Whether a binding `b` is of a project, for names of a source project. */
export function isBindingOf({
  projectId,
  source,
}: {
  projectId: string;
  source: Pick<BindingScope['source'], 'instanceId' | 'projectId'>;
}): Sql {
  return sql`b.project_id = ${projectId} AND b.source_project_id = ${source.projectId}
    AND coalesce(b.source_instance_id, '') = ${source.instanceId ?? ''}`;
}

/** A name of the source that is another one here. */
export interface WantedBinding {
  kind: string;
  namespace: string;
  name: string;
  type: BindingType;
  toName: string;
  toVersion: string | null;
  toTenant: string | null;
}

/** Remembers names, inside the caller's transaction. `wanted`: a statement with the columns of {@link WantedBinding}. */
export async function rememberBindings(
  connection: SqlConnection,
  scope: BindingScope,
  { wanted, by }: { wanted: Sql; by: TaskChange },
): Promise<void> {
  const ofScope = isBindingOf(scope);
  const isSame = sql`w.kind = b.kind AND w.name = b.name`;
  const differs = sql`(b.type <> w.type OR b.to_name <> w.to_name OR b.to_version IS DISTINCT FROM w.to_version
    OR b.to_tenant IS DISTINCT FROM w.to_tenant)`;
  await noteChanges(
    connection,
    by.taskId,
    sql`EXISTS (SELECT 1 FROM (${wanted}) AS w WHERE ${isSame} AND ${differs}) AND ${ofScope}`,
  );
  await connection.run(
    sql`UPDATE binding AS b SET type = w.type, to_name = w.to_name, to_version = w.to_version, to_tenant = w.to_tenant,
       updated_at = ${by.now}, task_id = ${by.taskId}, set_by = NULL
     FROM (${wanted}) AS w WHERE ${ofScope} AND ${isSame} AND ${differs}`,
  );
  const news = await connection.all<WantedBinding>(
    sql`SELECT w.* FROM (${wanted}) AS w WHERE NOT EXISTS (SELECT 1 FROM binding b WHERE ${ofScope} AND ${isSame})`,
  );
  for (let start = 0; start < news.length; start += windowSize)
    await insertNew(connection, scope, { news: news.slice(start, start + windowSize), by });
}

async function insertNew(
  connection: SqlConnection,
  { projectId, source }: BindingScope,
  { news, by: { now, taskId } }: { news: readonly WantedBinding[]; by: TaskChange },
): Promise<void> {
  const rows = news.map(({ kind, namespace, name, type, toName, toVersion, toTenant }) => [
    ...[newId(), projectId, source.instanceId, source.projectId, source.key, source.name],
    ...[kind, namespace, name, type, toName, toVersion, toTenant, now, now, taskId, null],
  ]);
  await connection.insertRows('binding', ['id', ...columnNames], rows);
  await connection.run(
    sql`INSERT INTO binding_change (changed_by_task_id, id, existed, ${columns})
     SELECT ${taskId}, b.id, FALSE, ${columnsOf('b')} FROM binding b WHERE b.id IN ${rows.map(([id]) => String(id))}`,
  );
}

/** Forgets bindings, inside the caller's transaction. `where`: a condition on `binding b`; `taskId`: null for a change by hand. */
export async function forgetBindings(
  connection: SqlConnection,
  { where, taskId }: { where: Sql; taskId: string | null },
): Promise<void> {
  if (taskId !== null) await noteChanges(connection, taskId, where);
  await connection.run(sql`DELETE FROM binding WHERE id IN (SELECT b.id FROM binding b WHERE ${where})`);
}

/** Bindings follow the new name of a resource of the project. One that would lead to its own name is of no use any more. */
export async function renameTargets(
  connection: SqlConnection,
  { projectId, namespace, from, to }: { projectId: string; namespace: string; from: string; to: string },
): Promise<void> {
  await connection.run(
    sql`UPDATE binding SET to_name = ${to} WHERE project_id = ${projectId} AND namespace = ${namespace} AND to_name = ${from}`,
  );
  await connection.run(
    sql`DELETE FROM binding WHERE project_id = ${projectId} AND namespace = ${namespace} AND to_name = ${to} AND type = 'RENAME' AND name = to_name`,
  );
}

/** The first state counts if a task changes a binding twice. */
async function noteChanges(connection: SqlConnection, taskId: string, where: Sql): Promise<void> {
  await connection.run(
    sql`INSERT INTO binding_change (changed_by_task_id, id, existed, ${columns})
     SELECT ${taskId}, b.id, TRUE, ${columnsOf('b')} FROM binding b WHERE ${where} ON CONFLICT DO NOTHING`,
  );
}

/**
 * Takes back what a task has changed, inside the caller's transaction: what it made is forgotten, what it changed or forgot is as before.
 * What was changed since stays as it is.
 */
export async function takeBackBindings(
  connection: SqlConnection,
  { taskId, undoId }: { taskId: string; undoId: string },
): Promise<void> {
  const isUntouched = sql`(b.id IS NULL AND c.existed OR b.task_id = ${taskId})`;
  await connection.run(
    sql`INSERT INTO binding_change (changed_by_task_id, id, existed, ${columns})
     SELECT ${undoId}, c.id, b.id IS NOT NULL, ${sql.raw(columnNames.map((column) => `CASE WHEN b.id IS NULL THEN c.${column} ELSE b.${column} END`).join(', '))}
     FROM binding_change c LEFT JOIN binding b ON b.id = c.id WHERE c.changed_by_task_id = ${taskId} AND ${isUntouched}`,
  );
  const noted = sql`SELECT n.id FROM binding_change n WHERE n.changed_by_task_id = ${undoId}`;
  await connection.run(sql`DELETE FROM binding WHERE id IN (${noted})`);
  await connection.run(
    sql`INSERT INTO binding (id, ${columns})
     SELECT c.id, ${columnsOf('c', { taskId: undoId })}
     FROM binding_change c WHERE c.changed_by_task_id = ${taskId} AND c.existed AND c.id IN (${noted}) ON CONFLICT DO NOTHING`,
  );
}

/** Deletes what is known of the changes of tasks, inside the caller's transaction. `taskIds`: a statement with their ids. */
export async function forgetChanges(connection: SqlConnection, taskIds: Sql): Promise<void> {
  await connection.run(sql`DELETE FROM binding_change WHERE changed_by_task_id IN (${taskIds})`);
}
