import type { Page } from 'playwright-core';
import { grantRole, makeAccount } from '../support/accessScene.js';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { branchLibrary, openResource, whyDisabled } from '../support/libraryScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

type Role = 'VIEWER' | 'EDITOR' | 'MANAGER';

const forEditors = 'You may look, but changing this project requires the role editor.';
const forManagers = 'Only a manager of the project may do this.';
const forReaders = 'Only who began the task, and editors who may read all that is in it, may have the file.';
const forReferences = 'A reference can’t be renamed here: detach it first.';
/** What `reasonsOnResources` gives for who may change resources. */
const reasonsOfNoRole = [undefined, undefined, undefined, forReferences, undefined];
const forOwners = 'Only who began the task, or a manager of the project, may do this.';

/** The library with its resources as references, and an account with a role in it. */
async function asA(role: Role) {
  const server = await consoleServer();
  const { key, projectId, branchId } = await branchLibrary(`as-${role.toLowerCase()}`);
  const account = await makeAccount(server, server.keyFor(role.toLowerCase()));
  await grantRole(server, account, { projectId, role });
  await server.operation('SaveTemplate', {
    input: { projectId, name: 'all of it', direction: 'EXPORT', settings: { selection: { all: true } } },
  });
  const open = (browser: { open: (...given: never[]) => Promise<Page> }, path: string) =>
    (browser.open as (...given: unknown[]) => Promise<Page>)(server, `p/${key}/${path}`, { token: account.secret });
  return { server, key, branchId, open };
}

/** The reason of each button that changes resources, beside an open reference. */
async function reasonsOnResources(page: Page): Promise<Record<string, string | undefined>> {
  const drawer = await openResource(page, 'pr_books');
  const names = ['New branch', 'New'];
  const reasons: Record<string, string | undefined> = {};
  for (const name of names) reasons[name] = await whyDisabled(page.getByRole('button', { name, exact: true }));
  for (const name of ['Detach…', 'Rename…', 'Delete…'])
    reasons[name] = await whyDisabled(drawer.getByRole('button', { name }));
  return reasons;
}

async function reasonsOfMenu(page: Page, button: string | RegExp): Promise<Record<string, string>> {
  await page.getByRole('button', { name: button }).first().click();
  const items = await page.getByRole('menuitem').all();
  const reasons: Record<string, string> = {};
  for (const item of items)
    if ((await item.getAttribute('aria-disabled')) === 'true') {
      const [name = '', why = ''] = (await item.innerText()).split('\n');
      reasons[name] = why;
    }
  await page.keyboard.press('Escape');
  return reasons;
}

