import type { Database } from '../../database/index.js';
import type { Actor } from '../../shared/actor.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { AuditRepository } from '../audit/index.js';
import type { Capability, KindRegistry } from '../kinds/index.js';
import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';
import { projectLock } from './locks.js';
import type { CreateBranchInput, CreateProjectInput, UpdateProjectInput } from './project.inputs.js';
import { ProjectRepository } from './project.repository.js';
import {
  capabilityInUse,
  checkBranchName,
  checkProject,
  checkProjectName,
  maxBranches,
  type BranchOutcome,
} from './project.rules.js';

type Outcome<Key extends string, Value> = { [key in Key]: Value | null } & { problems: Problem[] };

interface NewBranch {
  id: string;
  projectId: string;
  name: string;
  /** The user who creates it. */
  actor: Actor;
}

/** Creates a branch with the resources of another one, in one transaction. */
export type StartBranch = (branch: NewBranch, fromBranchId: string) => Promise<BranchOutcome>;

interface ProjectServiceParts {
  database: Database;
  projects: ProjectRepository;
  startBranch: StartBranch;
  kinds: KindRegistry;
  clock: Clock;
}

export class ProjectService {
  constructor(private readonly parts: ProjectServiceParts) {}

  /** Creates a project with its default branch `main`. */
  async createProject(input: CreateProjectInput, actor: Actor): Promise<Outcome<'project', Project>> {
    const problems = checkProject(input);
    if (problems.length > 0) return { project: null, problems };
    return this.parts.database.write(async (manager) => {
      if (await ProjectRepository.hasKey(manager, input.key)) return { project: null, problems: [keyTaken(input.key)] };
      const now = new Date(this.parts.clock.now());
      const project = manager.create(Project, {
        id: newId(),
        key: input.key,
        name: input.name,
        description: input.description ?? null,
        capabilities: [...new Set(input.capabilities ?? [])],
        createdAt: now,
        updatedAt: now,
      });
      await manager.insert(Project, project);
      const main = { id: newId(), projectId: project.id, name: 'main', isDefault: true, createdAt: now };
      await manager.insert(Branch, main);
      const { id, key, name } = project;
      await AuditRepository.insert(manager, {
        ...{ at: now.toISOString(), action: 'PROJECT_CREATE', actor, outcome: 'SUCCEEDED' },
        ...{ projectId: id, subjectId: id, detail: { key, name } },
      });
      return { project, problems: [] };
    }, projectLock(input.key));
  }

  /** Changes the given settings of a project. */
  async updateProject(input: UpdateProjectInput, actor: Actor): Promise<Outcome<'project', Project>> {
    const { id, name, description, capabilities } = input;
    const problems = typeof name === 'string' ? checkProjectName(name) : [];
    if (problems.length > 0) return { project: null, problems };
    return this.parts.database.write(async (manager) => {
      const project = isId(id) ? await manager.findOneBy(Project, { id }) : null;
      if (!project) return { project: null, problems: [unknownProject(['input', 'id'])] };
      const chosen = capabilities ? [...new Set(capabilities)] : project.capabilities;
      const lost = project.capabilities.filter((capability) => !chosen.includes(capability));
      const inUse = lost.length > 0 ? this.needersOf(lost, await ProjectRepository.referenceKinds(manager, id)) : [];
      if (inUse.length > 0) return { project: null, problems: inUse };
      const at = this.parts.clock.now();
      const change = {
        name: name ?? project.name,
        description: description === undefined ? project.description : description,
        capabilities: chosen,
        updatedAt: new Date(at),
      };
      await manager.update(Project, { id }, change);
      // Data derived for its branches is outdated.
      await manager.increment(Branch, { projectId: id }, 'version', 1);
      await AuditRepository.insert(manager, {
        ...{ at, action: 'PROJECT_UPDATE', actor, outcome: 'SUCCEEDED', projectId: id, subjectId: id },
        detail: { name: change.name, description: change.description, capabilities: chosen },
      });
      return { project: Object.assign(project, change), problems: [] };
    }, projectLock(id));
  }

