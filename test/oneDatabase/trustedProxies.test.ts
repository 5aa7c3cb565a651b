/** What is believed of a proxy in front of the server. */
import { auditEventsOf } from '../support/auditEvents.js';
import { makeShop } from '../support/fastDataResources.js';
import { createProject, createResources, exportFile } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

describe('a server behind a trusted proxy', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_TRUSTED_PROXIES: '127.0.0.1' } });
  });
  afterAll(() => server.stop());

  const ask = (query: string, headers: Record<string, string>) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query }),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('counts wrong tokens for each client by itself, and names the client in the audit log', async () => {
    const wrongFrom = async (client: string) => {
      const answer = await ask('{ me { id } }', { authorization: 'Bearer wrong', 'x-forwarded-for': client });
      await answer.text();
      return answer.status;
    };
    for (let times = 0; (await wrongFrom('198.51.100.7')) === 401 && times < 100; times += 1);
    expect(await wrongFrom('198.51.100.7')).toBe(429);
    expect(await wrongFrom('198.51.100.8')).toBe(401);
    const addresses = async () =>
      (await auditEventsOf(server, { actions: ['AUTHENTICATE'] })).map(({ detail }) => detail['address']);
    while ((await addresses()).length < 2);
    expect((await addresses()).sort()).toEqual(['198.51.100.7', '198.51.100.8']);
  });

  it('gives addresses of files as the client called it', async () => {
    const { branchId } = await createProject(server, 'shop');
    await createResources(server, branchId, makeShop());
    const { task } = await exportFile(server, { selection: { branchId, all: true } });
    const query = `{ task(id: "${task.id}") { files { url } } }`;
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'waybill.example' };
    const answer = await ask(query, { ...server.authorization, ...headers });
    const { data } = (await answer.json()) as { data: { task: { files: { url: string }[] } } };
    expect(data.task.files[0]?.url).toMatch(/^https:\/\/waybill\.example\/downloads\//);
  });

  it('makes GraphiQL ask relative to its page, so that it works below any path of a proxy', async () => {
    const headers = { ...server.authorization, accept: 'text/html' };
    const page = await (await fetch(`${server.url}/graphql`, { headers })).text();
    const endpoint = /"endpoint":"([^"]*)"/.exec(page)?.[1] ?? '';
    expect(new URL(endpoint, 'https://waybill.example/base/graphql').pathname).toBe('/base/graphql');
    const response = await fetch(`${server.url}/graphql/`, { headers, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '../graphql']);
  });
});
