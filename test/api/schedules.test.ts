/** Exports and transfers that start by themselves: when, with whose rights, and what they say when they cannot. */
import { sql } from '../../src/database/worker.js';
import { grantRole, makeAccount } from '../support/accessScene.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { onServersDatabase } from '../support/auditLog.js';
import { CallbackReceiver } from '../support/callbackReceiver.js';
import { castFunction, singleView } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { codesOf, ImportFlow, type Place } from '../support/importFlow.js';
import { hoursAfter, MovedClock, ScheduleFlow } from '../support/scheduleFlow.js';
import { TemplateFlow } from '../support/templateFlow.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const everything = { selection: { all: true } };

describe('a schedule', () => {
  let clock: MovedClock;
  let receiver: CallbackReceiver;
  let server: TestServer;
  let flow: ImportFlow;
  let templates: TemplateFlow;
  let schedules: ScheduleFlow;
  let place: Place;
  let templateId: string;
  beforeAll(async () => {
    [clock, receiver] = [await MovedClock.make(), await CallbackReceiver.start()];
    server = await startTestServer({ settings: { ...clock.settings, ...receiver.settings } });
    [flow, templates, schedules] = [new ImportFlow(server), new TemplateFlow(server), new ScheduleFlow(server)];
  });
  beforeEach(async () => {
    place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('one'), castFunction('two')]), place);
    ({ id: templateId } = await templates.save(place, { name: 'everything', settings: everything }));
  });
  afterEach(async () => {
    for (const { id } of await schedules.list(place)) await schedules.delete(id);
  });
  afterAll(async () => {
    await server.stop();
    await receiver.stop();
    await clock.remove();
  });

  /** Another project, with a schedule in it that transfers from `place`. */
  async function transferTo(input: { action: string; name?: string }, flowOfOwner = schedules) {
    const target = await flow.makeProject();
    const schedule = await flowOfOwner.save(target, {
      ...{ branchId: place.branchId, templateId, intoBranchId: target.branchId },
      ...input,
    });
    return { target, schedule };
  }

  it('exports when it is due, tells the callback, and shows the run and the next one', async () => {
    const wish = { callbackUrl: receiver.url('night'), callbackKey: 'of the night' };
    const saved = await schedules.save(place, { templateId, ...wish });
    expect(saved).toMatchObject({ isEnabled: true, timeZone: 'UTC', lastRun: null, template: { id: templateId } });
    expect(saved.nextRunAt).toMatch(/T02:30:00\.000Z$/);
    expect(Date.parse(saved.nextRunAt!) - clock.now).toBeLessThanOrEqual(24 * 3_600_000);
    await clock.goTo(saved.nextRunAt);
    const { lastRun, nextRunAt } = await schedules.ran(saved);
    expect(lastRun).toMatchObject({ dueAt: saved.nextRunAt, problems: [] });
    expect(lastRun.task).toMatchObject({ type: 'EXPORT', status: 'COMPLETED', createdBy: { name: 'admin' } });
    expect(nextRunAt).toBe(hoursAfter(saved.nextRunAt, 24));
    const [call] = await receiver.calls('night');
    expect(call?.content).toMatchObject({ taskId: lastRun.task?.id, key: 'of the night', processedCount: 2 });
  });

  it('that was missed while no server ran is run once at the start', async () => {
    const saved = await schedules.save(place, { templateId, cron: '0 * * * *' });
    await server.kill('SIGKILL');
    await clock.goTo(hoursAfter(saved.nextRunAt, 10.5));
    await server.start();
    const { lastRun, nextRunAt } = await schedules.ran(saved);
    expect(lastRun).toMatchObject({ dueAt: saved.nextRunAt, task: { status: 'COMPLETED' } });
    expect(nextRunAt).toBe(hoursAfter(saved.nextRunAt, 11));
    expect(await exportsOf(place)).toBe(1);
  });

  it('does not overlap itself: what comes due while its task goes on is run once, when that has ended', async () => {
    const saved = await schedules.save(place, { templateId, cron: '0 * * * *' });
    await clock.goTo(saved.nextRunAt);
    const first = await schedules.ran(saved);
    await markAs('RUNNING', first.lastRun.task!.id);
    const other = await schedules.save(place, { templateId, cron: '30 * * * *', name: 'other' });
    await clock.goTo(hoursAfter(saved.nextRunAt, 3.6));
    await schedules.ran(other);
    expect(await schedules.one(saved.id)).toMatchObject({ nextRunAt: first.nextRunAt });
    await markAs('COMPLETED', first.lastRun.task!.id);
    const { lastRun, nextRunAt } = await schedules.ran(first);
    expect(lastRun).toMatchObject({ dueAt: first.nextRunAt, task: { status: 'COMPLETED' } });
    expect(nextRunAt).toBe(hoursAfter(saved.nextRunAt, 4));
    expect(await exportsOf(place)).toBe(3);
  });

  it('that is disabled does not run, and runs at its next time when it is enabled again', async () => {
    const [off, on] = [
      await schedules.save(place, { templateId, name: 'off', isEnabled: false }),
      await schedules.save(place, { templateId, name: 'on' }),
    ];
    expect(off).toMatchObject({ isEnabled: false, nextRunAt: null });
    const { schedule: halted } = await schedules.setEnabled(on.id, false);
    expect(halted).toMatchObject({ isEnabled: false, nextRunAt: null });
    const other = await schedules.save(place, { templateId, name: 'other' });
    await clock.goTo(other.nextRunAt);
    await schedules.ran(other);
    expect((await schedules.list(place)).map(({ name, lastRun }) => [name, lastRun === null])).toEqual([
      ['off', true],
      ['on', true],
      ['other', false],
    ]);
    const { schedule: again } = await schedules.setEnabled(off.id, true);
    expect(again?.nextRunAt).toBe(hoursAfter(other.nextRunAt, 24));
  });

  it('says what is wrong when its template is gone, and goes on when it is there again', async () => {
    const saved = await schedules.save(place, { templateId });
    await templates.age(templateId, { selection: { kinds: ['older/Thing'] } });
    await clock.goTo(saved.nextRunAt);
    const unfit = await schedules.ran(saved);
    expect(unfit.lastRun).toMatchObject({ task: null, problems: [{ code: 'TEMPLATE_UNFIT' }] });
    expect(unfit.nextRunAt).toBe(hoursAfter(saved.nextRunAt, 24));
    await templates.save(place, { name: 'everything', settings: everything, isOverwriteAllowed: true });
    await clock.goTo(unfit.nextRunAt);
    const fit = await schedules.ran(unfit);
    expect(fit.lastRun).toMatchObject({ task: { status: 'COMPLETED' }, problems: [] });
    await server.operation('DeleteTemplate', { input: { id: templateId } });
    await clock.goTo(fit.nextRunAt);
    const gone = await schedules.ran(fit);
    expect(gone).toMatchObject({ template: null, lastRun: { task: null, problems: [{ code: 'NOT_FOUND' }] } });
  });

  it('runs with the rights that its owner has then', async () => {
    const owner = await makeAccount(server, 'night shift');
    const into = await flow.makeProject();
    const grant = (role: 'VIEWER' | 'EDITOR') => grantRole(server, owner, { projectId: into.projectId, role });
    await grant('EDITOR');
    await grantRole(server, owner, { projectId: place.projectId, role: 'VIEWER' });
    const own = new ScheduleFlow(owner.client);
    const transfer = { branchId: place.branchId, templateId, intoBranchId: into.branchId };
    const saved = await own.save(into, { ...transfer, action: 'STAGE_TRANSFER' });
    expect(saved.owner).toEqual({ name: 'night shift' });
    await clock.goTo(saved.nextRunAt);
    const first = await own.ran(saved);
    expect(first.lastRun.task).toMatchObject({ type: 'STAGE_IMPORT', status: 'COMPLETED' });
    expect(first.lastRun.task?.createdBy).toEqual({ name: 'night shift' });
    await grant('VIEWER');
    await clock.goTo(first.nextRunAt);
    const second = await own.ran(first);
    expect(second.lastRun).toMatchObject({ task: null, problems: [{ code: 'FORBIDDEN' }] });
    const events = await auditEventsOf(server, { actions: ['SCHEDULE_RUN'] });
    expect(events[0]).toMatchObject({ outcome: 'DENIED', principal: { name: 'night shift' } });
    expect(events[0]?.detail).toMatchObject({ problems: ['FORBIDDEN'], name: 'nightly' });
    await own.client.query('{ me { id } }');
    expect(await own.list(into)).toHaveLength(1);
    await schedules.delete(saved.id);
  });

  it('belongs to who saved it last', async () => {
    const other = await makeAccount(server, 'successor');
    await grantRole(server, other, { projectId: place.projectId, role: 'EDITOR' });
    const saved = await schedules.save(place, { templateId });
    const own = new ScheduleFlow(other.client);
    expect(codesOf((await own.trySave(place, { templateId })).problems)).toEqual(['NAME_TAKEN']);
    const taken = await own.save(place, { templateId, name: 'NIGHTLY', isOverwriteAllowed: true, cron: '0 3 * * *' });
    expect(taken).toMatchObject({ id: saved.id, name: 'NIGHTLY', owner: { name: 'successor' }, cron: '0 3 * * *' });
  });

  it('stages a transfer, which shows what differs, and imports nothing', async () => {
    const { target, schedule } = await transferTo({ action: 'STAGE_TRANSFER' });
    await clock.goTo(schedule.nextRunAt);
    const { lastRun } = await schedules.ran(schedule);
    expect(lastRun.task).toMatchObject({ type: 'STAGE_IMPORT', status: 'COMPLETED' });
    const document = 'query ($id: ID!) { task(id: $id) { importPlan { status counts { create unchanged } } } }';
    expect(await flow.ask(document, { id: lastRun.task!.id })).toEqual({
      task: { importPlan: { status: 'READY', counts: { create: 2, unchanged: 0 } } },
    });
    expect(await flow.resources(target)).toEqual([]);
    await schedules.delete(schedule.id);
  });

  it('executes a transfer that needs no decision', async () => {
    const { target, schedule } = await transferTo({ action: 'TRANSFER' });
    await clock.goTo(schedule.nextRunAt);
    const { lastRun } = await schedules.ran(schedule, ({ task }) => isDone(task, 'EXECUTE_IMPORT'));
    expect(lastRun).toMatchObject({ dueAt: schedule.nextRunAt, task: { status: 'COMPLETED' }, problems: [] });
    expect((await flow.resources(target)).map(({ name }) => name)).toEqual(['one', 'two']);
    await schedules.delete(schedule.id);
  });

  it('says that somebody has to decide something, and imports nothing', async () => {
    const { target, schedule } = await transferTo({ action: 'TRANSFER' });
    await flow.create(target, castFunction('one', 'return null'));
    await clock.goTo(schedule.nextRunAt);
    const { lastRun } = await schedules.ran(schedule, ({ problems }) => problems.length > 0);
    expect(codesOf(lastRun.problems)).toContain('PLAN_NOT_EXECUTABLE');
    expect(lastRun.task).toMatchObject({ type: 'STAGE_IMPORT', status: 'COMPLETED' });
    expect(await flow.resources(target)).toHaveLength(1);
    await schedules.delete(schedule.id);
  });

  it('shows others neither what its problems name nor what they may not see', async () => {
    const viewer = await makeAccount(server, 'onlooker');
    const { target, schedule } = await transferTo({ action: 'STAGE_TRANSFER' });
    await grantRole(server, viewer, { projectId: target.projectId, role: 'MANAGER' });
    await templates.age(templateId, { selection: { kinds: ['secret/Thing'] } });
    await clock.goTo(schedule.nextRunAt);
    expect(JSON.stringify((await schedules.ran(schedule)).lastRun.problems)).toContain('secret/Thing');
    const [seen] = await new ScheduleFlow(viewer.client).list(target);
    expect(seen).toMatchObject({ branch: null, template: null, intoBranch: { id: target.branchId } });
    expect(codesOf(seen!.lastRun!.problems)).toEqual(['TEMPLATE_UNFIT']);
    expect(JSON.stringify(seen)).not.toContain('secret/Thing');
    await schedules.delete(schedule.id);
  });

  it('stays when its branch is deleted, and says so; it goes with its project', async () => {
    const document = `mutation ($input: CreateBranchInput!) { createBranch(input: $input) { branch { id } } }`;
    const input = { projectId: place.projectId, name: 'draft', fromBranchId: place.branchId };
    const { createBranch } = await flow.ask<{ createBranch: { branch: { id: string } } }>(document, { input });
    const saved = await schedules.save(place, { templateId, branchId: createBranch.branch.id });
    await flow.ask('mutation ($input: DeleteBranchInput!) { deleteBranch(input: $input) { problems { code } } }', {
      input: { id: createBranch.branch.id },
    });
    await clock.goTo(saved.nextRunAt);
    const { lastRun, branch } = await schedules.ran(saved);
    expect([branch, lastRun.task, codesOf(lastRun.problems)]).toEqual([null, null, ['NOT_FOUND']]);
    const gone = await flow.makeProject();
    const { id: theirs } = await templates.save(gone, { settings: everything });
    const { id } = await schedules.save(gone, { templateId: theirs });
    const wish = { input: { id: gone.projectId, confirmKey: gone.key } };
    const deletion = 'mutation ($input: DeleteProjectInput!) { deleteProject(input: $input) { problems { code } } }';
    expect(await flow.ask(deletion, wish)).toEqual({ deleteProject: { problems: [] } });
    expect(codesOf((await schedules.setEnabled(id, true)).problems)).toEqual(['NOT_FOUND']);
  });

  it('is in the audit log when it is saved, disabled, run and deleted', async () => {
    const saved = await schedules.save(place, { templateId });
    await clock.goTo(saved.nextRunAt);
    const { lastRun } = await schedules.ran(saved);
    await schedules.setEnabled(saved.id, false);
    expect(await schedules.delete(saved.id)).toEqual([]);
    expect(codesOf(await schedules.delete(saved.id))).toEqual(['NOT_FOUND']);
    const events = await auditEventsOf(server, { projectId: place.projectId });
    const own = events.filter(({ action }) => action.startsWith('SCHEDULE'));
    const settings = { cron: '30 2 * * *', timeZone: 'UTC', isEnabled: true };
    expect(own.map(({ action, detail }) => [action, detail])).toEqual([
      ['SCHEDULE_DELETE', { name: 'nightly', action: 'EXPORT' }],
      ['SCHEDULE_SAVE', { name: 'nightly', action: 'EXPORT', isEnabled: false }],
      ['SCHEDULE_RUN', { name: 'nightly', action: 'EXPORT', taskId: lastRun.task?.id }],
      ['SCHEDULE_SAVE', { name: 'nightly', action: 'EXPORT', ...settings }],
    ]);
  });

  it('exports what its template selects at the time of the run', async () => {
    const { id } = await templates.save(place, {
      name: 'views',
      settings: { selection: { kinds: ['fast-data/SingleView'] } },
    });
    const saved = await schedules.save(place, { templateId: id });
    await clock.goTo(saved.nextRunAt);
    const nothing = await schedules.ran(saved);
    expect(codesOf(nothing.lastRun.problems)).toEqual(['SELECTION_EMPTY']);
    await flow.create(place, singleView('customers', {}));
    await clock.goTo(nothing.nextRunAt);
    expect((await schedules.ran(nothing)).lastRun).toMatchObject({ task: { status: 'COMPLETED' }, problems: [] });
  });

  /** As if its server ran a task for long, or had ended it. */
  function markAs(status: 'RUNNING' | 'COMPLETED', taskId: string): Promise<unknown> {
    return onServersDatabase(server, (connection) =>
      connection.run(
        sql`UPDATE task SET status = ${status}, heartbeat_at = '2999-01-01T00:00:00.000Z' WHERE id = ${taskId}`,
      ),
    );
  }

  async function exportsOf({ branchId }: Place): Promise<number> {
    const document = `query ($filter: TaskFilter!) { tasks(filter: $filter) { totalCount } }`;
    const filter = { branchId, types: ['EXPORT'] };
    return (await flow.ask<{ tasks: { totalCount: number } }>(document, { filter })).tasks.totalCount;
  }
});

function isDone(task: { type: string; status: string } | null, type: string): boolean {
  return task?.type === type && task.status !== 'QUEUED' && task.status !== 'RUNNING';
}
