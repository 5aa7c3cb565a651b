import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import type { TaskHub, TaskRepository } from '../tasks/index.js';
import { CallbackRepository } from './callback.repository.js';
import { CallbackSender } from './callbackSender.js';
import { TaskCallback } from './callback.entity.js';
import { CallbackResolver } from './callback.resolver.js';

export { CallbackInput } from './callback.inputs.js';
export { shownAddress } from './shownAddress.js';
export { CallbackRepository } from './callback.repository.js';
export { orderCallback, type CallbackOrder, type CallbackWish } from './callback.rules.js';

interface CallbacksParts {
  config: Pick<Config, 'callbacks'>;
  logger: Logger;
  database: Database;
  clock: Clock;
  tasks: TaskRepository;
  hub: TaskHub;
}

/** The table, the resolver and the sender of this feature. */
export const callbacksApi = {
  entities: [TaskCallback],
  resolvers: [CallbackResolver],
  wire: (parts: CallbacksParts) => {
    const callbacks = new CallbackRepository(parts.database);
    return {
      parts: {},
      resolvers: [new CallbackResolver(callbacks)],
      background: [new CallbackSender({ ...parts, callbacks, settings: parts.config.callbacks })],
    };
  },
};
