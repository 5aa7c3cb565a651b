import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';
import { ProjectPack } from './projectPack.entity.js';
import { ProjectPackResolver } from './projectPack.resolver.js';
import { BranchResolver, ProjectResolver } from './project.resolver.js';

export { Branch } from './branch.entity.js';
export { Project } from './project.entity.js';
export { branchLock } from './locks.js';
export { ProjectPackRepository } from './projectPack.repository.js';
export { ProjectPackResolver } from './projectPack.resolver.js';
export { ProjectPackService } from './projectPack.service.js';
export { maxBranches } from './project.rules.js';
export { ProjectRepository } from './project.repository.js';
export { ProjectService, type StartBranch } from './project.service.js';
export { BranchWatch } from './branchWatch.js';
export { BranchResolver, ProjectResolver, type BranchSubscriptionContext } from './project.resolver.js';

/** Tables and resolvers of this feature. */
export const projectsApi = {
  entities: [Branch, Project, ProjectPack],
  resolvers: [BranchResolver, ProjectPackResolver, ProjectResolver],
};
