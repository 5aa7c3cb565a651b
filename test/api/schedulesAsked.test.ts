/** Schedules that somebody asks to run now. */
import { sql } from '../../src/database/worker.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { ScheduleFlow } from '../support/scheduleFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { TemplateFlow } from '../support/templateFlow.js';

describe('a schedule', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let schedules: ScheduleFlow;
  let place: Place;
  let templateId: string;
  beforeEach(async () => {
    server = await sharedServer();
    [flow, schedules] = [new ImportFlow(server), new ScheduleFlow(server)];
    place = await flow.makeProject([], server.keyFor('asked'));
    await flow.import(bundleOf([castFunction('one')]), place);
    const settings = { selection: { all: true } };
    ({ id: templateId } = await new TemplateFlow(server).save(place, { name: 'everything', settings }));
  });

  it('runs once when it is asked to, also while it is disabled, and keeps its times', async () => {
    const [off, on] = [
      await schedules.save(place, { templateId, name: 'off', isEnabled: false }),
      await schedules.save(place, { templateId, name: 'on' }),
    ];
    for (const saved of [off, on]) {
      const { schedule, problems } = await schedules.run(saved.id);
      expect([schedule?.id, problems]).toEqual([saved.id, []]);
      const { lastRun, nextRunAt, runRequestedAt } = await schedules.ran(saved);
      expect(lastRun).toMatchObject({ task: { type: 'EXPORT', status: 'COMPLETED' }, problems: [] });
      expect([nextRunAt, runRequestedAt]).toEqual([saved.nextRunAt, null]);
    }
    expect(await exportsOf(place)).toBe(2);
    const events = await auditEventsOf(server, { projectId: place.projectId, actions: ['SCHEDULE_SAVE'] });
    expect(events.filter(({ detail }) => (detail as { isRunRequested?: boolean }).isRunRequested)).toHaveLength(2);
  });

  it('that is asked to run while its task goes on runs once afterwards, however often it was asked', async () => {
    const saved = await schedules.save(place, { templateId });
    await schedules.run(saved.id);
    const first = await schedules.ran(saved);
    await markAs('RUNNING', first.lastRun.task!.id);
    const [once, twice] = [await schedules.run(saved.id), await schedules.run(saved.id)];
    expect([once, twice].map(({ schedule }) => typeof schedule?.runRequestedAt)).toEqual(['string', 'string']);
    const other = await schedules.save(place, { templateId, name: 'other' });
    await schedules.run(other.id);
    await schedules.ran(other);
    expect((await schedules.one(saved.id)).lastRun).toEqual(
      expect.objectContaining({ dueAt: first.lastRun.dueAt }) as object,
    );
    await markAs('COMPLETED', first.lastRun.task!.id);
    const { lastRun } = await schedules.ran(first);
    expect(lastRun).toMatchObject({ dueAt: twice.schedule?.runRequestedAt, task: { status: 'COMPLETED' } });
    expect(await exportsOf(place)).toBe(3);
  });

  /** As if its server ran a task for long, or had ended it. */
  async function markAs(status: 'RUNNING' | 'COMPLETED', taskId: string): Promise<void> {
    const connection = await openSqlConnection(server.database, 60_000);
    try {
      await connection.run(
        sql`UPDATE task SET status = ${status}, heartbeat_at = '2999-01-01T00:00:00.000Z' WHERE id = ${taskId}`,
      );
    } finally {
      await connection.close();
    }
  }

  async function exportsOf({ branchId }: Place): Promise<number> {
    const document = `query ($filter: TaskFilter!) { tasks(filter: $filter) { totalCount } }`;
    const filter = { branchId, types: ['EXPORT'] };
    return (await flow.ask<{ tasks: { totalCount: number } }>(document, { filter })).tasks.totalCount;
  }
});
