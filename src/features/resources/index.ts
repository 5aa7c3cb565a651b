import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { AccessRepository } from '../access/index.js';
import type { KindRegistry } from '../kinds/index.js';
import type { ProjectRepository } from '../projects/index.js';
import type { TaskRepository } from '../tasks/index.js';
import type { Workers } from '../workers/index.js';
import { BranchResourcesRepository } from './branchResources.repository.js';
import { HistoryRepository } from './history/history.repository.js';
import { ReaderRepository } from './readers/reader.repository.js';
import { ReaderService } from './readers/reader.service.js';
import { ResourceRepository } from './resource.repository.js';
import { ResourceService } from './resource.service.js';
import { Resource } from './resource.entity.js';
import { Content } from './content.entity.js';
import { Provenance } from './provenance.entity.js';
import { ResourceRevision } from './history/resourceRevision.entity.js';
import { HistoryResolver, ResourceRevisionResolver } from './history/history.resolver.js';
import { BranchResourcesResolver } from './branchResources.resolver.js';
import { ResourceResolver } from './resource.resolver.js';
import { ReaderResolver, ResourceReaderResolver } from './readers/reader.resolver.js';
import { ResourceReader } from './readers/resourceReader.entity.js';
import { ResourceRestriction } from './readers/resourceRestriction.entity.js';

export { Resource } from './resource.entity.js';
export { ResourceRepository } from './resource.repository.js';
export { Origin, OriginInstance, OriginProject, originOf } from './origin.type.js';
export { copyBranchCall } from './copyBranch.call.js';
export { hideResources } from './readers/hideResources.js';
export { mayRead } from './readers/mayRead.js';
export { ReaderRepository } from './readers/reader.repository.js';

interface ResourcesParts {
  database: Database;
  workers: Workers;
  kinds: KindRegistry;
  clock: Clock;
  access: AccessRepository;
  projects: ProjectRepository;
  tasks: TaskRepository;
}

/** The tables, resolvers and services of this feature. */
export const resourcesApi = {
  entities: [Content, Provenance, Resource, ResourceReader, ResourceRestriction, ResourceRevision],
  resolvers: [
    BranchResourcesResolver,
    HistoryResolver,
    ReaderResolver,
    ResourceReaderResolver,
    ResourceResolver,
    ResourceRevisionResolver,
  ],
  wire: (parts: ResourcesParts) => {
    const { database, access, projects, kinds } = parts;
    const resources = new ResourceRepository(database);
    const readers = new ReaderRepository(database);
    const service = new ResourceService(parts.workers, resources);
    return {
      parts: { resources, readers },
      resolvers: [
        new BranchResourcesResolver({ ...parts, lists: new BranchResourcesRepository(database) }),
        new HistoryResolver({ ...parts, service, resources, history: new HistoryRepository(database) }),
        new ReaderResolver(new ReaderService({ ...parts, resources }), readers),
        new ResourceReaderResolver(access),
        new ResourceResolver(service, resources, projects, kinds),
        new ResourceRevisionResolver({ ...parts, resources }),
      ],
      nodes: [(id: string) => resources.byId(id)],
    };
  },
};
