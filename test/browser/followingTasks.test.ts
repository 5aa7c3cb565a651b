import { grantRole, makeAccount } from '../support/accessScene.js';
import { accessibilityFaults, describeInBrowser, downloadBy } from '../support/browserConsole.js';
import { castFunction, projection } from '../support/fastDataRecords.js';
import { makeCastFunction } from '../support/fastDataResources.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { createProject, createResources, exportFile, idOf, importFile } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person follows tasks', (browser) => {
  it('sees an export appear and end, downloads its file, and deletes it', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'followed');
    await createResources(server, branchId, [makeCastFunction('castToIsbn')]);
    const page = await browser.open(server, `p/${key}/main/tasks`);
    await page.getByRole('heading', { name: 'Nothing was imported or exported yet' }).waitFor();
    const { task } = await exportFile(server, { selection: { branchId, all: true } });
    const row = page.getByRole('row', { name: /^Export/ });
    await row.getByText('1 resource,').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);

    await row.getByRole('button', { name: 'Options' }).click();
    const download = await downloadBy(page.getByRole('menuitem', { name: 'Exported file' }));
    expect(download.suggestedFilename()).toBe(task.files[0]!.name);

    await row.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('heading', { name: 'Nothing was imported or exported yet' }).waitFor();
  });

  it('is refused the undo of an import that was worked on since, and consents to lose that work', async () => {
    const server = await consoleServer();
    const source = await createProject(server, 'source');
    await createResources(server, source.branchId, [makeCastFunction('castToIsbn')]);
    const { text } = await exportFile(server, { selection: { branchId: source.branchId, all: true } });
    const { key, branchId } = await createProject(server, 'undone');
    await importFile(server, text, { branchId });
    const input = { id: await idOf(server, branchId, 'castToIsbn'), title: 'Changed since' };
    await server.operation('UpdateResource', { input: { ...input, spec: makeCastFunction('castToIsbn').spec } });

    const page = await browser.open(server, `p/${key}/main/tasks?type=EXECUTE_IMPORT`);
    await page
      .getByRole('row', { name: /^Import/ })
      .getByRole('button', { name: 'Options' })
      .click();
    await page.getByRole('menuitem', { name: 'Undo this import…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undo this import?' });
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await dialog.getByRole('list', { name: 'Problems' }).getByText('castToIsbn').first().waitFor();
    await dialog.getByText(/^Do it all the same: /).click();
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Type: import' }).click();
    await page.getByRole('option', { name: 'any' }).click();
    await page
      .getByRole('row', { name: /^Undo of an import/ })
      .getByText('1 deleted')
      .waitFor();
    await page.getByRole('button', { name: 'Status: any' }).click();
    await page.getByRole('option', { name: 'undone' }).click();
    await page.getByText('1 of 1 task').waitFor();
    await page
      .getByRole('row', { name: /^Import/ })
      .getByText('Undone')
      .waitFor();
  });

  it('finds tasks by their file and by who began them, and keeps the search in the address', async () => {
    const server = await consoleServer();
    const { key, branchId, projectId } = await createProject(server, 'found');
    const helper = await makeAccount(server, server.keyFor('helper'));
    await grantRole(server, helper, { projectId, role: 'EDITOR' });
    await importFile(server, bundleOf([castFunction('one')]), { branchId, fileName: 'shelves.json' });
    await new ImportFlow(helper.client).stage(
      bundleOf([castFunction('two')]),
      { branchId },
      { fileName: 'loans.json' },
    );
    const page = await browser.open(server, `p/${key}/main/tasks`);
    await page.getByText('3 of 3 tasks').waitFor();
    const search = page.getByRole('searchbox', { name: 'Search files and people' });
    await search.fill('SHELVES');
    await page.getByText('2 of 2 tasks').waitFor();
    await search.fill(server.keyFor('helper').slice(0, 6));
    await page.getByText('1 of 1 task,').waitFor();
    await page.getByRole('button', { name: 'Status: any' }).click();
    await page.getByRole('option', { name: 'completed', exact: true }).click();
    await page.waitForURL(/q=helper&status=completed/);
    await page.reload();
    await page.getByRole('row', { name: /^Import plan of loans.json/ }).waitFor();
    await soon(() => search.inputValue()).toBe('helper');
    await search.fill('nobody');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('3 of 3 tasks').waitFor();
  });

  it('scrolls to tasks beyond the first page', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'scrolled');
    await createResources(server, branchId, [makeCastFunction('castToIsbn')]);
    for (let count = 0; count < 110; count++) await exportFile(server, { selection: { branchId, all: true } });
    const page = await browser.open(server, `p/${key}/main/tasks`);
    await page.getByText(/^\d+ of 110 tasks/).waitFor();
    const rows = page.getByRole('table', { name: 'Tasks' }).getByRole('row');
    await rows.nth(1).focus();
    const last = page.locator('tr[aria-rowindex="111"]');
    // The second page of the list comes when it comes: presses before it go no further than the first.
    while (!(await last.isVisible())) await page.keyboard.press('PageDown');
    await page.getByText('110 of 110 tasks').waitFor();
  });

  it('has every file of an import that could not apply all of it', async () => {
    const flow = new ImportFlow(await consoleServer());
    const place = await flow.makeProject();
    const records = [castFunction('trim'), projection('pr_members', { system: 'nowhere' })];
    const plan = await flow.stage(bundleOf(records), place, { fileName: 'members.json' });
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task?.status).toBe('COMPLETED_WITH_ERRORS');
    const page = await browser.open(await consoleServer(), `p/${place.key}/main/tasks?type=EXECUTE_IMPORT`);
    const options = page.getByRole('row', { name: /^Import of members.json/ }).getByRole('button', { name: 'Options' });
    const names: string[] = [];
    const files = page.getByRole('group', { name: 'Download' }).getByRole('menuitem');
    for (let index = 0; index < task!.files.length; index++) {
      await options.click();
      names.push((await downloadBy(files.nth(index))).suggestedFilename());
    }
    expect(names.toSorted()).toEqual(task?.files.map(({ name }) => name).toSorted());
  });
});
