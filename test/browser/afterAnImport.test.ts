import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, downloadBy } from '../support/browserConsole.js';
import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { makeThePlan, openUpload, tasksOf, type ImportPage } from '../support/importPages.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

const two = bundleOf([castFunction('one'), castFunction('two')]);

describeInBrowser('a person after an import', (browser) => {
  it('sees on the plan and in the list that it was undone, by whom and when, and comes to that task', async () => {
    const { page } = await imported();
    const undo = page.getByRole('button', { name: 'Undo…' });
    await undo.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('The import was undone').waitFor();
    await soon(() => undo.count()).toBe(0);
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /^By admin, / }).click();
    const taskRow = (name: RegExp) => page.getByRole('row', { name });
    await taskRow(/^Undo of an import/)
      .and(page.locator(':focus'))
      .waitFor();
    await taskRow(/^Import of/)
      .getByText('Undone')
      .waitFor();
    await taskRow(/^Import plan/)
      .getByText('imported, undone')
      .waitFor();
    for (const name of ['Import', 'Import plan', 'Undo of an import'])
      await page.getByRole('table').getByRole('link', { name, exact: true }).waitFor();

    await soon(() => offersOf(page, /^Import of/)).not.toContain('Undo this import…');
    await soon(() => offersOf(page, /^Undo of an import/)).toContain('Apply the import again…');
    await page.getByRole('menuitem', { name: 'Apply the import again…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Apply again' }).click();
    await taskRow(/^Import of/)
      .getByText('Completed')
      .waitFor();
    await taskRow(/^Import of/)
      .getByRole('button', { name: /^Options/ })
      .click();
    await page.getByRole('menuitem', { name: 'Show the plan' }).click();
    await page.getByText('That applied the import again.').waitFor();
    await undo.waitFor();
  });

  it('reads why an import can not be applied again once the task of its undo is deleted', async () => {
    const { page, flow, place } = await imported();
    await page.getByRole('button', { name: 'Undo…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('The import was undone').waitFor();
    const [id] = await tasksOf({ flow, place }, { types: ['UNDO_IMPORT'] });
    await flow.ask('mutation ($input: DeleteTaskInput!) { deleteTask(input: $input) { problems { code } } }', {
      input: { id },
    });
    await page.reload();
    await page.getByText('The import was undone').waitFor();
    const again = page.getByRole('button', { name: 'Import again…' });
    await soon(() => again.getAttribute('aria-disabled')).toBe('true');
    await again.getByText('The task of the undo was deleted: import the file again.').waitFor({ state: 'attached' });
  });

  it('keeps the meaning of its question when others undo the import or apply it again meanwhile', async () => {
    const { page, flow, place } = await imported();
    const dialog = page.getByRole('dialog');
    const mayAnswer = (verb: string) =>
      dialog.getByRole('button', { name: verb, exact: true }).getAttribute('aria-disabled');
    await page.getByRole('button', { name: 'Undo…' }).click();
    await soon(() => mayAnswer('Undo')).not.toBe('true');
    const [importId = ''] = await tasksOf({ flow, place }, { types: ['EXECUTE_IMPORT'] });
    await undo(flow, importId);
    await dialog.getByRole('status').getByText('Others have undone the import meanwhile.').waitFor();
    await dialog.getByRole('heading', { name: 'Undo the import?' }).waitFor();
    await soon(() => mayAnswer('Undo')).toBe('true');
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: 'Import again…' }).click();
    await soon(() => mayAnswer('Import again')).not.toBe('true');
    const [undoId = ''] = await tasksOf({ flow, place }, { types: ['UNDO_IMPORT'] });
    await undo(flow, undoId);
    await dialog.getByRole('status').getByText('Others have applied the import again meanwhile.').waitFor();
    await soon(() => mayAnswer('Import again')).toBe('true');
    await soon(() => tasksOf({ flow, place }, { types: ['UNDO_IMPORT'] })).toEqual([expect.any(String), undoId]);
  });

  it('undoes it all the same when others refer to what goes, from the plan and from the list', async () => {
    const { page, flow, place } = await imported();
    const orders = projection('orders', { system: 'erp', fields: { note: 'one' } });
    await flow.import(bundleOf([systemOfRecord('erp'), orders]), place);
    const dialog = page.getByRole('dialog');
    const refusedWith = async (verb: string) => {
      await dialog.getByRole('button', { name: verb, exact: true }).click();
      await dialog.getByText('Remove the reference first, or tick “Do it all the same”.').waitFor();
      await dialog.getByText(/^Do it all the same: /).click();
      await soon(() => accessibilityFaults(page)).toEqual([]);
    };
    const plan = page.url();
    await page.goto(plan.replace(/import\/[^/]*$/, 'tasks'));
    await page
      .getByRole('row', { name: /^Import of two/ })
      .getByRole('button', { name: /^Options/ })
      .click();
    await page.getByRole('menuitem', { name: 'Undo this import…' }).click();
    await refusedWith('Undo the import');
    await page.goto(plan);
    await page.getByRole('button', { name: 'Undo…' }).click();
    await refusedWith('Undo');
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('The import was undone').waitFor();
    await soon(async () => (await flow.resources(place)).map(({ name }) => name)).toEqual(['erp', 'orders']);
  });

  it('reads how long it took, and downloads the result of each item and the file itself', async () => {
    const { page } = await imported();
    await page.getByText(/^In (less than a second|\d+ seconds?)/).waitFor();
    await soon(() => saved(page, 'Result of each item')).toMatch(/CREATE/);
    await soon(() => saved(page, 'Original file')).toBe(two);
  });

  it('downloads what failed with its reasons, and imports it again once it can be', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer());
    await flow.import(bundleOf([castFunction('one', 'here()')]), place);
    await makeThePlan(page, { name: 'two.json', content: two });
    await page.getByRole('button', { name: /^If one fails/ }).click();
    await page.getByRole('option', { name: 'apply the rest' }).click();
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByText('1 created, 1 failed').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    for (const format of ['csv', 'json'])
      await soon(() => saved(page, `Error report ${format}`)).toMatch(/NAME_COLLISION/);
    await soon(() => saved(page, 'Items that failed, to correct and import')).toMatch(/"name": ?"one"/);

    const [taken] = (await flow.resources(place)).filter(({ name }) => name === 'one');
    await flow.ask('mutation ($input: DeleteResourceInput!) { deleteResource(input: $input) { problems { code } } }', {
      input: { id: taken?.id },
    });
    await page.getByRole('button', { name: 'Files' }).click();
    await page.getByRole('menuitem', { name: 'Import what failed' }).click();
    await page.getByText('1 to create', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
    await soon(async () => (await flow.resources(place)).map(({ name }) => name)).toEqual(['one', 'two']);
  });

  /** Downloads a file of the import, and gives its text. */
  async function saved(page: Page, title: string): Promise<string> {
    await page.getByRole('button', { name: 'Files' }).click();
    const download = await downloadBy(page.getByRole('menuitem', { name: title }));
    return readFileSync(await download.path(), 'utf8');
  }

  /** Opens the menu of a row, and leaves it open. */
  async function offersOf(page: Page, name: RegExp): Promise<string[]> {
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name })
      .first()
      .getByRole('button', { name: /^Options/ })
      .click();
    return page.getByRole('menuitem').allInnerTexts();
  }

  /** As another person does it. */
  async function undo(flow: ImportPage['flow'], taskId: string): Promise<void> {
    const document = 'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } } }';
    const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } } }>(document, { input: { taskId } });
    await flow.ended(undoImport.task.id);
  }

  async function imported(): Promise<ImportPage> {
    const opened = await openUpload(browser, await consoleServer());
    const { page } = opened;
    await makeThePlan(page, { name: 'two.json', content: two });
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('button', { name: 'Undo…' }).waitFor();
    return opened;
  }
});
