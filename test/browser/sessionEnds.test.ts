import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { consoleServer } from '../support/sharedServer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person whose token is revoked', (browser) => {
  it('is signed out at once, and signs in again where the work was', async () => {
    const server = await consoleServer();
    const { createToken } = await server.operation('CreateToken', { input: { name: server.keyFor('revoked') } });
    const page = await browser.open(server, '', { token: createToken.secret! });
    browser.expect({ messages: /401|WebSocket/ });
    await server.operation('RevokeToken', { input: { id: createToken.token!.id } });
    await page.getByText('You are signed out').waitFor();
    await page.getByLabel('Token').fill(server.token);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Projects', exact: true }).waitFor();
  });
});

describeInBrowser('a person whose server is restarted', (browser) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('sees that the connection is lost, keeps what was on screen, and goes on when the server is back', async () => {
    const page = await browser.open(server);
    browser.expect({ messages: /WebSocket|ERR_CONNECTION|Failed to load/ });
    await page.getByText('No task is running').waitFor();
    const { port } = new URL(server.url);
    await server.kill('SIGTERM');
    await page.getByText('No connection since').waitFor();
    await page.getByRole('heading', { name: 'Projects', exact: true }).waitFor();
    await server.restart({ WAYBILL_PORT: port });
    await page.getByText('No connection since').waitFor({ state: 'hidden' });
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });
});
