import { describeInBrowser } from '../support/browserConsole.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { chooseFile, itemsOf, makeThePlan, openUpload } from '../support/importPages.js';
import { definitionFile, definitionSpec, textField } from '../support/objectBatches.js';
import { consoleServer } from '../support/sharedServer.js';

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
    await page.getByText('1 reference updated').waitFor();
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
    expect((await flow.resources(place)).map(({ name }) => name)).toEqual(['one', 'three']);
  });
});
