import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import { hasRole, type Session } from '../../shared/session.js';
import { Task } from '../tasks/index.js';
import { TaskCallback } from './callback.entity.js';
import type { CallbackRepository } from './callback.repository.js';
import { shownAddress } from './shownAddress.js';

@Resolver(() => Task)
export class CallbackResolver {
  constructor(private readonly callbacks: CallbackRepository) {}

  @FieldResolver(() => TaskCallback, {
    nullable: true,
    description: 'The callback that is sent when the task has ended; null if none was requested.',
  })
  async callback(@Root() task: Task, @Ctx() { loaders, session }: RequestContext): Promise<TaskCallback | null> {
    const callback = await loaders.load(this.callbacks.byTaskIds, task.id);
    if (!callback) return null;
    const url = shownAddress(callback.url, { withPath: isOwnersOrManagers(task, session) });
    return Object.assign(new TaskCallback(), callback, { url });
  }
}

function isOwnersOrManagers({ principalId, projectId }: Task, session: Session): boolean {
  return principalId === session.actor.id || (projectId !== null && hasRole(session, projectId, 'MANAGER'));
}
