import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { makeCastFunction } from '../support/fastDataResources.js';
import { branchLibrary, library, openResource, whyDisabled } from '../support/libraryScene.js';
import { createResources, idOf } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person works on resources', (browser) => {
  it('edits a spec, reads what is wrong at its line, and restores the revision before', async () => {
    const { key } = await library('editing');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    const drawer = await openResource(page, 'pr_books');
    await drawer.getByText('JSON', { exact: true }).click();
    const field = drawer.getByRole('textbox', { name: 'Spec as JSON' });
    const spec = await field.inputValue();
    await field.fill(spec.replace('"type": "string"', '"type": "strin"'));
    const line = spec.slice(0, spec.indexOf('"type": "string"')).split('\n').length;
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByRole('button', { name: `Line ${String(line)} fields/0/type must be one of` }).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await field.fill(spec.replace('"nullable": false', '"nullable": true'));
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByText('Revision 2', { exact: true }).waitFor();
    await drawer.getByRole('tab', { name: /History/ }).click();
    await drawer.getByText('fields / ISBN / nullable').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Restore revision 1' }).click();
    await drawer.getByText('Revision 3', { exact: true }).waitFor();
    await drawer.getByRole('tab', { name: 'Spec' }).click();
    await soon(async () => JSON.parse(await field.inputValue()) as unknown).toEqual(JSON.parse(spec));
  });

  it('is told before saving of numbers and keys that would not be saved as they are written', async () => {
    const { key } = await library('exactSpec');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    const drawer = await openResource(page, 'pr_books');
    await drawer.getByText('JSON', { exact: true }).click();
    const field = drawer.getByRole('textbox', { name: 'Spec as JSON' });
    const spec = await field.inputValue();
    const told = async (tags: string, fault: string) => {
      await field.fill(spec.replace('{', `{\n"tags": ${tags},`));
      await drawer.getByRole('button', { name: 'Save' }).click();
      await drawer.getByRole('button', { name: fault }).waitFor();
    };
    await told('[12345678901234567890]', 'Line 2 The number 12345678901234567890 can’t be stored exactly.');
    await told('[1e400]', 'Line 2 The number 1e400 can’t be stored exactly.');
    await told('[],\n"tags": ["a"]', 'Line 3 The key "tags" occurs a second time in the same object.');
    await told('[a],\n"more": "a"', 'Line 2 This is not valid JSON: a value or “]” is expected here.');
    await told('["a\n]', 'Line 2 This is not valid JSON: the string is not closed');
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await drawer.getByText('Revision 1', { exact: true }).waitFor();
  });

  it('is not told that nothing was saved when only the answer was lost', async () => {
    const { key } = await library('lostAnswer');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    browser.expect({ messages: /Failed to load/ });
    const drawer = await openResource(page, 'pr_books');
    await drawer.getByRole('button', { name: 'Rename…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename pr_books' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('pr_volumes');
    await page.route('**/graphql', async (route) => {
      if (!/mutation/.test(route.request().postData() ?? '')) return route.fallback();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await dialog.getByText('What you did may be saved all the same').waitFor();
  });

  it('does not lose a changed spec by going to another resource', async () => {
    const { key } = await library('leaving');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    const drawer = await openResource(page, 'pr_books');
    await drawer.getByText('JSON', { exact: true }).click();
    const field = drawer.getByRole('textbox', { name: 'Spec as JSON' });
    await field.fill('{ "fields": [] }');
    await drawer.getByRole('button', { name: 'Next' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await soon(() => field.inputValue()).toBe('{ "fields": [] }');
    await drawer.getByRole('button', { name: 'Next' }).click();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByRole('complementary', { name: 'pr_loans' }).waitFor();
  });

  it('sees who is rewritten before a resource is renamed', async () => {
    const { key } = await library('renaming');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    const drawer = await openResource(page, 'pr_books');
    await drawer.getByRole('button', { name: 'Rename…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename pr_books' });
    const rewritten = dialog.getByRole('region', { name: 'Rewritten resources' });
    await rewritten.getByText('The new name is written into 2 resources').waitFor();
    await soon(() => rewritten.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('lending'),
      expect.stringContaining('sv_member_loans'),
    ]);
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('pr_volumes');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('complementary', { name: 'pr_volumes' }).waitFor();
    await page
      .getByRole('status', { name: 'Messages' })
      .getByText('2 resources that name it were rewritten.')
      .waitFor();
  });

  it('makes a resource and a branch', async () => {
    const { key } = await library('making');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/CastFunction`);
    await page.getByRole('button', { name: 'New', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'New resource' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('trimShelf');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog
      .getByRole('button', { name: /^Line 1 .*lacks the member/ })
      .first()
      .waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    const spec = { dataType: 'string', type: 'custom', casting: 'export default (value) => value.trim()' };
    await dialog.getByRole('textbox', { name: 'Spec as JSON' }).fill(JSON.stringify(spec));
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('complementary', { name: 'trimShelf' }).waitFor();
    await page.getByRole('button', { name: 'New branch' }).click();
    await page.getByRole('dialog', { name: 'New branch' }).getByRole('textbox', { name: 'Name' }).fill('next');
    await page.getByRole('button', { name: 'Create branch' }).click();
    await page.getByText('8 on next').waitFor();
  });

  it('deletes what others need only after reading all of their names', async () => {
    const { key } = await library('deleting');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    const drawer = await openResource(page, 'pr_books');
    await drawer.getByRole('button', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete pr_books' });
    const needing = dialog.getByRole('region', { name: 'Resources that need it' });
    await needing.getByText('2 resources need it:').waitFor();
    await soon(() => needing.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('lending'),
      expect.stringContaining('sv_member_loans'),
    ]);
    const remove = dialog.getByRole('button', { name: 'Delete' });
    await soon(() => whyDisabled(remove)).toBe('Confirm first that what needs it is left without it.');
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await dialog.getByText('Delete it although these resources are left without it').click();
    await remove.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('2 of 2 resources loaded').waitFor();
    await soon(() => page.getByRole('row', { name: 'pr_books' }).count()).toBe(0);
  });

  it('sees where a reference comes from, by pointer and by keyboard, and detaches it', async () => {
    const { key, source } = await branchLibrary('detaching');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    const label = page.getByRole('row', { name: 'pr_books' }).getByRole('button', { name: /^Reference/ });
    const origin = page.getByRole('dialog', { name: 'Where pr_books comes from' });
    await label.hover();
    await origin.getByText(source.key, { exact: true }).waitFor();
    // The pointer goes into what has opened, and it stays.
    await origin.getByText('Chain of origins').hover();
    await page.waitForTimeout(600);
    await origin.getByText(`${source.key} / main`).waitFor();
    await origin.getByText(`${key} / main`).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.mouse.move(5, 5);
    await origin.waitFor({ state: 'hidden' });

    await page.getByRole('row', { name: 'pr_books' }).getByRole('link', { name: 'pr_books' }).focus();
    await page.keyboard.press('Tab');
    await origin.waitFor();
    await page.keyboard.press('Escape');
    await origin.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await origin.getByRole('button', { name: 'Detach…' }).click();
    await page.getByRole('dialog', { name: 'Detach pr_books' }).getByRole('button', { name: 'Detach' }).click();
    await label.waitFor({ state: 'hidden' });
    const drawer = await openResource(page, 'pr_books');
    await drawer.getByRole('tab', { name: /History/ }).click();
    await drawer.getByText('Detached').waitFor();
  });

  it('shows only references, or only what came from one project', async () => {
    const { key, branchId, source } = await branchLibrary('narrowing');
    const server = await consoleServer();
    await createResources(server, branchId, [makeCastFunction('trimTitle')]);
    const page = await browser.open(server, `p/${key}/main`);
    const own = page.getByRole('row', { name: 'trimTitle' });
    await own.waitFor();
    await page.getByRole('button', { name: 'Mode: any' }).click();
    await page.getByRole('option', { name: 'references' }).click();
    await page.waitForURL(/mode=REFERENCE/);
    await own.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: 'pr_books' }).waitFor();
    await page.getByRole('button', { name: 'Mode: references' }).click();
    await page.getByRole('option', { name: 'any' }).click();
    await own.waitFor();
    await page.getByRole('button', { name: 'From: anywhere' }).click();
    await page.getByRole('searchbox', { name: 'Search: from' }).fill('nowhere-at-all');
    await page.getByRole('option', { name: 'nowhere-at-all' }).click();
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'From: nowhere-at-all' }).click();
    await page.getByRole('searchbox', { name: 'Search: from' }).fill(source.key);
    await page.getByRole('option', { name: source.key, exact: true }).click();
    await page.getByRole('row', { name: 'sv_member_loans' }).waitFor();
    await soon(() => own.count()).toBe(0);
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('holds any two revisions against each other', async () => {
    const { key, branchId } = await library('comparing');
    const server = await consoleServer();
    const id = await idOf(server, branchId, 'normalizeIsbn');
    for (const casting of ['one()', 'two()', 'three()']) {
      const spec = { dataType: 'string', type: 'custom', casting };
      await server.operation('UpdateResource', { input: { id, spec } });
    }
    const page = await browser.open(server, `p/${key}/main?open=${id}&tab=history`);
    await page.getByRole('button', { name: 'From: each to the next' }).click();
    await page.getByRole('option', { name: /^revision 2/ }).click();
    const compared = page.getByRole('region', { name: 'From revision 2 to revision 4' });
    await compared.getByText('1 field differs.').waitFor();
    await soon(() => compared.locator('del').innerText()).toBe('one()');
    await soon(() => compared.locator('ins').innerText()).toBe('three()');
    await page.getByRole('button', { name: 'To: revision 4' }).click();
    await page.getByRole('option', { name: /^revision 2/ }).click();
    await page.getByText('No field differs.').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });
});
