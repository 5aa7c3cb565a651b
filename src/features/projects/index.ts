import type { Database } from '../../database/index.js';
import type { RedisLink } from '../../redis/redisLink.js';
import type { Clock } from '../../shared/clock.js';
import type { KindRegistry } from '../kinds/index.js';
import { BranchWatch } from './branchWatch.js';
import { ProjectRepository } from './project.repository.js';
import { ProjectService, type StartBranch } from './project.service.js';
import { ProjectPackRepository } from './projectPack.repository.js';
import { ProjectPackService } from './projectPack.service.js';
import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';
import { ProjectPack } from './projectPack.entity.js';
import { ProjectPackResolver } from './projectPack.resolver.js';
import { BranchResolver, ProjectResolver } from './project.resolver.js';

export { Branch } from './branch.entity.js';
export { Project } from './project.entity.js';
export { branchTopic } from './branchWatch.js';
export { branchLock } from './locks.js';
export { ProjectPackService } from './projectPack.service.js';
export { maxBranches } from './project.rules.js';
export { ProjectRepository } from './project.repository.js';
export { type StartBranch } from './project.service.js';
export { type BranchSubscriptionContext } from './project.resolver.js';

interface ProjectsParts {
  database: Database;
  kinds: KindRegistry;
  clock: Clock;
  /** Undefined: changes of other servers are found in the database. */
  redis: RedisLink | undefined;
  /** Given by the server, because it copies resources, which know this feature. */
  startBranch: StartBranch;
}

/** The tables, resolvers and services of this feature. */
export const projectsApi = {
  entities: [Branch, Project, ProjectPack],
  resolvers: [BranchResolver, ProjectPackResolver, ProjectResolver],
  wire: (parts: ProjectsParts) => {
    const projects = new ProjectRepository(parts.database);
    const choices = new ProjectPackRepository(parts.database);
    const projectService = new ProjectService({ ...parts, projects });
    const projectPacks = new ProjectPackService({ ...parts, projects, choices });
    return {
      parts: {
        ...{ projects, projectService, projectPacks },
        offPacks: projectPacks.offPacks,
        branchUpdates: new BranchWatch(projects, parts.redis).updatesOf,
      },
      resolvers: [
        new BranchResolver(projects),
        new ProjectPackResolver(projectPacks, choices),
        new ProjectResolver(projectService, projects),
      ],
      nodes: [(id: string) => projects.byId(id), (id: string) => projects.branchById(id)],
    };
  },
};
