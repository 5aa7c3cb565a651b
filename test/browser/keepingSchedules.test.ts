import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { createProject } from '../support/projectScene.js';
import { ScheduleFlow } from '../support/scheduleFlow.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';
import { TemplateFlow } from '../support/templateFlow.js';

describeInBrowser('a person keeps schedules', (browser) => {
  it('adds an export for every night, reads what is wrong with its times, runs it at once, disables and deletes it', async () => {
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
    await page.getByRole('button', { name: 'Run nightly now' }).click();
    await page.getByText(/\. Last .*: The selection contains no resource/).waitFor();
    await page.getByRole('button', { name: 'Disable nightly' }).click();
    await page.getByText(/, disabled, of /).waitFor();
    await page.getByRole('button', { name: 'Delete nightly' }).click();
    await page.getByText('Nothing starts by itself.').waitFor();
  });

  it('adds a transfer from another project: reads what is missing there, chooses how it is imported, and what each run does', async () => {
    const server = await consoleServer();
    const from = await createProject(server, 'transferred');
    const into = await createProject(server, 'receiving');
    const { key } = into;
    const page = await browser.open(server, `p/${key}/main/settings`);
    await page.getByRole('button', { name: 'Transfer on a schedule' }).click();
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: 'Save' });
    await dialog.getByText('Choose the project to transfer from first.').waitFor({ state: 'attached' });
    await dialog.getByLabel('Search projects').fill('no such project');
    await dialog.getByText('No project matches.').waitFor();
    await dialog.getByLabel('Search projects').fill(from.key);
    await dialog.getByRole('option', { name: from.key }).click();
    const whyNot = `Save a template for exports in ${from.key} first: it says what is transferred.`;
    await dialog.getByText(whyNot).waitFor({ state: 'attached' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    const templates = new TemplateFlow(server);
    const exported = await templates.save(from, { name: 'everything', settings: { selection: { all: true } } });
    const mirrored = await templates.save(into, {
      direction: 'IMPORT',
      name: 'mirrored',
      settings: { mode: 'REFERENCE' },
    });
    await page.reload();
    await page.getByRole('button', { name: 'Transfer on a schedule' }).click();
    await dialog.getByLabel('Search projects').fill(from.key);
    await dialog.getByRole('option', { name: from.key }).click();
    await dialog.getByRole('button', { name: 'From: main' }).waitFor();
    await dialog.getByRole('button', { name: 'Template: everything' }).waitFor();
    await dialog.getByText(/^The import: as copies, nothing is applied if one fails\./).waitFor();
    await dialog.getByRole('button', { name: 'Settings of the import: the defaults' }).click();
    await page.getByRole('option', { name: 'mirrored' }).click();
    await dialog.getByText('The import: as references.').waitFor();
    await dialog.getByText('The plan shows what differs. Nothing is imported.').waitFor();
    await dialog.getByText('Imports too').click();
    await dialog.getByText(/^It imports unless there is a collision/).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('Times').fill('61 2 * * *');
    await save.click();
    await dialog.getByText(/"61 2 \* \* \*" is not a cron expression/).waitFor();
    await dialog.getByLabel('Times').fill('30 2 * * *');
    await save.click();
    await page.getByText(`transfers from ${from.key}/main into main at`).waitFor();
    const [saved] = await new ScheduleFlow(server).list(into);
    expect(saved).toMatchObject({
      ...{ action: 'TRANSFER', branch: { id: from.branchId } },
      ...{ template: { id: exported.id }, importTemplate: { id: mirrored.id } },
    });
  });
});
