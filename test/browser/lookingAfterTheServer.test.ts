import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { createProject } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a superuser looks after the server', (browser) => {
  it('makes a service account, sees its token once, and revokes it', async () => {
    const server = await consoleServer();
    const name = server.keyFor('nightly');
    const page = await browser.open(server, 'access?tab=tokens');
    await page.getByRole('button', { name: 'New service account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the service account').fill(name);
    await dialog.getByRole('button', { name: 'Create token' }).click();
    const secret = await dialog.getByRole('textbox', { name: 'Token' }).inputValue();
    await soon(async () => (await server.as(secret).operation('Me', {})).me.name).toBe(name);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page
      .getByRole('row', { name })
      .getByText(/^revoked \d/)
      .waitFor();
  });

  it('puts a service account into a group and takes it out', async () => {
    const server = await consoleServer();
    const name = server.keyFor('member');
    const group = server.keyFor('group');
    await server.operation('CreateToken', { input: { name } });
    const page = await browser.open(server, 'access');
    await page.getByRole('button', { name: 'New group' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill(group);
    await dialog.getByRole('button', { name: 'Create group' }).click();
    const drawer = page.getByRole('complementary', { name: group });
    await drawer.getByRole('button', { name: 'Add' }).click();
    await dialog.getByRole('searchbox').fill(name);
    await dialog.getByRole('button', { name: `Choose ${name}` }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const remove = drawer.getByRole('button', { name: `Remove ${name}` });
    await remove.waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await remove.click();
    await drawer.getByText('Nobody is in this group.').waitFor();
  });

  it('finds in the audit log who made a project', async () => {
    const server = await consoleServer();
    const { key } = await createProject(server, 'audited');
    const page = await browser.open(server, 'audit?action=PROJECT_CREATE');
    await page
      .getByRole('row', { name: /^Created a project/ })
      .filter({ hasText: key })
      .waitFor();
    await soon(() => page.getByRole('row', { name: /^Signed in/ }).count()).toBe(0);
  });

  it('narrows the audit log to one of many people and projects, found by name', async () => {
    const server = await consoleServer();
    const { key } = await createProject(server, 'narrowed');
    const name = server.keyFor('auditor');
    const { createToken } = await server.operation('CreateToken', { input: { name, isSuperuser: true } });
    await server.as(createToken.secret!).operation('CreateProject', { input: { key: `${key}-2`, name: 'Two' } });
    const page = await browser.open(server, 'audit');
    await page.getByRole('button', { name: 'Who: anyone' }).click();
    await page.getByRole('searchbox', { name: 'Search: who' }).fill(name.toUpperCase());
    await page.getByRole('option', { name, exact: false }).click();
    await page.getByText('1 of 1 event').waitFor();
    await page.getByRole('row', { name: /^Created a project/ }).waitFor();
    await page.getByRole('button', { name: 'Project: any' }).click();
    await page.getByRole('searchbox', { name: 'Search: project' }).fill(key);
    await page.getByRole('option', { name: key }).first().click();
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: `Who: ${name}` }).waitFor();
    await page.getByRole('button', { name: `Project: ${key}` }).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('checks the database', async () => {
    const server = await consoleServer();
    const page = await browser.open(server, 'check');
    await page.getByRole('button', { name: 'Check the database' }).click();
    await page.getByText(/The database is sound|found\./).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });
});
