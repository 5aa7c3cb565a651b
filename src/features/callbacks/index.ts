import { TaskCallback } from './callback.entity.js';
import { CallbackResolver } from './callback.resolver.js';

export { CallbackInput } from './callback.inputs.js';
export { CallbackRepository } from './callback.repository.js';
export { CallbackResolver } from './callback.resolver.js';
export { orderCallback, type CallbackOrder, type CallbackWish } from './callback.rules.js';
export { CallbackSender } from './callbackSender.js';

/** Tables and resolvers of this feature. */
export const callbacksApi = { entities: [TaskCallback], resolvers: [CallbackResolver] };
