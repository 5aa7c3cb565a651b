import { grantRole, makeAccount } from '../support/accessScene.js';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { itemsOf, makeThePlan, openUpload, uploadPath } from '../support/importPages.js';
import { whyDisabled } from '../support/libraryScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

const forEditors = 'You may look, but changing this project requires the role editor.';

describeInBrowser('a person who can not import', (browser) => {
  it('as a viewer reads why, and who can grant it, before they press anything', async () => {
    const server = await consoleServer();
    const flow = new ImportFlow(server);
    const place = await flow.makeProject();
    const { projectId } = place;
    const [viewer, manager] = [await makeAccount(server, 'viewer'), await makeAccount(server, 'Mara of the library')];
    await grantRole(server, viewer, { projectId, role: 'VIEWER' });
    const page = await browser.open(server, uploadPath(place), { token: viewer.secret });
    await page.getByText('a superuser of this server can give it to you').waitFor();
    await grantRole(server, manager, { projectId, role: 'MANAGER' });
    await page.reload();
    await page.getByText('A manager can give it to you: Mara of the library.').waitFor();
    for (const name of ['Choose files', 'Make the plan'])
      await soon(() => whyDisabled(page.getByRole('button', { name }))).toBe(forEditors);
    await soon(() => accessibilityFaults(page)).toEqual([]);

    const plan = await flow.stage(bundleOf([castFunction('one')]), place);
    await page.goto(`${new URL(page.url()).origin}/${uploadPath(place)}/${plan.id}`);
    await itemsOf(page);
    await page.getByText('A manager can give it to you').waitFor();
    await soon(() => whyDisabled(page.getByRole('button', { name: 'Confirm and import' }))).toBe(forEditors);
    await soon(() => page.getByRole('row', { name: 'one' }).getByRole('checkbox').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Open one' }).click();
    await soon(() => page.getByLabel('New name of one').count()).toBe(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    const discard = page.getByRole('menuitem', { name: 'Discard the plan' });
    await soon(() => discard.innerText()).toContain(forEditors);
    await page.keyboard.press('Escape');
    await discard.waitFor({ state: 'hidden' });
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('without a connection reads so at what would be written, and goes on when it is back', async () => {
    const { page } = await openUpload(browser, await consoleServer());
    browser.expect({ messages: /ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load/ });
    await makeThePlan(page, { name: 'one.json', content: bundleOf([castFunction('one')]) });
    await itemsOf(page);
    await page.context().setOffline(true);
    const confirm = page.getByRole('button', { name: 'Confirm and import' });
    await page.getByText('No connection since').waitFor();
    await soon(() => whyDisabled(confirm)).toBe('There is no connection to the server.');
    await soon(() => page.getByRole('row', { name: 'one' }).getByRole('checkbox').isDisabled()).toBe(true);
    await page.context().setOffline(false);
    await page.getByText('No connection since').waitFor({ state: 'hidden' });
    await confirm.click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
  });
});
