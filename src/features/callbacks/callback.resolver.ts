import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import { Task } from '../tasks/index.js';
import { TaskCallback } from './callback.entity.js';
import type { CallbackRepository } from './callback.repository.js';

@Resolver(() => Task)
export class CallbackResolver {
  constructor(private readonly callbacks: CallbackRepository) {}

  @FieldResolver(() => TaskCallback, {
    nullable: true,
    description: 'Who is told that it has ended; null when nobody asked for that.',
  })
  callback(@Root() task: Task, @Ctx() { loaders }: RequestContext): Promise<TaskCallback | null> {
    return loaders.load(this.callbacks.byTaskIds, task.id);
  }
}
