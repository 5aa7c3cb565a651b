import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { createProject } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person keeps templates', (browser) => {
  it('writes one, mends its fault, renames and copies it, and deletes it', async () => {
    const server = await consoleServer();
    const { key } = await createProject(server, 'kept');
    const other = await createProject(server, 'other');
    const page = await browser.open(server, `p/${key}/main/templates`);
    await page.getByRole('heading', { name: 'No templates yet' }).waitFor();
    await page.getByRole('button', { name: 'New template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('all views');
    const settings = dialog.getByLabel('Settings');
    await settings.fill('{ "selection": { "kinds": ["fast-data/SingleView"] }, "format": "XLS" }');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('list', { name: 'Faults' }).getByText('XLS').waitFor();
    await settings.fill('{ "selection": { "kinds": ["fast-data/SingleView"] }, "format": "JSONL" }');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row', { name: 'all views' });
    await row.getByText('All single views, format JSONL').waitFor();
    const inSideBar = page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: /^Templates/ });
    await inSideBar.getByText('1', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Options of all views' }).click();
    await page.getByRole('menuitem', { name: 'Copy to another project…' }).click();
    await dialog.getByRole('searchbox', { name: 'Search projects' }).fill(other.key);
    await dialog.getByRole('option', { name: other.key }).click();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { templates } = await server.operation('Templates', { projectId: other.projectId });
    expect(templates!.edges.map(({ node }) => node.name)).toEqual(['all views']);

    await page.getByRole('button', { name: 'Options of all views' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await dialog.getByLabel('New name').fill('each view');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('button', { name: 'Options of each view' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No templates yet' }).waitFor();
    await inSideBar.getByText('0', { exact: true }).waitFor();
  });

  it('reads which no longer fit the project and why, and sees those of one direction', async () => {
    const server = await consoleServer();
    const { key, projectId } = await createProject(server, 'unfit');
    const save = (name: string, direction: 'EXPORT' | 'IMPORT', settings: object) =>
      server.operation('SaveTemplate', { input: { projectId, name, direction, settings: settings as never } });
    await save('every book', 'EXPORT', { selection: { kinds: ['objects/ObjectEntry'] }, format: 'CSV' });
    await save('as references', 'IMPORT', { mode: 'REFERENCE' });
    await server.operation('SetPackEnabled', { input: { projectId, pack: 'objects', isEnabled: false } });
    const page = await browser.open(server, `p/${key}/main/templates`);
    const row = page.getByRole('row', { name: 'every book' });
    await row.getByText('No longer fits').waitFor();
    await row.getByText('This project has no kind objects/ObjectEntry.').waitFor();
    await page.getByRole('row', { name: 'as references' }).getByTitle('As references').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'For: exports and imports' }).click();
    await page.getByRole('option', { name: 'imports', exact: true }).click();
    await row.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Use as references' }).click();
    await page.waitForURL(/import\?template=/);
    await page.getByText('as references').first().waitFor();
  });
});
