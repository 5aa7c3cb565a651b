import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browserConsole.js';
import { castFunction, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { decisionSays } from '../support/importPages.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

const castCount = 99_900;
const systemCount = 100;
const total = castCount + systemCount;

const castAt = (index: number) => `cast_${String(index).padStart(6, '0')}`;
const systemAt = (index: number) => `system_${String(index).padStart(3, '0')}`;

describeInBrowser('a person with a plan of 100,000 items', (browser) => {
  it('scrolls to its end, chooses there, filters and draws it, renames what collides in place, and imports it', async () => {
    const server = await consoleServer();
    const flow = new ImportFlow(server);
    const place = await flow.makeProject();
    const collides = castAt(54_321);
    await flow.import(bundleOf([castFunction(collides, 'here()')]), place);
    const records = [
      ...Array.from({ length: castCount }, (_, index) => castFunction(castAt(index))),
      ...Array.from({ length: systemCount }, (_, index) => systemOfRecord(systemAt(index))),
    ];
    const plan = await flow.stage(bundleOf(records, { layout: 'JSONL' }), place);
    const page = await browser.open(server, `p/${place.key}/main/import/${plan.id}`);
    const table = page.getByRole('table', { name: 'Items' });
    const row = (name: string) => table.getByRole('row', { name, exact: true });
    await row(collides).waitFor();
    await soon(() => table.getAttribute('aria-rowcount')).toBe(String(total + 1));
    await decisionSays(page, '1 item is to be decided.');
    await chip(page, 'All 100,000');
    await chip(page, 'Create 99,999');
    await chip(page, 'Collision 1');

    await scrollToEnd(table, row(systemAt(systemCount - 1)));
    // However long the list is, what is drawn of it stays small.
    await soon(() => table.locator('tbody tr[data-row]').count()).toBeLessThan(80);

    const last = row(systemAt(systemCount - 1));
    let pagesRead = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('query PlanItems(') === true) pagesRead++;
    });
    await last.getByRole('checkbox').press('Space');
    await decisionSays(page, '99,998 to create, 1 left out');
    await last.getByText('Left out').waitFor();
    await last.getByRole('checkbox').press('Space');
    await decisionSays(page, '99,999 to create');
    // Of each of four groups its beginning, and what is in view; twice, and what the plan itself notices.
    expect(pagesRead).toBeLessThanOrEqual(24);

    await press(page, 'Collision 1');
    await row(castAt(0)).waitFor({ state: 'hidden' });
    await row(collides).waitFor();
    await soon(() => table.locator('tbody tr[data-row]').count()).toBe(1);
    await press(page, 'Collision 1');
    await row(castAt(0)).waitFor();

    await draws(page);
    await page.getByRole('radio', { name: 'List' }).press('Space');
    const phone = await browser.open(server, new URL(page.url()).pathname, {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    await draws(phone);
    await phone.close();

    await page.getByRole('button', { name: 'Go to the first' }).click();
    await page.getByLabel(`New name of ${collides}`).fill('cast_renamed');
    await page.getByText('Free on this branch.').waitFor();
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await decisionSays(page, '100,000 to create');
    await chip(page, 'Create 100,000');

    await page.getByRole('tab', { name: /^Systems of record/i }).click();
    await row(systemAt(0)).waitFor();
    await soon(() => table.getAttribute('aria-rowcount')).toBe(String(systemCount + 1));
    await page.getByLabel('Search items').fill('_07');
    await row(systemAt(0)).waitFor({ state: 'hidden' });
    await row(systemAt(79)).waitFor();
    await page.getByRole('tab', { name: /^All kinds/ }).click();
    await page.getByLabel('Search items').fill('054321');
    await row(collides).waitFor();
    await soon(() => table.locator('tbody tr[data-row]').count()).toBe(1);
    await page.getByText('Becomes cast_renamed here.').waitFor();
    await page.getByLabel('Search items').fill('');

    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor({ timeout: 120_000 });
    await page.getByText('100,000 created').first().waitFor();
    const { resources } = await flow.ask<{ resources: { totalCount: number } }>(
      'query ($id: ID!) { resources(branchId: $id, first: 1) { totalCount } }',
      { id: place.branchId },
    );
    expect(resources.totalCount).toBe(total + 1);
  });
});

/** Waits for a filter above the items, with its count. */
async function chip(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: 'Show only' }).getByRole('button', { name, exact: true }).waitFor();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: 'Show only' }).getByRole('button', { name, exact: true }).click();
}

/** Draws the plan: by kind, a kind one by one, and what a search finds. */
async function draws(page: Page): Promise<void> {
  const box = (name: string | RegExp) => page.getByRole('group', { name, exact: true });
  await page.getByRole('radio', { name: 'Graph' }).press('Space');
  await box(/^99,900 cast functions, 1 collision, 99,899 create$/).waitFor();
  const systems = box(/^100 systems of record, 100 create$/i);
  await systems.focus();
  await page.keyboard.press('Enter');
  await box(`${systemAt(0)}, Create`).waitFor();
  await page.getByLabel('Search items').fill('054321');
  await box(`${castAt(54_321)}, Collision`).waitFor();
  await soon(() => page.locator('.react-flow__node').count()).toBe(1);
  await page.getByLabel('Search items').fill('');
  await systems.waitFor();
}

/** Scrolls down as often as rows follow, until the last one is there. */
async function scrollToEnd(table: Locator, last: Locator): Promise<void> {
  const scroll = table.locator('..');
  while (!(await last.isVisible()))
    await scroll.evaluate(
      (element: unknown) =>
        new Promise<void>((resolve) => {
          const scrolled = element as { scrollTop: number; scrollHeight: number };
          scrolled.scrollTop = scrolled.scrollHeight;
          setTimeout(resolve, 30);
        }),
    );
}