describeInBrowser('a person is told what they may not do, and why', (browser) => {
  it('as a viewer, who may look and export', async () => {
    const { open } = await asA('VIEWER');
    const page = await open(browser, 'main?kind=fast-data/Projection');
    const all = ['New branch', 'New', 'Detach…', 'Rename…', 'Delete…'];
    await soon(() => reasonsOnResources(page)).toEqual(Object.fromEntries(all.map((name) => [name, forEditors])));
    await soon(() => reasonsOfMenu(page, 'Import / Export')).toEqual({ 'Import a file': forEditors });
    const drawer = page.getByRole('complementary', { name: 'pr_books' });
    const remove = drawer.getByRole('button', { name: 'Delete…' });
    await page.mouse.move(10, 10);
    await remove.hover();
    await page.getByRole('tooltip', { name: forEditors }).waitFor();
    await page.mouse.move(10, 10);
    await page.getByRole('tooltip').waitFor({ state: 'hidden' });
    await drawer.getByRole('button', { name: 'Rename…' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.getByRole('tooltip', { name: forEditors }).waitFor();
    await page.keyboard.press('Escape');
    await drawer.getByRole('tab', { name: 'Readers' }).click();
    await drawer.getByText(forManagers).waitFor();
    await soon(() => drawer.getByRole('radio', { name: 'Only some' }).isDisabled()).toBe(true);
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('as a viewer among tasks, templates and exports', async () => {
    const { key, open } = await asA('VIEWER');
    const page = await open(browser, 'main/tasks');
    await page.getByRole('row', { name: /^Import of/ }).waitFor();
    await soon(() => reasonsOfMenu(page, /^Options of Import of/)).toEqual({
      'Uploaded file': forReaders,
      Result: forReaders,
      'Undo this import…': forOwners,
      'Delete…': forOwners,
    });
    const home = new URL(page.url()).origin;
    await page.goto(`${home}/p/${key}/main/templates`);
    await soon(() => whyDisabled(page.getByRole('button', { name: 'New template' }))).toBe(forEditors);
    const kept = { 'Edit…': forEditors, 'Rename…': forEditors, 'Delete…': forEditors };
    await soon(() => reasonsOfMenu(page, 'Options of all of it')).toEqual(kept);
    await page.goto(`${home}/p/${key}/main/export?all=true`);
    await soon(() => reasonsOfMenu(page, /^Template: /)).toEqual({ 'Save as a template…': forEditors });
    await page.getByText('7 resources,').waitFor();
    await soon(() => whyDisabled(page.getByRole('button', { name: 'Confirm and export' }))).toBeUndefined();
    await page.goto(`${home}/`);
    await soon(() => whyDisabled(page.getByRole('button', { name: 'New project' }))).toBe(
      'Only superusers of this server may do this.',
    );
    await soon(() => page.getByRole('link', { name: 'Access' }).count()).toBe(0);
  });

  it('as a viewer of the settings, which are grey', async () => {
    const { open } = await asA('VIEWER');
    const page = await open(browser, 'main/settings');
    await page.getByText('You see the settings of this project. Only its managers may change them.').waitFor();
    for (const name of ['Name', 'Description'])
      await soon(() => page.getByRole('textbox', { name, exact: true }).isEditable()).toBe(false);
    await soon(() => page.getByRole('checkbox', { name: /^Event-driven/ }).isDisabled()).toBe(true);
    const features = page.getByRole('list', { name: 'Features' }).getByRole('radio');
    await soon(() => features.count()).toBeGreaterThan(0);
    const switches = await features.all();
    for (const each of switches) await soon(() => each.isDisabled()).toBe(true);
    const role = page.getByRole('button', { name: /^(Viewer )?Role of|Role of / }).first();
    await role.waitFor();
    await soon(() => role.isDisabled()).toBe(true);
    await soon(() => whyDisabled(page.getByRole('button', { name: 'Save', exact: true }))).toBe(forManagers);
  });

  it('as an editor, who may not touch tasks of others or the settings', async () => {
    const { key, open } = await asA('EDITOR');
    const page = await open(browser, 'main?kind=fast-data/Projection');
    await soon(async () => Object.values(await reasonsOnResources(page))).toEqual(reasonsOfNoRole);
    const home = new URL(page.url()).origin;
    await page.goto(`${home}/p/${key}/main/tasks`);
    await page.getByRole('row', { name: /^Import of/ }).waitFor();
    await soon(() => reasonsOfMenu(page, /^Options of Import of/)).toEqual({
      'Undo this import…': forOwners,
      'Delete…': forOwners,
    });
    await page.goto(`${home}/p/${key}/main/settings`);
    await soon(() => whyDisabled(page.getByRole('button', { name: 'Grant a role' }))).toBe(forManagers);
    await soon(() => whyDisabled(page.getByRole('button', { name: 'New branch' }))).toBeUndefined();
    await soon(() => whyDisabled(page.getByRole('button', { name: `Delete ${key}…` }))).toBe(forManagers);
  });

  it('as a manager, who may do all of it', async () => {
    const { key, open } = await asA('MANAGER');
    const page = await open(browser, 'main?kind=fast-data/Projection');
    await soon(async () => Object.values(await reasonsOnResources(page))).toEqual(reasonsOfNoRole);
    const home = new URL(page.url()).origin;
    await page.goto(`${home}/p/${key}/main/tasks`);
    await page.getByRole('row', { name: /^Import of/ }).waitFor();
    await soon(() => reasonsOfMenu(page, /^Options of Import of/)).toEqual({});
    await page.goto(`${home}/p/${key}/main/settings`);
    await soon(() => whyDisabled(page.getByRole('button', { name: 'Grant a role' }))).toBeUndefined();
  });
});

describeInBrowser('a person whose connection is lost', (browser) => {
  it('keeps what was loaded, is told since when, and writes nothing until it is back', async () => {
    const { key } = await branchLibrary('offline');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    browser.expect({ messages: /WebSocket|ERR_INTERNET|Failed to load/ });
    const offline = 'There is no connection to the server.';
    await openResource(page, 'pr_books');
    await page.getByRole('button', { name: 'Detach…' }).click();
    await page.context().setOffline(true);
    await page.getByText(/^No connection since \d/).waitFor();
    await soon(() => whyDisabled(page.getByRole('dialog').getByRole('button', { name: 'Detach' }))).toBe(offline);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await soon(() => reasonsOnResources(page)).toMatchObject({
      'New branch': offline,
      New: offline,
      'Delete…': offline,
    });
    await page.getByRole('tab', { name: /^Cast functions/ }).click();
    await page.getByRole('heading', { name: 'The server did not answer' }).waitFor();
    await page.getByRole('tab', { name: /^Projections/ }).click();
    await page.getByRole('row', { name: 'pr_loans' }).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^No connection since/).waitFor({ state: 'hidden' });
    await soon(() => whyDisabled(page.getByRole('button', { name: 'New branch' }))).toBeUndefined();
  });
});
