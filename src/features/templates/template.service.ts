import type { Database } from '../../database/index.js';
import type { StoredJson } from '../../graphql/index.js';
import type { Actor } from '../../shared/actor.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { AuditRepository, type AuditAction, type AuditEntry } from '../audit/index.js';
import { validateName } from '../kinds/index.js';
import type { ProjectRepository } from '../projects/index.js';
import { membersInUse, mergeSettings, type GivenSettings } from './mergeSettings.js';
import { checkSettings } from './settings.rules.js';
import type { SettingsShape } from './settingsShape.js';
import type { Template } from './template.entity.js';
import type { SaveTemplateInput } from './template.inputs.js';
import { templateNameTaken, templateNotFound, templateUnfit } from './template.problems.js';
import { TemplateRepository } from './template.repository.js';
import type { TemplateDirection } from './templateDirection.js';

/** Maximum size: a template is read whole, and lists contain many. */
const maxSettingsLength = 1024 * 1024;

interface TemplateServiceParts {
  database: Database;
  templates: TemplateRepository;
  projects: ProjectRepository;
  /** Names of the kinds that a project has. */
  kindNamesIn: (projectId: string) => Promise<ReadonlySet<string>>;
  shapes: Readonly<Record<TemplateDirection, SettingsShape>>;
  clock: Clock;
}

/** A template to use, and the settings given beside it. */
export interface TemplateUse {
  templateId: string;
  /** The project in which it is used; templates of other projects are not found. */
  projectId: string;
  direction: TemplateDirection;
  given: GivenSettings;
  /** The path of the id in the input. */
  path: string[];
}

/** A valid template, or the problems why there is none. */
export type UsedTemplate<Settings extends object> =
  | {
      template: Template;
      /** Its settings that are used, because they were not given. */
      used: Partial<Settings>;
      /** The given settings, completed by those of the template. */
      settings: Settings;
      problems: [];
    }
  | { template: null; problems: Problem[] };

export class TemplateService {
  constructor(private readonly parts: TemplateServiceParts) {}

  get storedSettings(): StoredJson {
    return this.parts.templates.storedSettings;
  }

  /** Reads many templates at once. */
  get byIds(): TemplateRepository['byIds'] {
    return this.parts.templates.byIds;
  }

  /** Saves settings under a name; replaces the template of that name if that is allowed. */
  async save(input: SaveTemplateInput, actor: Actor): Promise<{ template: Template | null; problems: Problem[] }> {
    const problems = await this.check(input);
    if (problems.length > 0) return { template: null, problems };
    const { projectId, name, direction, settings } = input;
    return this.parts.database.write(async (manager) => {
      const known = await TemplateRepository.byName(manager, input);
      if (known && !input.isOverwriteAllowed) return { template: null, problems: [templateNameTaken(known)] };
      const now = new Date(this.parts.clock.now());
      const { id, createdAt, createdByName } = known ?? { id: newId(), createdAt: now, createdByName: actor.name };
      const template = { id, projectId, direction, name, settings, createdAt, updatedAt: now, createdByName };
      const saved = await TemplateRepository.save(manager, template);
      await AuditRepository.insert(manager, this.eventOf(saved, 'TEMPLATE_SAVE', actor));
      return { template: saved, problems: [] };
    }, `templates ${projectId}`);
  }

  async delete(id: string, actor: Actor): Promise<{ deletedId: string | null; problems: Problem[] }> {
    const known = isId(id) ? await this.parts.templates.byId(id) : null;
    const isDeleted =
      known !== null &&
      (await this.parts.database.write(async (manager) => {
        if (!(await TemplateRepository.delete(manager, id))) return false;
        await AuditRepository.insert(manager, this.eventOf(known, 'TEMPLATE_DELETE', actor));
        return true;
      }));
    if (isDeleted) return { deletedId: id, problems: [] };
    return { deletedId: null, problems: [templateNotFound(id, ['input', 'id'])] };
  }

  /**
   * Finds a template and checks its used settings against the current server and project. `Settings` is the input that the
   * shape of the direction mirrors.
   */
  async use<Settings extends object>({
    templateId,
    projectId,
    direction,
    given,
    path,
  }: TemplateUse): Promise<UsedTemplate<Settings>> {
    const template = isId(templateId) ? await this.parts.templates.byIdWithSettings(templateId) : null;
    if (template?.projectId !== projectId || template.direction !== direction) {
      return { template: null, problems: [templateNotFound(templateId, path, direction)] };
    }
    const used = membersInUse(template.settings, given);
    const faults = await this.faultsOf(used, { projectId, direction });
    if (faults.length > 0) return { template: null, problems: faults.map((fault) => templateUnfit(template, fault)) };
    const settings = mergeSettings(used, given) as Settings;
    return { template, used: used as Partial<Settings>, settings, problems: [] };
  }

  private eventOf({ id, projectId, name, direction }: Template, action: AuditAction, actor: Actor): AuditEntry {
    const at = this.parts.clock.now();
    return { at, action, actor, projectId, subjectId: id, outcome: 'SUCCEEDED', detail: { name, direction } };
  }

  private async check(input: SaveTemplateInput): Promise<Problem[]> {
    if (!isId(input.projectId) || !(await this.parts.projects.byId(input.projectId))) {
      return [errorProblem('NOT_FOUND', 'There is no project with this id.', { path: ['input', 'projectId'] })];
    }
    const names = validateName(templateNames, input.name).map((problem) => ({ ...problem, path: ['input', 'name'] }));
    const faults = isTooLarge(input.settings) ? [tooLarge()] : await this.faultsOf(input.settings, input);
    return [...names, ...faults.map((fault) => ({ ...fault, path: ['input', 'settings', ...fault.path] }))];
  }

  private async faultsOf(
    settings: JsonObject,
    { projectId, direction }: { projectId: string; direction: TemplateDirection },
  ): Promise<Problem[]> {
    const kindNames = await this.parts.kindNamesIn(projectId);
    return checkSettings(settings, this.parts.shapes[direction], { kindNames });
  }
}

const templateNames: Parameters<typeof validateName>[0] = {
  title: 'template',
  identity: { by: 'name', namespace: 'template' },
};

function isTooLarge(settings: JsonObject): boolean {
  return JSON.stringify(settings).length > maxSettingsLength;
}

function tooLarge(): Problem {
  return errorProblem('SETTING_INVALID', 'The settings are larger than 1 MiB, the maximum of a template.', {
    fix: 'Select by kind instead of by many ids.',
  });
}
