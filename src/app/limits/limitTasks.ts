import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { TaskLimit } from '../../features/tasks/index.js';
import type { RequestContext } from '../../graphql/index.js';

/** Mutations that write a task. */
const taskMutations = [
  'startExport',
  'stageImport',
  'stageTransfer',
  'executeImport',
  'undoImport',
  'setImportOptions',
];

/** Refuses mutations that write a task of a principal who has too many. */
export function limitTasks(schema: GraphQLSchema, taskLimit: TaskLimit): void {
  for (const name of taskMutations) {
    const field = schema.getMutationType()?.getFields()[name];
    const resolve = field?.resolve as GraphQLFieldResolver<unknown, RequestContext> | undefined;
    if (!field || !resolve) continue;
    // oxlint-disable-next-line waybill/no-long-parameter-list -- the four parameters of a resolver of graphql-js
    field.resolve = (source, args: Record<string, unknown>, context: RequestContext, info) =>
      taskLimit.within(context.session.actor.id, () => Promise.resolve(resolve(source, args, context, info)));
  }
}
