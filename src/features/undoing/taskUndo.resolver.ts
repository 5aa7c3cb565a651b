/** What was made of a task afterwards: whether it is undone, and by which task. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import { Task, type TaskRepository } from '../tasks/index.js';

@Resolver(() => Task)
export class TaskUndoResolver {
  constructor(private readonly tasks: TaskRepository) {}

  @FieldResolver(() => Boolean, {
    description:
      'Whether what the task did is undone: an undo of it has completed, and was not undone itself. It stays true when the task of that undo is deleted.',
  })
  async isUndone(@Root() { id }: Task, @Ctx() { loaders }: RequestContext): Promise<boolean> {
    return (await loaders.load(this.tasks.undosOf, id))?.isUndone ?? false;
  }

  @FieldResolver(() => Task, {
    nullable: true,
    description:
      'The last of the tasks that undid this one: its undo, the undo of that undo, and so on, completed or not yet. It is the one that undoImport takes. Null if there is none; those that failed, were cancelled or were deleted do not count.',
  })
  async lastUndo(@Root() { id }: Task, @Ctx() { loaders }: RequestContext): Promise<Task | null> {
    const lastId = (await loaders.load(this.tasks.undosOf, id))?.lastId ?? null;
    return lastId === null ? null : loaders.load(this.tasks.byIds, lastId);
  }
}
