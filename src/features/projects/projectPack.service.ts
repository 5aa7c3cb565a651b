import type { Database } from '../../database/index.js';
import type { Actor } from '../../shared/actor.js';
import type { Clock } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { AuditRepository } from '../audit/index.js';
import type { KindPack, KindRegistry } from '../kinds/index.js';
import { projectLock } from './locks.js';
import { isPackEnabled, packOff } from './offPacks.js';
import type { Project } from './project.entity.js';
import type { ProjectRepository } from './project.repository.js';
import type { ProjectPack } from './projectPack.entity.js';
import { ProjectPackRepository } from './projectPack.repository.js';
import type { ProjectPackType, SetPackEnabledInput } from './projectPack.type.js';

interface ProjectPackServiceParts {
  database: Database;
  projects: ProjectRepository;
  choices: ProjectPackRepository;
  kinds: KindRegistry;
  clock: Clock;
}

/** Lists and switches the packs of a project. */
export class ProjectPackService {
  constructor(private readonly parts: ProjectPackServiceParts) {}

  /** All packs of this server, with their state in a project. */
  packsWith(switches: readonly ProjectPack[]): ProjectPackType[] {
    const switchByPack = new Map(switches.map(({ pack, isEnabled }) => [pack, isEnabled]));
    return this.parts.kinds.listPacks().map((pack) => ({
      name: pack.name,
      title: pack.title,
      isBeta: pack.state === 'beta',
      isEnabled: isPackEnabled(pack, switchByPack.get(pack.name)),
    }));
  }

  /** Names of the packs that are off on this server, or in a project. */
  readonly offPacks = async (projectId: string | null): Promise<ReadonlySet<string>> => {
    const [switches = []] = projectId === null ? [] : await this.parts.choices.switchesOf([projectId]);
    const off = this.packsWith(switches).filter(({ isEnabled }) => !isEnabled);
    return new Set(off.map(({ name }) => name));
  };

  /** Names of the kinds of the packs that are on in a project. */
  async kindNamesIn(projectId: string): Promise<ReadonlySet<string>> {
    const off = await this.offPacks(projectId);
    const packs = this.parts.kinds.listPacks().filter(({ name }) => !off.has(name));
    return new Set(packs.flatMap((pack) => pack.kinds.map(({ name }) => name)));
  }

  /** Switches a pack on or off in a project. Its resources are kept. */
  async setPackEnabled(
    input: SetPackEnabledInput,
    actor: Actor,
  ): Promise<{ project: Project | null; problems: Problem[] }> {
    const { projectId, isEnabled } = input;
    const project = await this.parts.projects.byId(projectId);
    const pack = this.parts.kinds.listPacks().find(({ name }) => name === input.pack);
    const problems = this.checkSwitch(input, project, pack);
    if (!project || !pack || problems.length > 0) return { project: null, problems };
    const choice = { projectId, pack: pack.name, isEnabled };
    await this.parts.database.write(async (manager) => {
      await ProjectPackRepository.save(manager, choice);
      await AuditRepository.insert(manager, {
        ...{ at: this.parts.clock.now(), action: 'PACK_SWITCH', actor, outcome: 'SUCCEEDED' },
        ...{ projectId, subjectId: projectId, detail: { pack: pack.name, isEnabled } },
      });
    }, projectLock(projectId));
    return { project, problems: [] };
  }

  private checkSwitch(input: SetPackEnabledInput, project: Project | null, pack: KindPack | undefined): Problem[] {
    const problems: Problem[] = [];
    if (!project) {
      problems.push(errorProblem('NOT_FOUND', 'There is no project with this id.', { path: ['input', 'projectId'] }));
    }
    if (!pack) {
      const known = this.parts.kinds.listPacks().map(({ name }) => name);
      const detail = { path: ['input', 'pack'], fix: `The packs are ${known.join(', ')}.` };
      problems.push(errorProblem('NOT_FOUND', 'There is no pack of this name.', detail));
    } else if (pack.state === 'off' && input.isEnabled) {
      problems.push({ ...packOff(pack, input.projectId), path: ['input', 'pack'] });
    }
    return problems;
  }
}
