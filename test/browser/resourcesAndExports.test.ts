import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { ImportFlow } from '../support/importFlow.js';
import { library, openResource } from '../support/libraryScene.js';
import { consoleServer } from '../support/sharedServer.js';

function tick(page: Page, name: string): Promise<void> {
  return page.getByRole('row', { name, exact: true }).getByRole('checkbox').press('Space');
}

describeInBrowser('a person works on resources', (browser) => {
  it('edits a spec, reads what is wrong at its line, and restores the revision before', async () => {
    const { key } = await library('editing');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`);
    const drawer = await openResource(page, 'pr_books');
    expect(await accessibilityFaults(page)).toEqual([]);
    await drawer.getByText('JSON', { exact: true }).click();
    const field = drawer.getByRole('textbox', { name: 'Spec as JSON' });
    const spec = await field.inputValue();
    await field.fill(spec.replace('"type": "string"', '"type": "strin"'));
    const line = spec.slice(0, spec.indexOf('"type": "string"')).split('\n').length;
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByRole('button', { name: `Line ${String(line)} fields/0/type must be one of` }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await field.fill(spec.replace('"nullable": false', '"nullable": true'));
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByText('Revision 2').waitFor();
    await drawer.getByRole('tab', { name: /History/ }).click();
    await drawer.getByText('fields / ISBN / nullable').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Restore revision 1' }).click();
    await drawer.getByText('Revision 3').waitFor();
    await drawer.getByRole('tab', { name: 'Spec' }).click();
    expect(JSON.parse(await field.inputValue())).toEqual(JSON.parse(spec));
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
    expect(await field.inputValue()).toBe('{ "fields": [] }');
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
    expect(await rewritten.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('lending'),
      expect.stringContaining('sv_member_loans'),
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
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
    expect(await accessibilityFaults(page)).toEqual([]);
    const spec = { dataType: 'string', type: 'custom', casting: 'export default (value) => value.trim()' };
    await dialog.getByRole('textbox', { name: 'Spec as JSON' }).fill(JSON.stringify(spec));
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('complementary', { name: 'trimShelf' }).waitFor();
    await page.getByRole('button', { name: 'New branch' }).click();
    await page.getByRole('dialog', { name: 'New branch' }).getByRole('textbox', { name: 'Name' }).fill('next');
    await page.getByRole('button', { name: 'Create branch' }).click();
    await page.getByText('11 on next').waitFor();
  });
});

describeInBrowser('a person exports', (browser) => {
  it('ticks a single view, confirms what comes along and why, and downloads the file', async () => {
    const { key } = await library('exporting');
    const page = await browser.open(await consoleServer(), `p/${key}/main`);
    await tick(page, 'sv_member_loans');
    await page.getByRole('link', { name: 'Export…' }).click();
    await page.getByText('7 resources,').waitFor();
    await page.getByRole('button', { name: 'Why normalizeIsbn is included' }).click();
    const why = page.getByRole('region', { name: 'Why normalizeIsbn is included' });
    await why.getByText('fields / 0 / castFunction').first().waitFor();
    expect(await why.getByRole('paragraph').first().innerText()).toMatch(
      /^sv_member_loans names pr_books at .+, which names normalizeIsbn at fields \/ 0 \/ castFunction\.$/,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'pr_members comes along' }).press('Space');
    await page.getByText('6 resources,').waitFor();
    await page.getByRole('button', { name: 'Confirm and export' }).click();
    const link = page.getByRole('link', { name: 'Download' });
    await link.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const begun = page.waitForEvent('download');
    await link.click();
    const download = await begun;
    expect(download.suggestedFilename()).toMatch(/^fast-data-export-.+\.json$/);
    const written = JSON.parse(readFileSync(await download.path(), 'utf8')) as { resources: { name: string }[] };
    const names = written.resources.map(({ name }) => name);
    expect(names).toHaveLength(6);
    expect(names).not.toContain('pr_members');
    await page.reload();
    await page.getByRole('link', { name: 'Download' }).waitFor();
  });

  it('copies a selection to another project, where it becomes a plan', async () => {
    const { key } = await library('copying');
    const server = await consoleServer();
    const target = await new ImportFlow(server).makeProject([], server.keyFor('target'));
    const page = await browser.open(server, `p/${key}/main/export`);
    await tick(page, 'sv_member_loans');
    await page.getByText('7 resources,').waitFor();
    await page.getByRole('button', { name: 'Copy to another project…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy to another project' });
    await dialog.getByRole('searchbox', { name: 'Search projects' }).fill(target.key);
    await dialog.getByRole('option', { name: target.key }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Plan the import' }).click();
    await page.waitForURL(`**/p/${target.key}/main/import/*`);
    // The file has been read when the plan shows its items.
    await page.getByRole('table', { name: 'Items' }).waitFor();
    const planId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const plan = await new ImportFlow(server).plan(planId);
    expect(plan.source?.project?.key).toBe(key);
  });
});
