import { describeInBrowser } from '../support/browserConsole.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { chooseFile, itemsOf, makeThePlan, openUpload } from '../support/importPages.js';
import { definitionFile, definitionSpec, textField } from '../support/objectBatches.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

const longer = [textField('title'), textField('isbn')];

describeInBrowser('a person imports what is here already', (browser) => {
  it('sees that a reference would be updated by a newer export of its source, and updates it', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer(), { search: '?mode=REFERENCE' });
    const from = (body: string) => bundleOf([castFunction('trim', body)], { project: 'city-library' });
    await flow.import(from('one()'), place, { mode: 'REFERENCE' });
    await makeThePlan(page, { name: 'trim.json', content: from('two()') });
    const row = page.getByRole('row', { name: 'trim', exact: true });
    await row.getByText('Reference update', { exact: true }).waitFor();
    await row.getByText(/^1 field differs\. Replaces the export of /).waitFor();
    await page.getByText('1 reference to update').waitFor();
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await row.getByText('Reference updated', { exact: true }).waitFor();
    const [trim] = await flow.resources(place);
    expect(trim).toMatchObject({ mode: 'REFERENCE', spec: { casting: expect.stringContaining('two()') as string } });
  });

  it('chooses a strategy in the words of the product, and consents to what an update removes', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer());
    await flow.import(definitionFile([definitionSpec('BOOK', 'Book', longer)]), place);
    const shorter = definitionFile([definitionSpec('BOOK', 'Book')]);
    await chooseFile(page, { name: 'books.json', content: shorter });
    await page.getByRole('button', { name: /^What is here already/ }).click();
    await page.getByRole('option', { name: 'Add or Update Records' }).click();
    await page.getByRole('button', { name: /^An update writes/ }).click();
    await page.getByRole('option', { name: 'Overwrite Records' }).click();
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await itemsOf(page);
    const row = page.getByRole('row', { name: 'BOOK', exact: true });
    await row.getByText('Blocked', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Allow updates to remove parts' }).click();
    await row.getByText('Update', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Options', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Options of this import' });
    await dialog.getByRole('button', { name: /^An update writes/ }).click();
    await page.getByRole('option', { name: 'Update Changed Record Fields' }).click();
    await dialog.getByRole('checkbox', { name: /^Updates may remove parts/, checked: true }).press('Space');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row.getByText('Unchanged', { exact: true }).waitFor();
  });

  it('consents to deletions of what is no longer in the file, and keeps one', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer());
    const file = (...names: string[]) => bundleOf(names.map((name) => castFunction(name)));
    await flow.import(file('one', 'two', 'three'), place);
    await chooseFile(page, { name: 'one.json', content: file('one') });
    await page.getByRole('button', { name: 'More options' }).click();
    const kinds = page.getByRole('group', { name: 'Also delete what is no longer in the file' });
    await kinds.getByRole('checkbox', { name: 'Cast functions' }).press('Space');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await itemsOf(page);
    await page.getByText('2 resources that came from this project earlier are no longer in the file.').waitFor();
    const row = (name: string) => page.getByRole('row', { name, exact: true });
    await row('two').getByText('Blocked', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Allow 2 deletions' }).click();
    await row('two').getByText('Delete', { exact: true }).waitFor();
    await row('three').getByRole('checkbox').press('Space');
    await row('three').getByText('Left out', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await row('two').getByText('Deleted', { exact: true }).waitFor();
    await soon(async () => (await flow.resources(place)).map(({ name }) => name)).toEqual(['one', 'three']);
  });

  it('sees a name that an earlier import has used, takes it back here, and changes and forgets it in the settings', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer());
    const file = bundleOf([castFunction('trim'), castFunction('pad')]);
    const { id, items } = await flow.stage(file, place);
    await flow.rename(items.edges[0]!.node.id, 'trim_eu');
    await flow.rename(items.edges[1]!.node.id, 'pad_eu');
    await flow.execute(id);
    await makeThePlan(page, { name: 'again.json', content: file });
    await itemsOf(page);
    const row = (name: string) => page.getByRole('row', { name, exact: true });
    await row('trim').getByText('It is trim_eu here, as remembered.').waitFor();
    await row('trim').getByRole('button', { name: 'Open trim' }).click();
    await page.getByText('An earlier import from the same project has named it').first().waitFor();
    await page.getByRole('button', { name: 'Take the name of the file' }).first().click();
    await row('trim').getByText('Create', { exact: true }).waitFor();

    await page.goto(new URL(`settings`, page.url().replace(/import\/.*$/, '')).href);
    const names = page.getByRole('list', { name: 'Remembered names' });
    await names.getByText('pad_eu').waitFor();
    await page.getByRole('button', { name: 'Change what pad is here' }).click();
    await page.getByRole('dialog').getByLabel('Its name in this project').fill('pad_us');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await names.getByText('pad_us').waitFor();
    await page.getByRole('button', { name: 'Forget trim' }).click();
    await names.getByText('trim_eu').waitFor({ state: 'hidden' });
    const next = await flow.stage(file, place);
    expect(next.items.edges.map(({ node }) => node.newName)).toEqual([null, 'pad_us']);
  });
});
