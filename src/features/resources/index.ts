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
export { HistoryRepository } from './history/history.repository.js';
export { HistoryResolver, ResourceRevisionResolver } from './history/history.resolver.js';
export { ResourceRepository } from './resource.repository.js';
export { BranchResourcesRepository } from './branchResources.repository.js';
export { BranchResourcesResolver } from './branchResources.resolver.js';
export { ResourceService } from './resource.service.js';
export { ResourceResolver } from './resource.resolver.js';
export { Origin, OriginInstance, OriginProject, originOf } from './origin.type.js';
export { copyBranchCall } from './copyBranch.call.js';
export { hideResources } from './readers/hideResources.js';
export { mayRead } from './readers/mayRead.js';
export { ReaderRepository } from './readers/reader.repository.js';
export { ReaderResolver, ResourceReaderResolver } from './readers/reader.resolver.js';
export { ReaderService } from './readers/reader.service.js';

/** Tables and resolvers of this feature. */
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
};
