/** Who may read the metrics, and where. */
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { sql } from '../../src/database/worker.js';
import { ImportFlow } from '../support/importFlow.js';
import { metricsUrl, MetricsScrape } from '../support/metricsScrape.js';
import { bundleOf } from '../support/importBundle.js';
import { castFunction } from '../support/fastDataRecords.js';
import { sharedServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';
import { adminToken, startTestServer, type TestServer } from '../support/testServer.js';

const token = 'a-token-that-opens-nothing-but-metrics';

const get = (url: string, secret?: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers: { ...headers, ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }) } });

const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('without a setting', () => {
  it('there are no metrics, whoever asks', async () => {
    const server = await sharedServer();
    for (const secret of [undefined, adminToken, token]) {
      for (const accept of ['*/*', 'text/html']) {
        const response = await get(`${server.url}/metrics`, secret, { accept });
        expect([response.status, await codeOf(response)]).toEqual([404, 'NOT_FOUND']);
      }
    }
  });
});

describe('with a token and no port of their own', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_METRICS_TOKEN: token } });
  });
  afterAll(() => server.stop());

  const counted = async (code: string) => {
    const found = new MetricsScrape(await (await get(`${server.url}/metrics`, token)).text());
    return found.value('waybill_refused_requests_total', { reason: 'credentials', code });
  };

  it('they are at the port of the server, for that token', async () => {
    expect(metricsUrl(server)).toBe(`${server.url}/metrics`);
    const response = await get(`${server.url}/metrics`, token);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(new MetricsScrape(await response.text()).metrics.size).toBeGreaterThan(40);
    expect((await get(`${server.url}/metrics/more`, token)).status).toBe(404);
    expect((await fetch(`${server.url}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('no other token opens them, and each wrong one is counted and in the audit log', async () => {
    const before = (await counted('UNAUTHENTICATED'))!;
    for (const secret of [undefined, adminToken, `${token}x`, token.slice(1)]) {
      const response = await get(`${server.url}/metrics`, secret);
      expect([response.status, await codeOf(response)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Waybill"');
    }
    expect(await counted('UNAUTHENTICATED')).toBe(before + 4);
    const { data } = await server.query('{ auditEvents { nodes { action outcome detail } } }');
    const { nodes } = data!['auditEvents'] as { nodes: unknown[] };
    expect(nodes).toContainEqual({
      ...{ action: 'AUTHENTICATE', outcome: 'DENIED' },
      detail: expect.objectContaining({ credential: 'METRICS_TOKEN' }) as unknown,
    });
  });

  it('too many wrong ones are refused, the right one never', async () => {
    const statuses: number[] = [];
    while (statuses.length < 40) statuses.push((await get(`${server.url}/metrics`, 'wrong')).status);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(await counted('TOO_MANY_ATTEMPTS')).toBeGreaterThan(0);
  });

  it('the token opens nothing else', async () => {
    const { status, errors } = await server.as(token).query('{ me { name } }');
    expect([status, errors?.[0]?.extensions['code']]).not.toContain(200);
    expect([401, 429]).toContain(status);
  });
});

describe('with a port of their own', () => {
  let server: TestServer;
  beforeAll(async () => {
    const settings = { WAYBILL_METRICS_PORT: '0', WAYBILL_METRICS_TOKEN: token, WAYBILL_MAX_UPLOAD_BYTES: '4096' };
    server = await startTestServer({ settings });
  });
  afterAll(() => server.stop());

  const scrape = async () => new MetricsScrape(await (await get(metricsUrl(server), token)).text());

  it('they are there alone, and a token that is set is still asked for', async () => {
    const url = metricsUrl(server);
    expect(new URL(url).port).not.toBe(new URL(server.url).port);
    expect((await get(url, token)).status).toBe(200);
    expect((await get(url)).status).toBe(401);
    expect((await get(`${server.url}/metrics`, token)).status).toBe(404);
    for (const path of ['/', '/graphql', '/health', '/session'])
      expect((await get(new URL(path, url).href, adminToken)).status).toBe(404);
  });

  it('a port that is taken keeps the server from starting, and names the setting', async () => {
    const { port } = new URL(server.url);
    await expect(startTestServer({ settings: { WAYBILL_METRICS_PORT: port } })).rejects.toThrow(
      new RegExp(`Port ${port} of 127.0.0.1 is in use .* or set WAYBILL_METRICS_PORT to a free port\\.`),
    );
  });

  it('they count uploads that are refused', async () => {
    const { branchId } = await new ImportFlow(server).makeProject();
    const { status } = await server.sendUpload('x'.repeat(5000), { branchId });
    expect(status).toBe(413);
    await soon(async () => (await scrape()).value('waybill_uploads_total', { outcome: 'refused' })).toBe(1);
    const refused = { reason: 'limits', code: 'FILE_TOO_LARGE' };
    expect((await scrape()).value('waybill_refused_requests_total', refused)).toBe(1);
  });

  it('they count the queue in the database, with the age of its oldest task', async () => {
    const flow = new ImportFlow(server);
    const place = await flow.makeProject();
    const { id } = await flow.import(bundleOf([castFunction('one')]), place);
    await flow.export(place);
    const connection = await openSqlConnection(server.database, 10_000);
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    // The server does not look for tasks that it has not queued itself: they wait.
    await connection.run(sql`UPDATE task SET status = 'QUEUED'`);
    await connection.run(sql`UPDATE task SET created_at = ${hourAgo} WHERE id = ${id}`);
    await connection.close();
    // What is counted in the database may be some seconds old.
    await soon(async () => (await scrape()).value('waybill_tasks_queued')).toBe(3);
    const found = await scrape();
    expect(found.value('waybill_oldest_queued_task_age_seconds')).toBeGreaterThanOrEqual(3600);
    expect(found.value('waybill_oldest_queued_task_age_seconds')).toBeLessThan(4000);
    expect((await scrape()).value('waybill_tasks_running')).toBe(0);
  });
});
