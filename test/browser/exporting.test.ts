import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, downloadBy } from '../support/browserConsole.js';
import { makeExportScene } from '../support/exportScene.js';
import { ImportFlow } from '../support/importFlow.js';
import { library } from '../support/libraryScene.js';
import { makeDefinition, makeEntry, makeField } from '../support/libraryObjects.js';
import { createProject, createResources } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

function tick(page: Page, name: string): Promise<void> {
  return page.getByRole('row', { name, exact: true }).getByRole('checkbox').press('Space');
}

describeInBrowser('a person exports', (browser) => {
  it('ticks a single view, confirms what comes along and why, and downloads the file', async () => {
    const { key } = await library('exporting');
    const page = await browser.open(await consoleServer(), `p/${key}/main`);
    await tick(page, 'sv_member_loans');
    await page.getByRole('link', { name: 'Export…' }).click();
    await page.getByText(/^7 resources, about [\d.]+ k?B of content, as JSON$/).waitFor();
    await page.getByRole('button', { name: 'Why normalizeIsbn is included' }).click();
    const why = page.getByRole('region', { name: 'Why normalizeIsbn is included' });
    await why.getByText('fields / 0 / castFunction').first().waitFor();
    await soon(() => why.getByRole('paragraph').first().innerText()).toMatch(
      /^sv_member_loans names pr_books at .+, which names normalizeIsbn at fields \/ 0 \/ castFunction\.$/,
    );
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'pr_members comes along' }).press('Space');
    await page.getByText('6 resources,').waitFor();
    await page.getByRole('button', { name: 'Confirm and export' }).click();
    const link = page.getByRole('link', { name: 'Download' });
    await link.waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    const download = await downloadBy(link);
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
    // A press anywhere on a row ticks it.
    const view = page.getByRole('row', { name: 'sv_member_loans' });
    await view.getByText('sv_member_loans').click();
    await page.getByText('7 resources,').waitFor();
    await view.getByRole('checkbox', { checked: true }).waitFor();
    await page.getByRole('button', { name: 'Copy to another project…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy to another project' });
    await dialog.getByRole('searchbox', { name: 'Search projects' }).fill(target.key);
    await dialog.getByRole('option', { name: target.key }).click();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Plan the import' }).click();
    await page.waitForURL(`**/p/${target.key}/main/import/*`);
    // The file has been read when the plan shows its items.
    await page.getByRole('table', { name: 'Items' }).waitFor();
    const planId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const plan = await new ImportFlow(server).plan(planId);
    expect(plan.source?.project?.key).toBe(key);
  });

  it('sees all that comes along as a picture, with the way to one of it', async () => {
    const { key } = await library('pictured');
    const page = await browser.open(await consoleServer(), `p/${key}/main/export`);
    await tick(page, 'sv_member_loans');
    await page.getByRole('button', { name: 'All of it as a picture' }).click();
    const picture = page.getByRole('dialog', { name: 'What comes along, as a picture' });
    await picture.getByRole('group', { name: 'pr_members', exact: true }).waitFor();
    await soon(() => picture.locator('.react-flow__node').count()).toBe(7);
    await picture.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Why normalizeIsbn is included' }).click();
    await page.getByRole('button', { name: 'As a picture' }).click();
    await picture.getByText('sv_member_loans › pr_books › normalizeIsbn').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('keeps the choices as a template, uses it again, and reads the digest of the file', async () => {
    const { key } = await library('templated');
    const page = await browser.open(await consoleServer(), `p/${key}/main/export`);
    await tick(page, 'sv_member_loans');
    await page.getByRole('checkbox', { name: 'pr_members comes along' }).press('Space');
    await page.getByRole('button', { name: 'Format: JSON' }).click();
    await page.getByRole('option', { name: /^JSON Lines/ }).click();
    await page.getByText('6 resources,').waitFor();
    await page.getByRole('button', { name: 'Template: none' }).click();
    await page.getByRole('menuitem', { name: 'Save as a template…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as a template' });
    await dialog.getByLabel('Name').fill('without members');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.goto(new URL(`/p/${key}/main/templates`, page.url()).href);
    await page.getByRole('link', { name: 'Use without members' }).click();
    await page.getByText('6 resources,').waitFor();
    await page.getByRole('button', { name: 'Template: without members' }).waitFor();
    await page.getByRole('button', { name: 'Format: JSON Lines' }).waitFor();
    await page.getByRole('button', { name: 'Confirm and export' }).click();
    const download = await downloadBy(page.getByRole('link', { name: 'Download' }));
    const written = readFileSync(await download.path());
    const digest = createHash('sha256').update(written).digest('hex');
    await page
      .getByTitle(digest)
      .getByText(`SHA-256 ${digest.slice(0, 16)}`)
      .waitFor();
  });

  it('selects all of a kind by its tab, and all that match a search', async () => {
    const { key } = await library('matching');
    const page = await browser.open(await consoleServer(), `p/${key}/main/export`);
    await page.getByRole('tab', { name: /^Projections/ }).click();
    await page.getByRole('button', { name: 'Select all' }).click();
    await page.getByText('3 selected').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('tab', { name: /^All kinds/ }).click();
    await page.getByRole('searchbox', { name: /^Search \d+ resources/ }).fill('pr_');
    await page.getByRole('row', { name: 'normalizeIsbn' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Select all that match' }).click();
    await page.getByText('3 selected').waitFor();
    await page.getByRole('row', { name: 'pr_loans' }).getByRole('checkbox', { checked: true }).waitFor();
  });

  it('is told what is required and what is unresolved', async () => {
    const server = await consoleServer();
    const { key } = await makeExportScene(server);
    const page = await browser.open(server, `p/${key}/main/export?kinds=fast-data/ErSchema`);
    const unresolved = page.getByRole('list', { name: 'Unresolved' });
    await unresolved.getByText('ghost').first().waitFor();
    await unresolved.getByText(/^stock_map at /).waitFor();
    await page.getByRole('list', { name: 'Only required' }).getByText('stock', { exact: true }).first().waitFor();
    await page.getByText('1 unresolved').waitFor();
    await page.getByText('1 cycle').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('reads what is missing in the same hue at the export and at the resource', async () => {
    const server = await consoleServer();
    const { key, ids } = await makeExportScene(server);
    const page = await browser.open(server, `p/${key}/main/export?kinds=fast-data/ErSchema`);
    const atExport = page.getByRole('list', { name: 'Unresolved' }).getByText('Missing', { exact: true }).first();
    const look = await atExport.getAttribute('class');
    await page.goto(new URL(`/p/${key}/main?open=${ids.get('stock_map') ?? ''}&tab=dependencies`, page.url()).href);
    const drawer = page.getByRole('complementary', { name: 'stock_map' });
    await soon(() => drawer.getByText('Missing', { exact: true }).first().getAttribute('class')).toBe(look);
  });

  it('is told at the head that nothing can be exported, and not that nothing is unresolved', async () => {
    const { key } = await library('blocked');
    const page = await browser.open(
      await consoleServer(),
      `p/${key}/main/export?kinds=fast-data/Projection&format=CSV`,
    );
    await page.getByText(/^Nothing can be exported: /).waitFor();
    await page.getByText('can’t be exported', { exact: true }).waitFor();
    await soon(() => page.getByText('nothing unresolved').count()).toBe(0);
  });

  it('chooses the fields of records, and the records that match', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'records');
    await createResources(server, branchId, [
      makeDefinition('Shelf', [makeField('title', 'Text'), makeField('room', 'Text')]),
      makeEntry('Shelf', 'S1', { title: 'Novels', room: 'east' }),
      makeEntry('Shelf', 'S2', { title: 'Poems', room: 'west' }),
    ]);
    const page = await browser.open(server, `p/${key}/main/export?kinds=objects/ObjectEntry&format=CSV`);
    await page.getByRole('button', { name: 'Fields and conditions…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fields and conditions' });
    await dialog.getByText('room', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Add a condition' }).click();
    await dialog.getByRole('button', { name: /Field$/ }).click();
    await page.getByRole('option', { name: 'title' }).click();
    await dialog.getByLabel('Value of condition 1').fill('Poems');
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('button', { name: 'Fields and conditions: some' }).waitFor();
    await page.getByText('1 resource,').waitFor();
    await page.getByRole('button', { name: 'Confirm and export' }).click();
    const download = await downloadBy(page.getByRole('link', { name: 'Download' }));
    const written = readFileSync(await download.path(), 'utf8');
    expect(written.trim().split(/\r?\n/)).toEqual(['externalReferenceCode,title', 'S2,Poems']);
  });
});
