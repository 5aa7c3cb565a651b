import { DependencyResolver } from './dependency.resolver.js';

export { DependencyRepository } from './dependency.repository.js';
export { DependencyResolver } from './dependency.resolver.js';
export { DependencyCycle } from './dependency.type.js';
export { toResource } from './describeGraph.js';

/** Tables and resolvers of this feature. */
export const dependenciesApi = { resolvers: [DependencyResolver] };
