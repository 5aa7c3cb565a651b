/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
import { dependencyGraphCall } from './dependencyGraph.call.js';

export { type GraphNodeRow, readNodes } from './dependencyGraph.call.js';
export { edgeTraits, isBuiltInTarget, severityIfMissing, type EdgeTraits } from './edgeTraits.js';
export { type EdgeRow, childTypeId, parentTypeId, specEdges } from './edges.sql.js';
export { cyclesAmong } from './findCycles.js';
export { type Graph, GrowingInts } from './graph.js';
export { walkGraph } from './walkGraph.js';

/** What worker threads do for this feature. */
export const dependenciesWork = { calls: [dependencyGraphCall] };
