import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CliHome, type RunningCli } from '../support/cli.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer } from '../support/testServer.js';

const itemCount = 8000;

describe('a command that is interrupted', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let home: CliHome;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    home = await CliHome.make(server);
    await writeFile(home.file('large.jsonl'), largeBundle(itemCount));
  });
  beforeEach(async () => {
    place = await flow.makeProject([], server.keyFor('cli-interrupted'));
  });
  afterAll(() => home.remove());

  /** The task of this type that the command has started, as soon as it runs. */
  const started = async (type: string, on = { flow, branchId: place.branchId }): Promise<string> => {
    for (;;) {
      const { tasks } = await on.flow.ask<{ tasks: { nodes: { id: string; status: string }[] } }>(
        'query ($filter: TaskFilter) { tasks(filter: $filter) { nodes { id status } } }',
        { filter: { branchId: on.branchId, types: [type] } },
      );
      const [task] = tasks.nodes;
      if (task && task.status !== 'QUEUED') return task.id;
      await pause(10);
    }
  };
  const interrupt = async (running: RunningCli, type: string, signal: NodeJS.Signals = 'SIGINT') => {
    const id = await started(type);
    running.kill(signal);
    return { id, end: await running.end };
  };

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s while a file is read cancels that, and ends with 130',
    async (signal) => {
      const running = home.start(['plan', 'large.jsonl', '--into', place.key]);
      const { id, end } = await interrupt(running, 'STAGE_IMPORT', signal);
      expect(end).toMatchObject({ code: 130, stderr: expect.stringContaining(`The task ${id} `) as string });
      const { status } = await flow.ended(id);
      expect(end.stderr).toContain(status === 'CANCELLED' ? 'was cancelled' : 'had ended already');
    },
  );

  it('during an import rolls it back', async () => {
    const running = home.start(['import', 'large.jsonl', '--into', place.key, '--yes']);
    const { id, end } = await interrupt(running, 'EXECUTE_IMPORT');
    const { status } = await flow.ended(id);
    expect(await flow.resources(place)).toHaveLength(status === 'CANCELLED' ? 0 : itemCount);
    expect(end.code === 130 || status === 'COMPLETED').toBe(true);
  });

  it('with --detach leaves the import on the server', async () => {
    const running = home.start(['import', 'large.jsonl', '--into', place.key, '--yes', '--detach']);
    const { id, end } = await interrupt(running, 'EXECUTE_IMPORT');
    expect(await flow.ended(id)).toMatchObject({ status: 'COMPLETED', createdCount: itemCount });
    // It may have been over before the signal arrived.
    if (end.code !== 0)
      expect(end).toMatchObject({ code: 130, stderr: expect.stringContaining(`waybill watch ${id}`) as string });
    expect(await home.run(['watch', id])).toMatchObject({
      code: 0,
      stdout: `Import: completed. 8,000 created.\n`,
    });
  });

  it.each([
    ['to look', ['projects']],
    ['to plan', ['plan', '-', '--into', 'library']],
  ])('while it waits for a server %s ends at once', async (_what, args) => {
    const asked = new Set<string>();
    const silent = createServer((request) => asked.add(request.url ?? ''));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const running = home.start(args, { env: { WAYBILL_URL: `http://127.0.0.1:${String(port)}` }, isOpen: true });
    while (asked.size === 0) await pause(10);
    running.kill('SIGINT');
    expect(await running.end).toMatchObject({ code: 130, stdout: '' });
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('because the server is killed names the task, which may still go through', async () => {
    const own = await startTestServer();
    const ownHome = await CliHome.make(own);
    try {
      const ownFlow = new ImportFlow(own);
      const target = await ownFlow.makeProject([], 'killed');
      await writeFile(ownHome.file('large.jsonl'), largeBundle(itemCount));
      const running = ownHome.start(['import', 'large.jsonl', '--into', target.key, '--yes', '--json']);
      const id = await started('EXECUTE_IMPORT', { flow: ownFlow, branchId: target.branchId });
      await own.kill('SIGKILL');
      const end = await running.end;
      // It may have been over before the server was killed.
      if (end.code === 0) return;
      expect(end.code).toBe(1);
      const { error } = JSON.parse(end.stdout) as { error: Record<string, string> };
      expect(error).toMatchObject({
        code: 'OUTCOME_UNKNOWN',
        message: expect.stringContaining(`The task ${id} was begun, and may still go through.`) as string,
        fix: expect.stringContaining(`waybill watch ${id}`) as string,
      });
    } finally {
      await ownHome.remove();
      await own.stop();
    }
  });
});
