import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { projectFile } from '../support/projectFile.js';

/** Takes long enough that the clock is set back in the middle of it. */
const longCount = 5000;
const itemCount = 1000;
const file = largeBundle(itemCount);
const hourMs = 3_600_000;
const clock = projectFile('test/support/steeredClock.mjs');

interface Times {
  id: string;
  status: string;
  createdAt: string;
  startedAt: string;
  endedAt: string;
}

describe('a clock that is set back', () => {
  let folder: string;
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-clock-'));
    server = await startTestServer({
      settings: { NODE_OPTIONS: `--import=${clock}`, TEST_CLOCK_FILE: path.join(folder, 'clock') },
    });
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    place = await flow.makeProject();
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('in the middle of a task does not stop it, and it does not end before it began', async () => {
    const { plan } = await server.upload(largeBundle(longCount), { branchId: place.branchId });
    const { id } = plan!.task;
    while ((await flow.task(id)).processedCount === 0) await pause(2);
    await setClock(-hourMs);
    expect((await flow.ended(id)).processedCount).toBe(longCount);
    const [times] = await tasks();
    expect(times).toMatchObject({ id, status: 'COMPLETED' });
    expect(Date.parse(times!.endedAt)).toBeGreaterThanOrEqual(Date.parse(times!.startedAt));
    expect((await flow.execute(plan!.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: longCount });
  });

  it('between two starts loses nothing: what was left is taken up, and what comes later goes on', async () => {
    const first = await flow.import(file, place);
    const { plan } = await server.upload(file, { branchId: place.branchId });
    while ((await flow.task(plan!.task.id)).status === 'QUEUED') await pause(2);
    await server.kill('SIGKILL');
    await setClock(-24 * hourMs);
    await server.start();
    expect((await flow.ended(plan!.task.id)).status).toBe('COMPLETED');
    expect((await flow.plan(plan!.id, { first: 1 })).counts).toMatchObject({ total: itemCount, unchanged: itemCount });
    const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } | null; problems: unknown[] } }>(
      'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { message } } }',
      { input: { taskId: first.id } },
    );
    expect(undoImport.problems).toEqual([]);
    expect((await flow.ended(undoImport.task!.id)).status).toBe('COMPLETED');
    expect(await flow.resources(place)).toEqual([]);
    expect(await flow.import(file, place)).toMatchObject({ createdCount: itemCount });
    expect(await flow.ask('{ verifyDatabase { isSound problems { message } } }', {})).toEqual({
      verifyDatabase: { isSound: true, problems: [] },
    });
  });

  const setClock = (offsetMs: number) => writeFile(path.join(folder, 'clock'), String(offsetMs));

  async function tasks(): Promise<Times[]> {
    const document = '{ tasks { edges { node { id status createdAt startedAt endedAt } } } }';
    return (await flow.ask<{ tasks: { edges: { node: Times }[] } }>(document, {})).tasks.edges.map(({ node }) => node);
  }
});
