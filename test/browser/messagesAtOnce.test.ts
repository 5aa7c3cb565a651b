import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browserConsole.js';
import { makeCastFunction } from '../support/fastDataResources.js';
import { library } from '../support/libraryScene.js';
import { createProject, createResources, exportFile } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

/**
 * From the next page on, each task is shown as running first, however fast it is; what is told of its end waits for `release`, and then
 * comes in one moment, as it does on a busy machine.
 */
async function holdEnds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const sockets: WebSocket[] = [];
    Object.assign(window, {
      heldMessages: held,
      sockets,
      WebSocket: class extends WebSocket {
        constructor(...args: ConstructorParameters<typeof WebSocket>) {
          super(...args);
          sockets.push(this);
        }
        override set onmessage(listener: (event: { data: string }) => void) {
          super.onmessage = ({ data }: MessageEvent<string>) => {
            const running = data.replace('"status":"COMPLETED"', '"status":"RUNNING"');
            const isEnd = running !== data || data.includes('"type":"complete"');
            if (isEnd) held.push(listener.bind(this, { data }));
            if (!data.includes('"type":"complete"')) listener({ data: running });
          };
        }
      },
    });
  });
  await page.route('**/graphql', async (route) => {
    const answer = await route.fetch();
    const isState = /query (ExportTaskState|TaskList)/.test(route.request().postData() ?? '');
    const body = await answer.text();
    await route.fulfill({ response: answer, body: isState ? body.replaceAll('"COMPLETED"', '"RUNNING"') : body });
  });
  await page.reload();
  await page.locator('main#screen').waitFor();
}

async function release(page: Page, count: number): Promise<void> {
  await page.waitForFunction((least) => (window as never as { heldMessages: [] }).heldMessages.length >= least, count);
  await page.evaluate(() => {
    for (const deliver of (window as never as { heldMessages: (() => void)[] }).heldMessages.splice(0)) deliver();
  });
}

/** Loses the connection once; the page connects again by itself, and what has ended meanwhile is not shown as running any more. */
async function loseConnection(page: Page): Promise<void> {
  await page.unroute('**/graphql');
  await page.evaluate(() => {
    for (const socket of (window as never as { sockets: WebSocket[] }).sockets) socket.close(4000);
  });
}

describeInBrowser('messages that come at once', (browser) => {
  it('show the end of an export, though the subscription ends in the same moment', async () => {
    const { key } = await library('at-once');
    const page = await browser.open(await consoleServer(), `p/${key}/main/export`);
    await holdEnds(page);
    await page.getByRole('button', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Confirm and export' }).click();
    await page.getByText(/^Writing/).waitFor();
    // The end in the list of tasks, the end of the export, and the end of its subscription.
    await release(page, 3);
    await page.getByRole('link', { name: 'Download' }).waitFor();
  });

  it('end each of several tasks in the tray', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'tray-at-once');
    await createResources(server, branchId, [makeCastFunction('castToIsbn')]);
    const page = await browser.open(server, `p/${key}/main`);
    await holdEnds(page);
    const tray = page.getByRole('region', { name: 'Running tasks' });
    await tray.getByText('No task is running').waitFor();
    // Those that end before the page has subscribed are not told to it.
    const several = tray.getByText(/^([2-9]|\d\d) running/);
    while (!(await several.isVisible())) await exportFile(server, { selection: { branchId, all: true } });
    await soon(async () => {
      await release(page, 0);
      return tray.getByText('No task is running').isVisible();
    }).toBe(true);
  });
});

describeInBrowser('messages that are lost with the connection', (browser) => {
  it('leave no task that has ended as a running one, in the tray and in the list', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'lost-ends');
    await createResources(server, branchId, [makeCastFunction('castToIsbn')]);
    const page = await browser.open(server, `p/${key}/main/tasks`);
    await holdEnds(page);
    const tray = page.getByRole('region', { name: 'Running tasks' });
    await tray.getByText('No task is running').waitFor();
    const running = tray.getByText(/^\d+ running/);
    while (!(await running.isVisible())) await exportFile(server, { selection: { branchId, all: true } });
    const list = page.locator('main#screen');
    await list.getByText('Running', { exact: true }).first().waitFor();
    await loseConnection(page);
    await tray.getByText('No task is running').waitFor();
    await list.getByText('Completed', { exact: true }).first().waitFor();
    await soon(() => list.getByText('Running', { exact: true }).count()).toBe(0);
  });
});
