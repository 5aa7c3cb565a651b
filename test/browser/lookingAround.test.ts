import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person looks around', (browser) => {
  it('makes a project, and finds its empty branch with the way to import', async () => {
    const server = await consoleServer();
    const key = server.keyFor('looking');
    const page = await browser.open(server);
    const inSideBar = page.getByRole('navigation', { name: 'Server' }).getByRole('link', { name: /^Projects/ });
    const countBefore = Number((await inSideBar.getByText(/^[\d,]+$/).innerText()).replaceAll(',', ''));
    await page.getByRole('button', { name: 'New project' }).click();
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await dialog.getByLabel('Name').fill(key);
    await dialog.getByRole('button', { name: 'Create project' }).click();
    await page.getByRole('heading', { name: 'Nothing on main yet' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/p/${key}/main`);
    await inSideBar.getByText((countBefore + 1).toLocaleString('en'), { exact: true }).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('is told why a key is refused, at the form', async () => {
    const server = await consoleServer();
    const key = server.keyFor('twice');
    const page = await browser.open(server);
    for (const answer of ['heading', 'problem']) {
      await page.getByRole('link', { name: 'Waybill' }).click();
      await page.getByRole('button', { name: 'New project' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill(key);
      await page.getByRole('button', { name: 'Create project' }).click();
      if (answer === 'heading') await page.getByRole('heading', { name: 'Nothing on main yet' }).waitFor();
      else await page.getByRole('dialog').getByRole('listitem').filter({ hasText: key }).waitFor();
    }
  });
});
