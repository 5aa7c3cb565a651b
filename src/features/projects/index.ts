export { Branch } from './branch.entity.js';
export { Project } from './project.entity.js';
export { branchLock } from './locks.js';
export { ProjectRepository } from './project.repository.js';
export { ProjectService, type StartBranch } from './project.service.js';
export { BranchResolver, ProjectResolver } from './project.resolver.js';