  /** Creates a branch, empty or with the resources of another branch of the project. */
  async createBranch(input: CreateBranchInput, actor: Actor): Promise<Outcome<'branch', Branch>> {
    const problems = [...checkBranchName(input.name), ...(await this.checkBranchPlace(input))];
    if (problems.length > 0) return { branch: null, problems };
    const branch = { id: newId(), projectId: input.projectId, name: input.name, actor };
    const taken = await this.insertBranch(branch, input.fromBranchId);
    if (taken) return { branch: null, problems: [taken] };
    return { branch: await this.parts.projects.branchById(branch.id), problems: [] };
  }

  private async insertBranch(
    { actor, ...branch }: NewBranch,
    fromBranchId: string | null | undefined,
  ): Promise<Problem | null> {
    if (fromBranchId !== null && fromBranchId !== undefined) {
      const made = await this.parts.startBranch({ ...branch, actor }, fromBranchId);
      if (made === 'TOO_MANY') return tooManyBranches();
      return made === 'NAME_TAKEN' ? branchTaken(branch.name) : null;
    }
    return this.parts.database.write(async (manager) => {
      if (await ProjectRepository.hasBranch(manager, branch.projectId, branch.name)) return branchTaken(branch.name);
      if ((await manager.countBy(Branch, { projectId: branch.projectId })) >= maxBranches) return tooManyBranches();
      const at = this.parts.clock.now();
      await manager.insert(Branch, { ...branch, isDefault: false, createdAt: new Date(at) });
      const { id: subjectId, projectId, name } = branch;
      await AuditRepository.insert(manager, {
        ...{ at, action: 'BRANCH_CREATE', actor, projectId, subjectId, outcome: 'SUCCEEDED', detail: { name } },
      });
      return null;
    }, projectLock(branch.projectId));
  }

  /** The problems of removing capabilities from a project with references of these kinds. */
  private needersOf(capabilities: readonly Capability[], heldKinds: readonly string[]): Problem[] {
    const held = new Set(heldKinds);
    return capabilities.flatMap((capability) => {
      const needing = this.parts.kinds.list().filter(({ reference }) => reference.requiredCapability === capability);
      const titles = needing.filter(({ name }) => held.has(name)).map(({ title }) => title);
      return titles.length > 0 ? [capabilityInUse(capability, titles)] : [];
    });
  }

  private async checkBranchPlace(input: CreateBranchInput): Promise<Problem[]> {
    if (!(await this.parts.projects.byId(input.projectId))) {
      return [unknownProject(['input', 'projectId'])];
    }
    const [siblings = []] = await this.parts.projects.branchesOfProjects([input.projectId]);
    const problems = siblings.some(({ name }) => name === input.name) ? [branchTaken(input.name)] : [];
    const isFromMissing = input.fromBranchId && !siblings.some(({ id }) => id === input.fromBranchId);
    if (isFromMissing) {
      const message = 'The project has no branch with this id to start from.';
      problems.push(errorProblem('NOT_FOUND', message, { path: ['input', 'fromBranchId'] }));
    }
    return problems;
  }
}

function unknownProject(path: string[]): Problem {
  return errorProblem('NOT_FOUND', 'There is no project with this id.', { path });
}

function keyTaken(key: string): Problem {
  return errorProblem('NAME_TAKEN', `There is a project with the key "${key}" already.`, {
    path: ['input', 'key'],
    fix: 'Choose another key.',
  });
}

function branchTaken(name: string): Problem {
  return errorProblem('NAME_TAKEN', `The project has a branch named "${name}" already.`, {
    path: ['input', 'name'],
    fix: 'Choose another name.',
  });
}

function tooManyBranches(): Problem {
  return errorProblem('TOO_MANY_BRANCHES', `The project already has ${maxBranches} branches, the maximum.`, {
    path: ['input', 'projectId'],
    fix: 'Delete an unused branch, use an existing one, or create another project.',
  });
}
