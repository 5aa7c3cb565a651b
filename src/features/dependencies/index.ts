export { DependencyRepository } from './dependency.repository.js';
export { DependencyResolver } from './dependency.resolver.js';
export { DependencyCycle } from './dependency.type.js';
export { toResource } from './describeGraph.js';
