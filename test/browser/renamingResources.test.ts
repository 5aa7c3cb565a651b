import { describeInBrowser } from '../support/browserConsole.js';
import { makeCastFunction } from '../support/fastDataResources.js';
import { createProject, createResources, idOf } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';

describeInBrowser('a person renames a resource', (browser) => {
  it('is refused what somebody else has renamed since the dialog was opened', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'renamed-twice');
    await createResources(server, branchId, [makeCastFunction('castToIsbn')]);
    const id = await idOf(server, branchId, 'castToIsbn');
    const page = await browser.open(server, `p/${key}/main?open=${id}`);
    await page.getByRole('button', { name: 'Rename…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Rename / });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('ours');
    await server.operation('RenameResource', { input: { id, name: 'theirs' } });
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await dialog.getByText('"theirs" is at revision 2, not 1.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('row', { name: 'theirs' }).waitFor();
    await page.getByRole('button', { name: 'Rename…' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('ours');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('row', { name: 'ours' }).waitFor();
  });
});
