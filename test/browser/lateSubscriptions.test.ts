import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browserConsole.js';
import { makeCastFunction } from '../support/fastDataResources.js';
import { createProject, createResources } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';

interface HeldWindow {
  heldMessages: (() => void)[];
}

/** From the next page on, the subscription to changes of the branch is sent by `release`, as late as on a slow network. */
async function holdSubscription(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heldMessages: (() => void)[] = [];
    Object.assign(window, {
      heldMessages,
      WebSocket: class extends WebSocket {
        override send(data: string): void {
          if (data.includes('branchChanged')) heldMessages.push(super.send.bind(this, data));
          else super.send(data);
        }
      },
    });
  });
  await page.reload();
}

async function release(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as never as HeldWindow).heldMessages.length > 0);
  await page.evaluate(() => {
    for (const send of (window as never as HeldWindow).heldMessages.splice(0)) send();
  });
}

describeInBrowser('a subscription that begins after a change', (browser) => {
  it('shows what has changed since the page was read', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'subscribed-late');
    await createResources(server, branchId, [makeCastFunction('before')]);
    const page = await browser.open(server, `p/${key}/main`);
    await holdSubscription(page);
    await page.getByText('1 of 1 resource loaded').waitFor();
    await createResources(server, branchId, [makeCastFunction('meanwhile')]);
    await release(page);
    await page.getByText('2 of 2 resources loaded').waitFor();
    await page.getByRole('row', { name: 'meanwhile' }).waitFor();
  });
});
