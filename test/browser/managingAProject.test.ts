import { describeInBrowser } from '../support/browserConsole.js';
import { createProject, present } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person manages a project', (browser) => {
  it('grants a role, makes and deletes a branch, and deletes the project by typing its key', async () => {
    const server = await consoleServer();
    const { key } = await createProject(server, 'managed');
    const name = server.keyFor('reader');
    await server.operation('CreateToken', { input: { name } });
    const page = await browser.open(server, `p/${key}/main/settings`);
    await page.getByRole('button', { name: 'Grant a role' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(name);
    await dialog.getByRole('button', { name: `Choose ${name}` }).click();
    await dialog.getByRole('button', { name: `Make ${name} a viewer` }).click();
    await page.getByRole('list', { name: 'Roles' }).getByText(name).waitFor();

    await page.getByRole('button', { name: 'New branch' }).click();
    await dialog.getByLabel('Name').fill('next');
    await dialog.getByRole('button', { name: 'Create branch' }).click();
    await page.getByRole('button', { name: 'Delete next' }).click();
    await dialog.getByRole('button', { name: 'Delete the branch' }).click();
    await page.getByRole('link', { name: 'next', exact: true }).waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: `Delete ${key}…` }).click();
    await dialog.getByLabel(`Type ${key} to confirm`).fill(key);
    await dialog.getByRole('button', { name: 'Delete the project' }).click();
    await page.getByRole('heading', { name: 'Projects', exact: true }).waitFor();
    await soon(async () => (await server.operation('Project', { key })).project).toBeNull();
  });

  it('is told that a project was deleted by another person, without asking', async () => {
    const server = await consoleServer();
    const { key, projectId } = await createProject(server, 'gone');
    const page = await browser.open(server, `p/${key}/main`);
    await page.getByText('Nothing on main yet').first().waitFor();
    await server.operation('DeleteProject', { input: { id: projectId, confirmKey: key } });
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    await page.getByText('It was deleted, or you may not see it.').waitFor();
  });

  it('switches a feature off, so that its kinds are no longer offered, and on again', async () => {
    const server = await consoleServer();
    const { key, projectId } = await createProject(server, 'features');
    const page = await browser.open(server, `p/${key}/main/settings`);
    const objects = page.getByRole('radiogroup', { name: /^Objects/ });
    const packs = async () => {
      const { data } = await server.query('query ($id: ID!) { kinds(projectId: $id) { pack } }', { id: projectId });
      return new Set((data as { kinds: { pack: string }[] }).kinds.map(({ pack }) => pack));
    };
    await page.getByText('Beta').first().waitFor();
    await objects.getByRole('radio', { name: 'Off' }).press('Space');
    await objects.getByRole('radio', { name: 'Off', checked: true }).waitFor();
    await page.reload();
    await objects.getByRole('radio', { name: 'Off', checked: true }).waitFor();
    await soon(async () => [...(await packs())].toSorted()).toEqual(['analytics', 'fast-data']);
    await objects.getByRole('radio', { name: 'On' }).press('Space');
    await objects.getByRole('radio', { name: 'On', checked: true }).waitFor();
  });

  it('who is no manager sees the settings and why they stay', async () => {
    const server = await consoleServer();
    const { key, projectId } = await createProject(server, 'seen');
    const { createToken } = await server.operation('CreateToken', { input: { name: server.keyFor('viewer') } });
    const { id: principalId } = present(createToken.token, createToken.problems);
    await server.operation('GrantRole', { input: { projectId, principalId, role: 'VIEWER' } });
    const page = await browser.open(server, `p/${key}/main/settings`, { token: createToken.secret! });
    await page.getByText('Only its managers may change them').waitFor();
    const grant = page.getByRole('button', { name: 'Grant a role' });
    const why = page.locator(`[id="${(await grant.getAttribute('aria-describedby'))!}"]`);
    await soon(() => why.textContent()).toBe('Only a manager of the project may do this.');
  });
});
