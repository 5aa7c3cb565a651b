import type { Database } from '../../database/index.js';
import type { EdgeTypes, KindRegistry } from '../kinds/index.js';
import type { ProjectRepository } from '../projects/index.js';
import type { ReaderRepository, ResourceRepository } from '../resources/index.js';
import type { Workers } from '../workers/index.js';
import { DependencyRepository } from './dependency.repository.js';
import { DependencyResolver } from './dependency.resolver.js';

export { DependencyCycle } from './dependency.type.js';
export { toResource } from './describeGraph.js';

interface DependenciesParts {
  database: Database;
  workers: Workers;
  kinds: KindRegistry;
  edgeTypes: EdgeTypes;
  projects: ProjectRepository;
  resources: ResourceRepository;
  readers: ReaderRepository;
}

/** The resolver of this feature. */
export const dependenciesApi = {
  resolvers: [DependencyResolver],
  wire: (parts: DependenciesParts) => {
    const edges = new DependencyRepository(parts.database, parts.edgeTypes.externalIds());
    return { parts: {}, resolvers: [new DependencyResolver(parts.workers, edges, parts, parts)] };
  },
};
