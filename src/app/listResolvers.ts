import type { Database } from '../database/index.js';
import type { AccessRepository } from '../features/access/index.js';
import type { AuditRepository } from '../features/audit/index.js';
import {
  BranchPlansResolver,
  PlanListRepository,
  TaskPlanResolver,
  type ImportRepository,
} from '../features/importing/index.js';
import type { KindRegistry } from '../features/kinds/index.js';
import type { ProjectRepository } from '../features/projects/index.js';
import {
  BranchResourcesRepository,
  BranchResourcesResolver,
  type ResourceRepository,
} from '../features/resources/index.js';
import { ProjectTasksResolver, type TaskRepository } from '../features/tasks/index.js';
import { ProjectTemplatesResolver, type TemplateRepository } from '../features/templates/index.js';
import { NodeResolver } from './node.resolver.js';

interface ListParts {
  database: Database;
  kinds: KindRegistry;
  access: AccessRepository;
  audit: AuditRepository;
  imports: ImportRepository;
  projects: ProjectRepository;
  resources: ResourceRepository;
  tasks: TaskRepository;
  templates: TemplateRepository;
}

/** The resolvers of lists of projects and branches, and of `node`. */
export function listResolvers(parts: ListParts): object[] {
  const { database, kinds, projects, resources, tasks, imports, templates, access, audit } = parts;
  return [
    new BranchPlansResolver(new PlanListRepository(database), projects),
    new BranchResourcesResolver({ lists: new BranchResourcesRepository(database), projects, kinds }),
    new ProjectTasksResolver(tasks),
    new ProjectTemplatesResolver(templates),
    new TaskPlanResolver(imports),
    new NodeResolver([
      (id) => resources.byId(id),
      (id) => tasks.byId(id),
      (id) => projects.byId(id),
      (id) => projects.branchById(id),
      (id) => imports.byId(id),
      (id) => imports.itemById(id),
      (id) => templates.byId(id),
      (id) => access.principalById(id),
      (id) => access.tokenById(id),
      (id) => audit.byId(id),
    ]),
  ];
}
