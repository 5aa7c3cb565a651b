import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browserConsole.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { decisionSays } from '../support/importPages.js';
import { largeBundle } from '../support/largeBundle.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { soon } from '../support/soon.js';

const itemCount = 60_000;
const file = largeBundle(itemCount);
const timeoutMs = 240_000;

describeInBrowser('a person whose server dies', (browser) => {
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;

  beforeEach(async () => {
    server = await startTestServer();
    flow = new ImportFlow(server);
    place = await flow.makeProject();
  });
  afterEach(() => server.stop());

  it(
    'in the middle of an import sees it begin anew and end, without a reload',
    async () => {
      const { id } = await flow.stage(file, place);
      const page = await openPlan(id);
      await decisionSays(page, '60,000 to create');
      await page.getByRole('button', { name: 'Confirm and import' }).click();
      await page.getByText(/^Writing [1-9]/).waitFor();
      const writing = page.getByText(/^Writing [\d,]+ of 60,000/);
      await dieAndReturn(page, async () => {
        // What the page still says is not told again: the task begins anew.
        const result = page.getByRole('link', { name: 'Show the resources' });
        const last = await writing.innerText();
        return async () => {
          await writing.filter({ hasNotText: last }).or(result).first().waitFor();
        };
      });
      await page.getByRole('link', { name: 'Show the resources' }).waitFor({ timeout: 60_000 });
      await page.getByText('60,000 created').first().waitFor();
      await soon(() => resourceCount()).toBe(itemCount);
      await soon(() => executions()).toMatchObject([{ status: 'COMPLETED', createdCount: itemCount }]);
    },
    timeoutMs,
  );

  it(
    'while a file is read sees the reading begin anew and the whole plan, without a reload',
    async () => {
      const { plan } = await server.upload(file, { branchId: place.branchId });
      const page = await openPlan(plan!.id);
      await page.getByText(/: [1-9][\d,]* items/).waitFor();
      await dieAndReturn(page);
      await page.getByRole('heading', { name: 'The file is being read' }).waitFor();
      // The whole file is read again.
      await page.getByRole('table', { name: 'Items' }).waitFor({ timeout: 180_000 });
      await decisionSays(page, '60,000 to create');
      await soon(() => resourceCount()).toBe(0);
    },
    timeoutMs,
  );

  function openPlan(id: string): Promise<Page> {
    return browser.open(server, `p/${place.key}/main/import/${id}`);
  }

  /**
   * Kills the server, and starts it again at the same address when the page has said that the connection is lost. `look` is called
   * meanwhile, and what it gives when the connection is back.
   */
  async function dieAndReturn(page: Page, look?: () => Promise<() => Promise<void>>): Promise<void> {
    browser.expect({ messages: /WebSocket|ERR_CONNECTION|Failed to load/ });
    const { port } = new URL(server.url);
    await server.kill('SIGKILL');
    await page.getByText('No connection since').waitFor();
    const lookAgain = await look?.();
    await server.restart({ WAYBILL_PORT: port });
    await page.getByText('No connection since').waitFor({ state: 'hidden' });
    await lookAgain?.();
  }

  async function executions(): Promise<unknown[]> {
    type Answer = { tasks: { nodes: unknown[] } };
    const document = `query ($id: ID!) {
      tasks(filter: { types: [EXECUTE_IMPORT], branchId: $id }) { nodes { status createdCount } } }`;
    return (await flow.ask<Answer>(document, { id: place.branchId })).tasks.nodes;
  }

  async function resourceCount(): Promise<number> {
    type Answer = { resources: { totalCount: number } };
    const document = 'query ($id: ID!) { resources(branchId: $id, first: 1) { totalCount } }';
    return (await flow.ask<Answer>(document, { id: place.branchId })).resources.totalCount;
  }
});
