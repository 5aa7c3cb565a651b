import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '../../src/shared/json.js';
import type { GraphqlClient } from './graphqlClient.js';
import type { Place, PlanProblem } from './importFlow.js';
import { projectFile } from './projectFile.js';

export interface ScheduleView {
  id: string;
  name: string;
  action: string;
  cron: string;
  timeZone: string;
  isEnabled: boolean;
  nextRunAt: string | null;
  runRequestedAt: string | null;
  callbackUrl: string | null;
  callbackKey: string | null;
  owner: { name: string };
  branch: { id: string } | null;
  intoBranch: { id: string } | null;
  template: { id: string } | null;
  importTemplate: { id: string } | null;
  lastRun: ScheduleRunView | null;
}

export interface ScheduleRunView {
  dueAt: string;
  startedAt: string;
  task: { id: string; type: string; status: string; createdBy: { name: string } | null } | null;
  problems: PlanProblem[];
}

const fields = `id name action cron timeZone isEnabled nextRunAt runRequestedAt callbackUrl callbackKey owner { name } branch { id } intoBranch { id }
  template { id } importTemplate { id }
  lastRun { dueAt startedAt task { id type status createdBy { name } } problems { code message path fix } }`;

interface Saved {
  schedule: ScheduleView | null;
  problems: PlanProblem[];
}

/** Saves schedules over the wire, and waits for their runs. */
export class ScheduleFlow {
  constructor(readonly client: GraphqlClient) {}

  /** Saves an export "nightly" for every night, unless the input says otherwise. */
  trySave({ projectId, branchId }: Place, input: JsonObject): Promise<Saved> {
    const usual = { projectId, branchId, name: 'nightly', action: 'EXPORT', cron: '30 2 * * *' };
    return this.change('saveSchedule', { ...usual, ...input });
  }

  /** The same; fails when there are problems. */
  async save(place: Place, input: JsonObject): Promise<ScheduleView> {
    const { schedule, problems } = await this.trySave(place, input);
    if (!schedule) throw new Error(`Not saved: ${JSON.stringify(problems)}`);
    return schedule;
  }

  setEnabled(id: string, isEnabled: boolean): Promise<Saved> {
    return this.change('setScheduleEnabled', { id, isEnabled });
  }

  run(id: string): Promise<Saved> {
    return this.change('runSchedule', { id });
  }

  async delete(id: string): Promise<PlanProblem[]> {
    const document = `mutation ($input: DeleteScheduleInput!) {
      deleteSchedule(input: $input) { deletedId problems { code message path fix } } }`;
    const { deleteSchedule } = await this.ask<{ deleteSchedule: { problems: PlanProblem[] } }>(document, {
      input: { id },
    });
    return deleteSchedule.problems;
  }

  async list({ projectId }: Pick<Place, 'projectId'>): Promise<ScheduleView[]> {
    const document = `query ($projectId: ID!) { schedules(projectId: $projectId) { nodes { ${fields} } } }`;
    const { schedules } = await this.ask<{ schedules: { nodes: ScheduleView[] } | null }>(document, { projectId });
    return schedules?.nodes ?? [];
  }

  async one(id: string): Promise<ScheduleView> {
    const document = `query ($id: ID!) { node(id: $id) { ... on Schedule { ${fields} } } }`;
    return (await this.ask<{ node: ScheduleView }>(document, { id })).node;
  }

  /** Waits until a schedule has run after `before`, as far as `isEnough` asks; by default until its task has ended or it has problems. */
  async ran(
    { id, lastRun: before }: ScheduleView,
    isEnough: (run: ScheduleRunView) => boolean = isOver,
  ): Promise<ScheduleView & { lastRun: ScheduleRunView }> {
    for (;;) {
      const schedule = await this.one(id);
      const { lastRun } = schedule;
      if (lastRun && lastRun.dueAt !== before?.dueAt && isEnough(lastRun)) return { ...schedule, lastRun };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async change(
    field: 'saveSchedule' | 'setScheduleEnabled' | 'runSchedule',
    input: JsonObject,
  ): Promise<Saved> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) {
      ${field}(input: $input) { schedule { ${fields} } problems { code message path fix } } }`;
    const data = await this.ask<Record<string, Saved>>(document, { input });
    return data[field]!;
  }

  private async ask<Data>(document: string, variables: Record<string, unknown>): Promise<Data> {
    const { data, errors } = await this.client.query(document, variables);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data as Data;
  }
}

function isOver({ task, problems }: ScheduleRunView): boolean {
  return problems.length > 0 || (task !== null && task.status !== 'QUEUED' && task.status !== 'RUNNING');
}

/** The clock of a server, which a test moves on. */
export class MovedClock {
  private offsetMs = 0;

  private constructor(private readonly folder: string) {}

  static async make(): Promise<MovedClock> {
    return new MovedClock(await mkdtemp(path.join(tmpdir(), 'waybill-clock-')));
  }

  get settings(): Record<string, string> {
    const clock = projectFile('test/support/steeredClock.mjs');
    return { NODE_OPTIONS: `--import=${clock}`, TEST_CLOCK_FILE: this.file };
  }

  /** Goes on to a time that is yet to come. */
  async goTo(time: string | null): Promise<void> {
    this.offsetMs = Date.parse(time ?? '') - Date.now();
    await writeFile(this.file, String(this.offsetMs));
  }

  /** The present time of the server. */
  get now(): number {
    return Date.now() + this.offsetMs;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  private get file(): string {
    return path.join(this.folder, 'clock');
  }
}

/** A time so many hours after another. */
export function hoursAfter(time: string | null, hours: number): string {
  return new Date(Date.parse(time ?? '') + hours * 3_600_000).toISOString();
}
