/**
 * Limits the open tasks of a principal, because each occupies a worker, and the size of their files. Both are counted in the
 * database, which servers share, plus the tasks that this server is about to write, so that simultaneous requests cannot exceed
 * the limit.
 */
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../../graphql/index.js';
import type { StoredFileRepository } from '../../features/files/index.js';
import type { TaskRepository } from '../../features/tasks/index.js';
import type { Config } from '../../shared/config.js';
import { refusals } from './refusals.js';

/** Mutations that write a task. */
const taskMutations = [
  'startExport',
  'stageImport',
  'stageTransfer',
  'executeImport',
  'undoImport',
  'setImportOptions',
];

interface Counts {
  tasks: Pick<TaskRepository, 'openCountOf'>;
  files: Pick<StoredFileRepository, 'bytesOf'>;
}

export function limitTasks(
  schema: GraphQLSchema,
  { tasks, files }: Counts,
  { tasks: maxCount, storedBytes: maxBytes }: Pick<Config['ofEach'], 'tasks' | 'storedBytes'>,
): void {
  const beginningBy = new Map<string, number>();
  for (const name of taskMutations) {
    const field = schema.getMutationType()?.getFields()[name];
    const resolve = field?.resolve as GraphQLFieldResolver<unknown, RequestContext> | undefined;
    if (!field || !resolve) continue;
    // oxlint-disable-next-line waybill/no-long-parameter-list -- the four parameters of a resolver of graphql-js
    field.resolve = async (source, args: Record<string, unknown>, context: RequestContext, info) => {
      const { id } = context.session.actor;
      const beginning = beginningBy.get(id) ?? 0;
      beginningBy.set(id, beginning + 1);
      try {
        const [openCount, storedBytes] = await Promise.all([tasks.openCountOf(id), files.bytesOf(id)]);
        if (openCount + beginning >= maxCount) throw refusals.tooManyTasks(maxCount);
        if (storedBytes >= maxBytes) throw refusals.tooManyStoredBytes(storedBytes, maxBytes);
        return await resolve(source, args, context, info);
      } finally {
        const left = (beginningBy.get(id) ?? 1) - 1;
        if (left === 0) beginningBy.delete(id);
        else beginningBy.set(id, left);
      }
    };
  }
}
