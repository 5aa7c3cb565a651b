import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { makeCastFunction } from '../support/fastDataResources.js';
import { createProject, createResources, exportFile, idOf, importFile } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';

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
    expect(await accessibilityFaults(page)).toEqual([]);

    await row.getByRole('button', { name: 'Options' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Exported file' }).click();
    expect((await download).suggestedFilename()).toBe(task.files[0]!.name);

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
    await dialog.getByText('Do it all the same').click();
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Type: import' }).click();
    await page.getByRole('option', { name: 'any' }).click();
    await page
      .getByRole('row', { name: /^Undo of an import/ })
      .getByText('1 deleted')
      .waitFor();
  });
});
