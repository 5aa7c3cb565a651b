import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { createProject } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person keeps schedules', (browser) => {
  it('adds an export for every night, reads what is wrong with its times, disables and deletes it', async () => {
    const server = await consoleServer();
    const { key, projectId } = await createProject(server, 'scheduled');
    const settings = { selection: { all: true } };
    await server.operation('SaveTemplate', { input: { projectId, direction: 'EXPORT', name: 'everything', settings } });
    const page = await browser.open(server, `p/${key}/main/settings`);
    await page.getByText('Nothing starts by itself.').waitFor();
    await page.getByRole('button', { name: 'Export on a schedule' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Template: everything' }).waitFor();
    await dialog.getByLabel('Times').fill('every night');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/"every night" is not a cron expression of five fields/).waitFor();
    await dialog.getByLabel('Times').fill('30 2 * * *');
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    const line = page.getByRole('list', { name: 'Schedules' }).getByText('nightly');
    await line.waitFor();
    await page.getByRole('button', { name: 'Disable nightly' }).click();
    await page.getByText(/, disabled, of /).waitFor();
    await page.getByRole('button', { name: 'Delete nightly' }).click();
    await page.getByText('Nothing starts by itself.').waitFor();
  });
});
