import type { Database } from '../../database/index.js';
import type { AllowedHost } from '../../shared/allowedHosts.js';
import type { Actor } from '../../shared/actor.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import type { Session } from '../../shared/session.js';
import { AuditRepository, type AuditAction, type AuditEntry } from '../audit/index.js';
import { orderCallback } from '../callbacks/index.js';
import type { ProjectRepository } from '../projects/index.js';
import type { TemplateService, TemplateUse } from '../templates/index.js';
import { nextTime } from './cronTime.js';
import type { Schedule } from './schedule.entity.js';
import type { SaveScheduleInput } from './schedule.inputs.js';
import { nameTaken, noSuch } from './schedule.problems.js';
import { ScheduleRepository, type ScheduleChange, type ScheduleDefinition } from './schedule.repository.js';
import { checkSchedule } from './schedule.rules.js';

interface ScheduleServiceParts {
  database: Database;
  schedules: ScheduleRepository;
  projects: ProjectRepository;
  templates: TemplateService;
  clock: Clock;
  callbackHosts: readonly AllowedHost[];
  /** Called when a schedule was changed. */
  onChange: () => void;
}

interface ScheduleOutcome {
  schedule: Schedule | null;
  problems: Problem[];
}

/** Settings with their defaults. */
type CompleteInput = SaveScheduleInput & { timeZone: string };

export class ScheduleService {
  constructor(private readonly parts: ScheduleServiceParts) {}

  /** Saves a schedule under a name; replaces the one of that name if that is allowed. Who saves it owns it. */
  async save(asked: SaveScheduleInput, session: Session): Promise<ScheduleOutcome> {
    const { timeZone: zone, ...rest } = asked;
    const input = { ...rest, timeZone: zone ?? 'UTC' };
    const { database, callbackHosts, clock, onChange } = this.parts;
    const { callback, problems: unfitCallback } = orderCallback(input, callbackHosts);
    const problems = [...(await this.check(input)), ...unfitCallback];
    if (problems.length > 0) return refused(problems);
    const now = new Date(clock.now());
    const outcome = await database.write(async (manager) => {
      const known = await ScheduleRepository.byName(manager, input);
      if (known && !input.isOverwriteAllowed) return nameTaken(known.name);
      const id = known?.id ?? newId();
      const definition = { ...definitionOf(input, session, now), callbackUrl: callback?.url ?? null };
      if (known) await ScheduleRepository.update(manager, id, definition);
      else await ScheduleRepository.insert(manager, { ...definition, id, createdAt: now });
      const { cron, timeZone, isEnabled } = input;
      await AuditRepository.insert(
        manager,
        this.eventOf({ ...definition, id }, 'SCHEDULE_SAVE', {
          actor: session.actor,
          detail: { cron, timeZone, isEnabled },
        }),
      );
      return id;
    }, `schedules ${input.projectId}`);
    if (typeof outcome !== 'string') return refused([outcome]);
    onChange();
    return { schedule: await this.parts.schedules.byId(outcome), problems: [] };
  }

  /** Enables or disables a schedule. One that is enabled runs at the next of its times from now on. */
  setEnabled(id: string, isEnabled: boolean, actor: Actor): Promise<ScheduleOutcome> {
    return this.change(id, actor, (schedule, now) => ({
      change: { nextRunAt: isEnabled ? nextTime(schedule, now) : null, updatedAt: now },
      detail: { isEnabled },
    }));
  }

  /** Lets a schedule run once, beside its times. */
  requestRun(id: string, actor: Actor): Promise<ScheduleOutcome> {
    return this.change(id, actor, (_schedule, now) => ({
      change: { runRequestedAt: now },
      detail: { isRunRequested: true },
    }));
  }

  async delete(id: string, actor: Actor): Promise<{ deletedId: string | null; problems: Problem[] }> {
    const known = isId(id) ? await this.parts.schedules.byId(id) : null;
    const isDeleted =
      known !== null &&
      (await this.parts.database.write(async (manager) => {
        if (!(await ScheduleRepository.delete(manager, id))) return false;
        await AuditRepository.insert(manager, this.eventOf(known, 'SCHEDULE_DELETE', { actor }));
        return true;
      }));
    return isDeleted ? { deletedId: id, problems: [] } : { deletedId: null, problems: [unknownSchedule(id)] };
  }

