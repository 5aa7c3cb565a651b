import type { Locator } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { castFunction, orchard, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { decisionSays, itemsOf, makeThePlan, openUpload, type ImportPage } from '../support/importPages.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person who decides about the items of a plan', (browser) => {
  it('reads the whole spec of an item as it will be on the branch, and as it is in the file', async () => {
    const { page, flow } = await atUpload();
    await makeThePlan(page, { name: 'orchard.json', content: bundleOf(orchard()) });
    await itemsOf(page);
    const [planId = ''] = /[0-9a-f-]{36}$/.exec(page.url()) ?? [];
    await flow.rename(`${planId}.0`, 'trim_words');
    // What the page has not noticed yet would draw the spec anew while it is read.
    await page.getByText('Becomes trim_words here.').waitFor();
    await page.getByRole('button', { name: 'Open trees' }).click();
    await page.getByRole('button', { name: 'Whole spec of trees' }).click();
    const onBranch = page.getByRole('textbox', { name: 'Spec of trees on the branch' });
    await onBranch.waitFor();
    await soon(() => onBranch.inputValue()).toContain('"castFunction": "trim_words"');
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: 'In the file' }).press('Space');
    const inFile = page.getByRole('textbox', { name: 'Spec of trees in the file' });
    await soon(() => inFile.inputValue()).toContain('"castFunction": "trimText"');

    await page.getByRole('button', { name: 'Open harvests' }).click();
    await page.getByRole('button', { name: 'Whole spec of harvests' }).click();
    await page.getByText('The same in the file and on the branch.').waitFor();
  });

  it('goes to the first of them, far down or behind a filter, and goes on by keyboard', async () => {
    const { page, flow, place } = await atUpload('?createStrategy=INSERT');
    const records = Array.from({ length: 60 }, (_, at) => castFunction(`cast_${String(at).padStart(2, '0')}`));
    await flow.import(bundleOf(records.slice(0, 40)), place);
    const changed = records.map((record) => castFunction(record.name, 'another'));
    await makeThePlan(page, { name: 'casts.json', content: bundleOf(changed) });
    await itemsOf(page);
    await decisionSays(page, '40 items are to be decided.');
    const first = page.getByRole('button', { name: 'Go to the first' });
    const row = (name: string) => page.getByRole('row', { name, exact: true });

    await page.getByLabel('Search items').fill('cast_3');
    await row('cast_30').waitFor();
    await first.click();
    await page.getByLabel('New name of cast_30').waitFor();
    await expectFocus(row('cast_30'));
    await soon(() => page.getByLabel('Search items').inputValue()).toBe('cast_3');

    await page.getByLabel('Search items').fill('cast_5');
    await row('cast_50').waitFor();
    await first.click();
    await page.getByLabel('New name of cast_00').waitFor();
    await expectFocus(row('cast_00'));
    await page.keyboard.press('ArrowDown');
    await expectFocus(row('cast_01'));
    await page.getByRole('table', { name: 'Items' }).press('PageDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await first.click();
    await expectFocus(row('cast_00'));
  });

  it('decides one after the other without a row moving under the pointer, and sorts the list when asked', async () => {
    const { page, flow, place } = await atUpload('?createStrategy=INSERT');
    const names = ['alpha', 'beta', 'gamma'];
    await flow.import(bundleOf(names.map((name) => castFunction(name))), place);
    const changed = [...names, 'delta'].map((name) => castFunction(name, 'another'));
    await makeThePlan(page, { name: 'casts.json', content: bundleOf(changed) });
    await itemsOf(page);
    const items = page.getByRole('table', { name: 'Items' });
    await decisionSays(page, '3 items are to be decided.');
    const row = (name: string) => page.getByRole('row', { name, exact: true });
    const field = page.getByLabel('New name of beta');
    await field.waitFor();
    const before = await field.boundingBox();
    await page.getByLabel('New name of alpha').fill('alpha_2');
    await page.getByLabel('New name of alpha').press('Enter');
    await decisionSays(page, '2 items are to be decided.');
    await row('alpha').getByText('Create', { exact: true }).waitFor();
    await soon(() => field.boundingBox()).toEqual(before);
    await row('gamma').getByRole('checkbox').press('Space');
    await decisionSays(page, '1 item is to be decided.');
    await row('gamma').getByText('Left out').waitFor();
    const order = () =>
      items
        .getByRole('row')
        .filter({ hasText: /Collision|Create|Left out/ })
        .locator('td:nth-child(4)')
        .allInnerTexts();
    await soon(() => order()).toEqual(['alpha', 'beta', 'gamma', 'delta']);
    await page.getByText('2 items keep their places until the list is sorted.').waitFor();
    await page.getByRole('button', { name: 'Sort again' }).click();
    await page.getByText('keep their places').waitFor({ state: 'hidden' });
    await soon(() => order()).toEqual(['beta', 'alpha', 'delta', 'gamma']);
  });

  it('decides causes first: what only waits for them stands below, and follows', async () => {
    const { page, flow, place } = await atUpload('?createStrategy=INSERT');
    await flow.import(bundleOf([systemOfRecord('orchard', 'basic')]), place);
    const records = [projection('trees', { system: 'orchard' }), systemOfRecord('orchard')];
    await makeThePlan(page, { name: 'orchard.json', content: bundleOf(records) });
    const items = page.getByRole('table', { name: 'Items' });
    await page.getByRole('button', { name: 'Go to the first' }).click();
    await expectFocus(page.getByRole('row', { name: 'orchard', exact: true }));
    const order = await items
      .locator('tr[data-row]')
      .evaluateAll((rows) => rows.map((row) => (row as unknown as { ariaLabel: string }).ariaLabel));
    expect(order).toEqual(['orchard', 'trees']);
    // This project is not event-driven.
    await page.getByRole('row', { name: 'trees', exact: true }).getByText('Copy only').waitFor();
    await page.getByTitle(/^Projection can be a reference only in an event-driven project/).waitFor();
  });

  it('is not told that a name is free which the kind refuses, nor beside a refusal', async () => {
    const { page } = await atUpload();
    await makeThePlan(page, { name: 'casts.json', content: bundleOf([castFunction('one')]) });
    await itemsOf(page);
    await page.getByRole('button', { name: 'Open one' }).click();
    const field = page.getByLabel('Rename to: new name of one');
    const free = page.getByText('Free on this branch.');
    const asked = () => page.waitForResponse((response) => (response.request().postData() ?? '').includes('NamesLike'));
    await field.fill('two');
    await free.waitFor();
    const answered = asked();
    await field.fill('has space é');
    await answered;
    await soon(() => free.count()).toBe(0);
    await field.press('Enter');
    await page.getByText('is not valid for a cast function', { exact: false }).waitFor();
    await soon(() => free.count()).toBe(0);
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await field.fill('three');
    await free.waitFor();
    await page.getByText('is not valid for a cast function', { exact: false }).waitFor({ state: 'hidden' });
  });

  it('is told at a rename which items collide by it', async () => {
    const { page } = await atUpload();
    await makeThePlan(page, {
      name: 'casts.json',
      content: bundleOf(['one', 'two', 'three'].map((name) => castFunction(name))),
    });
    await itemsOf(page);
    await page.getByRole('button', { name: 'Open one' }).click();
    await page.getByLabel('New name of one').fill('two');
    await page.getByText('Another item of the file has this name.').waitFor();
    await page.getByLabel('New name of one').press('Enter');
    await page.getByText('By this name, this item collides now.').waitFor();
    await page.getByLabel('New name of one').fill('four');
    await page.getByLabel('New name of one').press('Enter');
    await page.getByText('By this name').waitFor({ state: 'hidden' });
  });

  async function atUpload(search = ''): Promise<ImportPage> {
    return openUpload(browser, await consoleServer(), { search });
  }
});

async function expectFocus(row: Locator): Promise<void> {
  await row.and(row.page().locator(':focus')).waitFor();
}
