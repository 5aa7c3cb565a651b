import { DeletionResolver } from './deletion.resolver.js';

export { DeletionResolver } from './deletion.resolver.js';
export { RetentionSweep } from './retentionSweep.js';

/** Resolvers of this feature. */
export const deletingApi = { resolvers: [DeletionResolver] };
