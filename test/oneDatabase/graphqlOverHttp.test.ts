import { serverAudits } from 'graphql-http';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** The audits of the GraphQL over HTTP specification: what a server must, should and may do. */
describe('the specification of GraphQL over HTTP', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const audits = serverAudits({
    url: () => `${server.url}/graphql`,
    fetchFn: (url: string, { headers, ...request }: { headers?: Record<string, string> } = {}) =>
      fetch(url, { ...request, headers: { ...headers, ...server.authorization } }),
  });

  it('has audits', () => {
    expect(audits.length).toBeGreaterThan(60);
  });

  it.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id: $name', async ({ fn }) => {
    const result = await fn();
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
});
