/** What is counted, and that it is what happened. */
import { grantRole, makeAccount } from '../support/accessScene.js';
import { askFor, settledCallback } from '../support/callbackFlow.js';
import { CallbackReceiver } from '../support/callbackReceiver.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { metricsUrl, scrape, scrapeUntil, type MetricsScrape } from '../support/metricsScrape.js';
import { isPostgresWanted } from '../support/testDatabase.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const ended = (type: string, status: string) => (found: MetricsScrape) =>
  found.value('waybill_tasks_total', { type, status }) ?? 0;

describe('the metrics', () => {
  let receiver: CallbackReceiver;
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    receiver = await CallbackReceiver.start();
    server = await startTestServer({
      settings: { ...receiver.settings, WAYBILL_METRICS_PORT: '0' },
      isOneProcess: 'each process counts what it does itself',
    });
    flow = new ImportFlow(server);
    place = await flow.makeProject();
  });
  afterAll(async () => {
    await server.stop();
    await receiver.stop();
  });

  /** Does something, and waits until a number has grown by so much; gives the scrapes before and after. */
  async function growth(
    work: () => Promise<unknown>,
    numberIn: (found: MetricsScrape) => number,
    by = 1,
  ): Promise<{ before: MetricsScrape; after: MetricsScrape }> {
    const before = await scrape(server);
    await work();
    const after = await scrapeUntil(server, (found) => numberIn(found) >= numberIn(before) + by);
    expect(numberIn(after) - numberIn(before)).toBe(by);
    return { before, after };
  }

  const refusals = (reason: string, code: string) => (found: MetricsScrape) =>
    found.value('waybill_refused_requests_total', { reason, code }) ?? 0;

  it('have a HELP, a TYPE, and a name with its unit', async () => {
    const { metrics } = await scrape(server);
    for (const [name, { type, help }] of metrics) {
      if (!name.startsWith('waybill_')) continue;
      expect(help).toMatch(/^[A-Z].*[.:)]/);
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    }
    expect([...metrics.keys()]).toEqual(
      expect.arrayContaining(['process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds']),
    );
  });

  it('name the version, and say that the database answers and nobody waits', async () => {
    const found = await scrapeUntil(server, (one) => one.value('waybill_database_up') === 1);
    expect(found.labelsOf('waybill_build_info')).toEqual([
      expect.arrayContaining([
        'version="0.1.0"',
        `node_version="${process.version}"`,
        `database="${isPostgresWanted() ? 'postgres' : 'sqlite'}"`,
      ]) as string[],
    ]);
    expect(found.value('waybill_tasks_queued')).toBe(0);
    expect(found.value('waybill_oldest_queued_task_age_seconds')).toBe(0);
    expect(found.value('waybill_task_workers')).toBeGreaterThan(0);
  });

  it('count an import: its tasks, their items and seconds, its upload, and what it did', async () => {
    const file = bundleOf(['one', 'two', 'three'].map((name) => castFunction(name)));
    const { before, after } = await growth(() => flow.import(file, place), ended('EXECUTE_IMPORT', 'COMPLETED'));
    const grown = (name: string, labels: Record<string, string> = {}) =>
      (after.value(name, labels) ?? 0) - (before.value(name, labels) ?? 0);
    expect(grown('waybill_tasks_total', { type: 'STAGE_IMPORT', status: 'COMPLETED' })).toBe(1);
    for (const type of ['STAGE_IMPORT', 'EXECUTE_IMPORT']) {
      expect(grown('waybill_task_items_total', { type })).toBe(3);
      expect(grown('waybill_task_items_seconds_total', { type })).toBeGreaterThan(0);
      expect(grown('waybill_task_duration_seconds_count', { type })).toBe(1);
      expect(grown('waybill_task_duration_seconds_bucket', { type, le: '+Inf' })).toBe(1);
    }
    expect(grown('waybill_plan_actions_total', { action: 'created' })).toBe(3);
    expect(after.total('waybill_plan_actions_total') - before.total('waybill_plan_actions_total')).toBe(3);
    expect(grown('waybill_uploads_total', { outcome: 'answered' })).toBe(1);
    const bytes = grown('waybill_upload_bytes_total') - Buffer.byteLength(file);
    // The request has the operation and the boundaries too.
    expect([bytes > 0, bytes < 3000]).toEqual([true, true]);
    expect(grown('waybill_graphql_answers_total', { type: 'mutation', outcome: 'complete' })).toBe(2);
  });

  it('count what a second import leaves as it is', async () => {
    const file = bundleOf([castFunction('again')]);
    await flow.import(file, place);
    const unchanged = (found: MetricsScrape) => found.value('waybill_plan_actions_total', { action: 'unchanged' }) ?? 0;
    await growth(() => flow.import(file, place), unchanged);
  });

  it('count a task that failed, with its code', async () => {
    const { before, after } = await growth(
      async () => {
        const { plan } = await server.upload('{"format": "unknown"}', { branchId: place.branchId });
        await server.waitForTask(plan!.task.id);
      },
      ended('STAGE_IMPORT', 'FAILED'),
    );
    expect(after.total('waybill_task_failures_total') - before.total('waybill_task_failures_total')).toBe(1);
    expect(after.total('waybill_task_items_total')).toBe(before.total('waybill_task_items_total'));
  });

  it('count an export and an undo', async () => {
    await growth(() => flow.export(place), ended('EXPORT', 'COMPLETED'));
    const { id } = await flow.import(bundleOf([castFunction('undone')]), place);
    await growth(
      async () => {
        const { task } = await askFor(server, 'undoImport', { taskId: id });
        await server.waitForTask(task!.id);
      },
      ended('UNDO_IMPORT', 'COMPLETED'),
    );
  });

  it('count a wrong token, a missing right of a query and of a mutation, a limit, and a query with a fault', async () => {
    await growth(() => server.as('wrong').query('{ me { name } }'), refusals('credentials', 'UNAUTHENTICATED'));
    const viewer = await makeAccount(server, 'viewer');
    await grantRole(server, viewer, { projectId: place.projectId, role: 'VIEWER' });
    const createToken = 'mutation { createToken(input: { name: "no" }) { problems { code } } }';
    await growth(() => viewer.client.query(createToken), refusals('rights', 'FORBIDDEN'));
    await growth(() => viewer.client.query('{ auditEvents { totalCount } }'), refusals('rights', 'FORBIDDEN'));
    const deep = `{ ${'projects { nodes { '.repeat(15)} id ${'} }'.repeat(15)} }`;
    await growth(() => server.query(deep), refusals('limits', 'QUERY_TOO_DEEP'));
    await growth(() => server.query('{ nothing }'), refusals('request', 'GRAPHQL_VALIDATION_FAILED'));
  });

  it('count answers by outcome, and never name an operation', async () => {
    const answers = (type: string, outcome: string) => (found: MetricsScrape) =>
      found.value('waybill_graphql_answers_total', { type, outcome }) ?? 0;
    await growth(() => server.query('query ASecretName { me { name } }'), answers('query', 'complete'));
    await growth(() => server.query('{ nothing }'), answers('none', 'error'));
    expect(await (await fetch(metricsUrl(server))).text()).not.toContain('ASecretName');
  });

  it('count callbacks: each attempt, and how it ended', async () => {
    const order = { selection: { branchId: place.branchId, all: true }, format: 'JSONL' };
    const settled = (outcome: string) => (found: MetricsScrape) =>
      found.value('waybill_callbacks_total', { outcome }) ?? 0;
    const told = (path: string) => async () => {
      const { task } = await askFor(server, 'startExport', { ...order, callbackUrl: receiver.url(path) });
      await settledCallback(server, task!.id);
    };
    receiver.nextAnswers.push(500);
    const { before, after } = await growth(told('second'), settled('delivered'));
    const attempts = (found: MetricsScrape, outcome: string) =>
      found.value('waybill_callback_attempts_total', { outcome }) ?? 0;
    expect(attempts(after, 'failed') - attempts(before, 'failed')).toBe(1);
    expect(attempts(after, 'delivered') - attempts(before, 'delivered')).toBe(1);
    receiver.nextAnswers.push(500, 500, 500);
    await growth(told('never'), settled('failed'));
  });

  it('show the pool of connections, which SQLite does not have', async () => {
    const found = await scrape(server);
    const connections = found.total('waybill_database_pool_connections');
    const waits = found.value('waybill_database_pool_wait_seconds_count') ?? 0;
    if (isPostgresWanted()) {
      expect(connections).toBeGreaterThan(0);
      expect(waits).toBeGreaterThan(0);
    } else expect([connections, waits]).toEqual([0, 0]);
  });
});