  private async change(
    id: string,
    actor: Actor,
    changeOf: (schedule: Schedule, now: Date) => { change: ScheduleChange; detail: JsonObject },
  ): Promise<ScheduleOutcome> {
    const { database, schedules, clock, onChange } = this.parts;
    const schedule = isId(id) ? await schedules.byId(id) : null;
    if (!schedule) return refused([unknownSchedule(id)]);
    const isChanged = await database.write(async (manager) => {
      const { change, detail } = changeOf(schedule, new Date(clock.now()));
      if (!(await ScheduleRepository.update(manager, id, change))) return false;
      await AuditRepository.insert(manager, this.eventOf(schedule, 'SCHEDULE_SAVE', { actor, detail }));
      return true;
    }, `schedules ${schedule.projectId}`);
    if (!isChanged) return refused([unknownSchedule(id)]);
    onChange();
    return { schedule: await schedules.byId(id), problems: [] };
  }

  private eventOf(
    { id, projectId, name, action: does }: Pick<Schedule, 'id' | 'projectId' | 'name' | 'action'>,
    action: AuditAction,
    { actor, detail = {} }: { actor: Actor; detail?: JsonObject },
  ): AuditEntry {
    const at = this.parts.clock.now();
    const told = { name, action: does, ...detail };
    return { at, action, actor, projectId, subjectId: id, outcome: 'SUCCEEDED', detail: told };
  }

  private async check(input: CompleteInput): Promise<Problem[]> {
    const { projects, clock } = this.parts;
    const { projectId, branchId, intoBranchId = null } = input;
    const project = isId(projectId) ? await projects.byId(projectId) : null;
    if (!project) return [noSuch('project', projectId, ['input', 'projectId'])];
    const branchProjectId = await this.projectOf(branchId);
    const facts = { branchProjectId, intoProjectId: await this.projectOf(intoBranchId), now: new Date(clock.now()) };
    return [...checkSchedule(input, facts), ...(await this.checkTemplates(input, branchProjectId))];
  }

  private async projectOf(branchId: string | null): Promise<string | null> {
    if (branchId === null || !isId(branchId)) return null;
    return (await this.parts.projects.branchById(branchId))?.projectId ?? null;
  }

  private async checkTemplates(
    { projectId, templateId, importTemplateId = null, action }: CompleteInput,
    branchProjectId: string | null,
  ): Promise<Problem[]> {
    const given = {};
    const { templates } = this.parts;
    const uses: TemplateUse[] = [];
    if (branchProjectId !== null)
      uses.push({ templateId, projectId: branchProjectId, direction: 'EXPORT', given, path: ['input', 'templateId'] });
    if (importTemplateId !== null && action !== 'EXPORT') {
      const path = ['input', 'importTemplateId'];
      uses.push({ templateId: importTemplateId, projectId, direction: 'IMPORT', given, path });
    }
    const used = await Promise.all(uses.map((use) => templates.use(use)));
    return used.flatMap(({ problems }) => problems);
  }
}

/** What is saved, by whom. The callback was checked by `orderCallback`, which also writes its URL. */
function definitionOf(
  input: CompleteInput,
  { actor, isSuperuser }: Session,
  now: Date,
): Omit<ScheduleDefinition, 'id' | 'createdAt' | 'callbackUrl'> {
  const { projectId, name, action, cron, timeZone, branchId, templateId, isEnabled } = input;
  return {
    ...{ projectId, name, action, cron, timeZone, branchId, templateId },
    intoBranchId: input.intoBranchId ?? null,
    importTemplateId: input.importTemplateId ?? null,
    callbackKey: input.callbackKey ?? null,
    ...{ principalId: actor.id, principalName: actor.name, hasSuperuserRights: isSuperuser },
    nextRunAt: isEnabled ? nextTime(input, now) : null,
    updatedAt: now,
  };
}

function refused(problems: Problem[]): { schedule: null; problems: Problem[] } {
  return { schedule: null, problems };
}

function unknownSchedule(id: string): Problem {
  return noSuch('schedule', id, ['input', 'id']);
}
