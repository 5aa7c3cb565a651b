export { DependencyRepository } from './dependency.repository.js';
export { DependencyResolver } from './dependency.resolver.js';
export { dependencyGraphCall, readNodes, type GraphNodeRow } from './dependencyGraph.call.js';
export { DependencyCycle } from './dependency.type.js';
export { edgeTraits } from './edgeTraits.js';
export { findCycles } from './findCycles.js';
export { toResource } from './describeGraph.js';
export { walkGraph } from './walkGraph.js';
export { specEdges, childTypeId, parentTypeId, type EdgeRow } from './edges.sql.js';
