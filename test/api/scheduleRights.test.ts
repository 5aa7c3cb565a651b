/** A token may lack the superuser rights of its owner: so may what is saved with it. */
import { makeAccount } from '../support/accessScene.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { codesOf, ImportFlow } from '../support/importFlow.js';
import { MovedClock, ScheduleFlow } from '../support/scheduleFlow.js';
import { TemplateFlow } from '../support/templateFlow.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

describe('a schedule of a superuser', () => {
  let clock: MovedClock;
  let server: TestServer;
  beforeAll(async () => {
    clock = await MovedClock.make();
    server = await startTestServer({ settings: { ...clock.settings, WAYBILL_SUPERUSER_PACKS: 'fast-data' } });
  });
  afterAll(async () => {
    await server.stop();
    await clock.remove();
  });

  it('runs with superuser rights only if it was saved with them', async () => {
    const flow = new ImportFlow(server);
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('one')]), place);
    const { id: templateId } = await new TemplateFlow(server).save(place, { settings: { selection: { all: true } } });
    const { client } = await makeAccount(server, 'chief', true);
    const { data } = await client.query('{ me { id } }');
    const { id: principalId } = data!['me'] as { id: string };
    const { createToken } = await client.operation('CreateToken', { input: { name: 'plain', principalId } });
    const grant = { projectId: place.projectId, principalId, role: 'EDITOR' as const };
    await server.operation('GrantRole', { input: grant });

    const [plain, whole] = [new ScheduleFlow(server.as(createToken.secret!)), new ScheduleFlow(client)];
    const weak = await plain.save(place, { templateId, name: 'weak' });
    const strong = await whole.save(place, { templateId, name: 'strong' });
    expect([weak.owner, strong.owner]).toEqual([{ name: 'chief' }, { name: 'chief' }]);
    await clock.goTo(weak.nextRunAt);
    expect((await whole.ran(strong)).lastRun).toMatchObject({ task: { status: 'COMPLETED' }, problems: [] });
    const { lastRun } = await whole.ran(weak);
    expect([lastRun.task, codesOf(lastRun.problems)]).toEqual([null, ['FORBIDDEN']]);
  });
});
