import type { Locator, Page } from 'playwright-core';
import { grantRole, makeAccount } from '../support/accessScene.js';
import { describeInBrowser } from '../support/browserConsole.js';
import { castFunction, orchard, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { decisionSays, itemsOf, makeThePlan, openUpload } from '../support/importPages.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person who chooses among the items of a plan', (browser) => {
  it('leaves out and takes in all, those of a kind, one, and all that a filter lets through', async () => {
    const { page } = await openUpload(browser, await consoleServer());
    const many = Array.from({ length: 130 }, (_, at) => castFunction(`cast_${at}`));
    await makeThePlan(page, { name: 'many.json', content: bundleOf([...orchard(), ...many]) });
    await itemsOf(page);
    const all = page.getByRole('checkbox', { name: 'All of Items' });
    await decisionSays(page, '136 to create');
    await all.press('Space');
    await decisionSays(page, '136 left out');
    await all.press('Space');
    await decisionSays(page, '136 to create');
    await page.getByRole('tab', { name: /^Projections/ }).click();
    await all.press('Space');
    await page.getByText('2 left out').first().waitFor();
    await page.getByRole('tab', { name: /^All kinds/ }).click();
    const orchardRow = page.getByRole('row', { name: 'orchard', exact: true });
    await orchardRow.waitFor();
    await page.getByLabel('Search items').fill('cast_');
    await orchardRow.waitFor({ state: 'hidden' });
    await page.getByText('more follow as you scroll').waitFor();
    await all.press('Space');
    await page
      .getByText(/132 left out/)
      .first()
      .waitFor();
    const one = page.getByRole('row', { name: 'cast_7', exact: true });
    await one.getByRole('checkbox', { checked: false }).press('Space');
    await page
      .getByText(/131 left out/)
      .first()
      .waitFor();
  });

  it('chooses deep in a long list, and only what is in view is read again', async () => {
    const server = await consoleServer();
    const flow = new ImportFlow(server);
    const place = await flow.makeProject();
    const count = 2_600;
    const nameAt = (at: number) => `cast_${String(at).padStart(4, '0')}`;
    const casts = Array.from({ length: count }, (_, at) => castFunction(nameAt(at)));
    const { id } = await flow.stage(bundleOf(casts, { layout: 'JSONL' }), place);
    const page = await browser.open(server, `p/${place.key}/main/import/${id}`);
    const table = page.getByRole('table', { name: 'Items' });
    const row = (at: number) => table.getByRole('row', { name: nameAt(at), exact: true });
    await row(0).waitFor();
    await scrollTo(table, row(count - 1), 1);
    let pagesRead = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('query PlanItems(') === true) pagesRead++;
    });
    await row(count - 2)
      .getByRole('checkbox')
      .press('Space');
    await decisionSays(page, '2,599 to create, 1 left out');
    await row(count - 2)
      .getByText('Left out')
      .waitFor();
    await soon(() => row(count - 1).count()).toBe(1);
    // Of each of four groups its beginning, and what is in view.
    expect(pagesRead).toBeLessThanOrEqual(8);

    await flow.select(id, false, { itemIds: [`${id}.5`] });
    await decisionSays(page, '2,598 to create, 2 left out');
    await scrollTo(table, row(0), -1);
    await row(4).waitFor();
    await row(5).getByRole('checkbox', { checked: false }).waitFor();
    await row(5).getByText('Left out').waitFor();
  });

  it('imports all as references, those of a filter as copies, and one as it likes', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer());
    const casts = ['one', 'two', 'three'].map((name) => castFunction(name));
    await makeThePlan(page, { name: 'casts.json', content: bundleOf(casts) });
    await itemsOf(page);
    await setAll(page, 'All as references');
    await modeIs(page, 'one', 'Reference');
    await page.getByLabel('Search items').fill('t');
    await page.getByRole('row', { name: 'one', exact: true }).waitFor({ state: 'hidden' });
    await setAll(page, 'All as copies');
    await modeIs(page, 'two', 'Copy');
    await page.getByLabel('Search items').fill('');
    await modeIs(page, 'one', 'Reference');
    await modeIs(page, 'three', 'Copy');
    await page
      .getByRole('radiogroup', { name: 'Import three as' })
      .getByRole('radio', { name: 'Reference' })
      .press('Space');
    await modeIs(page, 'three', 'Reference');
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
    const modes = (await flow.resources(place)).map(({ name, mode }) => [name, mode]);
    expect(modes).toEqual([
      ['one', 'REFERENCE'],
      ['three', 'REFERENCE'],
      ['two', 'EDITABLE'],
    ]);
  });

  it('imports one kind as references by its tab, and the others as copies', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer());
    const records = [systemOfRecord('orchard'), castFunction('one'), castFunction('two')];
    await makeThePlan(page, { name: 'mixed.json', content: bundleOf(records) });
    await itemsOf(page);
    await page.getByRole('tab', { name: /^Cast functions/ }).click();
    await page.getByRole('row', { name: 'orchard', exact: true }).waitFor({ state: 'hidden' });
    await setAll(page, 'All as references');
    await modeIs(page, 'two', 'Reference');
    await page.getByRole('tab', { name: /^All kinds/ }).click();
    await modeIs(page, 'orchard', 'Copy');
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
    const modes = (await flow.resources(place)).map(({ name, mode }) => [name, mode]);
    expect(modes).toEqual([
      ['one', 'REFERENCE'],
      ['orchard', 'EDITABLE'],
      ['two', 'REFERENCE'],
    ]);
  });

  it('imports privately: nobody else with a role sees what it creates', async () => {
    const server = await consoleServer();
    const { page, flow, place } = await openUpload(browser, server);
    const other = await makeAccount(server, 'editor');
    await grantRole(server, other, { projectId: place.projectId, role: 'EDITOR' });
    const own = await makeAccount(server, 'owner');
    await grantRole(server, own, { projectId: place.projectId, role: 'EDITOR' });
    await soon(() => flow.resources(place)).toEqual([]);
    const mine = await browser.open(server, new URL(page.url()).pathname, { token: own.secret });
    await mine.locator('input[type=file]:not([webkitdirectory])').setInputFiles({
      ...{ name: 'one.json', mimeType: 'application/json' },
      buffer: Buffer.from(bundleOf([castFunction('one')])),
    });
    await mine.getByRole('button', { name: 'More options' }).click();
    await mine.getByRole('checkbox', { name: /^Private/ }).press('Space');
    await mine.getByRole('button', { name: 'Make the plan' }).click();
    await mine.getByRole('button', { name: 'Confirm and import' }).click();
    await mine.getByRole('link', { name: 'Show the resources' }).click();
    await mine.getByRole('row', { name: 'one' }).waitFor();
    await soon(() => new ImportFlow(other.client).resources(place)).toEqual([]);
    await soon(() => new ImportFlow(own.client).resources(place)).toMatchObject([{ name: 'one' }]);
  });
});

async function setAll(page: Page, mode: string): Promise<void> {
  await page.getByRole('button', { name: 'set all' }).click();
  await page.getByRole('menuitem', { name: mode }).click();
}

async function modeIs(page: Page, name: string, mode: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: `Import ${name} as` })
    .getByRole('radio', { name: mode, checked: true })
    .waitFor();
}

/** Scrolls up or down as often as rows follow, until a row is there. */
async function scrollTo(table: Locator, row: Locator, direction: 1 | -1): Promise<void> {
  const scroll = table.locator('..');
  while (!(await row.isVisible()))
    await scroll.evaluate(
      (element: unknown, sign) =>
        new Promise<void>((resolve) => {
          const scrolled = element as { scrollTop: number; scrollHeight: number };
          scrolled.scrollTop = sign > 0 ? scrolled.scrollHeight : 0;
          setTimeout(resolve, 30);
        }),
      direction,
    );
}
