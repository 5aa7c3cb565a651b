import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { processDefinition } from '../support/analyticsFlow.js';
import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { library } from '../support/libraryScene.js';
import { makeThePlan, openUpload } from '../support/importPages.js';
import { projectFile } from '../support/projectFile.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

/** What a finger can hardly hit, with its size; links in a sentence are as high as its line. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 32;
    const { document } = globalThis as unknown as {
      document: { querySelectorAll: (selector: string) => Iterable<Target> };
    };
    interface Target {
      getBoundingClientRect: () => { width: number; height: number };
      closest: (selector: string) => unknown;
      textContent: string;
      getAttribute: (name: string) => string | null;
      tagName: string;
    }
    const targets = document.querySelectorAll('button, a, label:has(input[type=checkbox])');
    return [...targets]
      .filter((target) => target.closest('p, dd, .react-flow, [aria-hidden="true"]') === null)
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < least - 0.5 || box.width < 20))
      .map(({ target, box }) => {
        const name = target.getAttribute('aria-label') ?? target.textContent;
        return `${target.tagName} ${name}: ${String(Math.round(box.width))} × ${String(Math.round(box.height))}`;
      });
  });
}

/** How far the page is wider than the screen. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
}

/** What of rows and lists lies beyond the right edge of the screen, and is not cut off with an ellipsis before. */
function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      getBoundingClientRect: () => { right: number; width: number };
      parentElement: Box | null;
      textContent: string;
    }
    const { document, innerWidth, getComputedStyle } = globalThis as unknown as {
      document: { querySelectorAll: (selector: string) => Iterable<Box> };
      innerWidth: number;
      getComputedStyle: (box: Box) => { overflowX: string };
    };
    const isBeyond = (box: Box) => box.getBoundingClientRect().right > innerWidth + 0.5;
    const isCut = (box: Box): boolean => {
      for (let around = box.parentElement; around !== null && isBeyond(box); around = around.parentElement)
        if (getComputedStyle(around).overflowX !== 'visible' && !isBeyond(around))
          return around.textContent.length < 200;
      return false;
    };
    return [...document.querySelectorAll('tr[data-row], tr[data-row] td *, li, li *')]
      .filter((box) => box.getBoundingClientRect().width > 1 && isBeyond(box) && !isCut(box))
      .map(({ textContent }) => textContent.slice(0, 60));
  });
}

describeInBrowser('a person with a phone', (browser) => {
  it.each([
    ['projects', '', 'Projects'],
    ['resources', 'p/$key/main', 'Resources'],
    ['tasks', 'p/$key/main/tasks', 'Tasks'],
    ['what is exported', 'p/$key/main/export', 'Resources to export'],
    ['tokens', 'access?tab=tokens', 'Tokens'],
    ['the audit log', 'audit', 'Events'],
  ])('reads %s as cards, in the order of the table', async (_, path, label) => {
    const { key } = await library('phone');
    const page = await browser.open(await consoleServer(), path.replace('$key', key), phone);
    const row = page.getByRole('table', { name: label }).getByRole('row').nth(1);
    await row.waitFor();
    await soon(() => row.getByRole('cell').count()).toBeLessThanOrEqual(2);
    await soon(() => smallTargets(page)).toEqual([]);
    await soon(() => overflow(page)).toBe(0);
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  it('turns the phone: rows that were measured keep the index by which they are observed', async () => {
    const { key } = await library('turned');
    const page = await browser.open(await consoleServer(), `p/${key}/main`, phone);
    const rows = page.getByRole('table', { name: 'Resources' }).locator('tr[data-row]');
    const indexes = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-index')));
    await rows.first().waitFor();
    const atFirst = await indexes();
    expect(atFirst.slice(0, 3)).toEqual(['0', '1', '2']);
    await page.setViewportSize({ width: 1200, height: 780 });
    await page.getByRole('columnheader').nth(3).waitFor();
    await soon(async () => (await indexes()).slice(0, 3)).toEqual(['0', '1', '2']);
  });

  it('reads rows of kinds with long titles within the screen', async () => {
    const server = await consoleServer();
    const flow = new ImportFlow(server);
    const place = await flow.makeProject([], server.keyFor('long-kinds'));
    const name = 'remind-members-of-the-library-about-their-overdue-books';
    await flow.create(place, processDefinition(name));
    const records = [systemOfRecord(name), projection('overdue_books_of_the_members', { system: name })];
    await flow.import(bundleOf(records), place);
    const page = await browser.open(server, `p/${place.key}/main`, phone);
    await page.getByRole('table', { name: 'Resources' }).getByRole('row').nth(1).waitFor();
    await soon(() => beyondTheEdge(page)).toEqual([]);
    const { id } = await flow.stage(bundleOf(records), place);
    for (const path of [`import/${id}`, 'export?kinds=fast-data/Projection', 'tasks', 'graph']) {
      await page.goto(`${new URL(page.url()).origin}/p/${place.key}/main/${path}`);
      await page.getByRole('table').getByRole('row').or(page.locator('.react-flow__node')).nth(1).waitFor();
      await soon(async () => [path, ...(await beyondTheEdge(page))]).toEqual([path]);
      await soon(() => overflow(page)).toBe(0);
    }
  });

  it('maps the fields of a file without scrolling sideways', async () => {
    const server = await consoleServer();
    const search = '?kind=objects%2FObjectEntry&definitionErc=BOOK';
    const { page, flow, place } = await openUpload(browser, server, { search, ...phone });
    await flow.import(readFileSync(projectFile('examples/demo/book.batch-engine-data.json'), 'utf8'), place);
    const content = readFileSync(projectFile('examples/demo/books.csv'));
    await makeThePlan(page, { name: 'books.csv', content });
    await page.getByRole('button', { name: 'Mapping' }).click();
    const fields = page.getByRole('table', { name: 'Fields of the file' });
    await fields.waitFor();
    const { x, width } = (await fields.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(phone.viewport.width);
    await soon(() => overflow(page)).toBe(0);
  });

  it('decides about a plan: an item with its new name stands between the head and the foot', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer(), phone);
    await flow.import(bundleOf([castFunction('trim', 'one()')]), place);
    await makeThePlan(page, { name: 'trim.json', content: bundleOf([castFunction('trim', 'two()')]) });
    const name = page.getByLabel('New name of trim');
    await name.waitFor();
    const foot = (await page.getByRole('region', { name: 'Decision' }).boundingBox())!;
    const field = (await name.boundingBox())!;
    expect(field.y + field.height).toBeLessThan(foot.y);
    await name.fill('trim_more');
    await page.getByRole('button', { name: 'Rename', exact: true }).tap();
    await page.getByText('Becomes trim_more here.').waitFor();
    await page.getByRole('button', { name: 'Options' }).tap();
    await page.getByRole('dialog', { name: 'Options of this import' }).waitFor();
    await soon(() => overflow(page)).toBe(0);
  });

  it('sorts, ticks and opens cards', async () => {
    const { key } = await library('phone-cards');
    const page = await browser.open(await consoleServer(), `p/${key}/main?kind=fast-data/Projection`, phone);
    const rows = page.getByRole('table', { name: 'Projections' }).getByRole('row');
    await rows.nth(3).waitFor();
    await soon(() => rows.nth(1).locator('dt').allInnerTexts()).toEqual([
      'System of Record',
      'Needs',
      'Needed by',
      'Changed',
    ]);
    await page.getByRole('group', { name: 'Sort by' }).getByRole('button', { name: 'Name' }).tap();
    await page.getByRole('button', { name: /^Name ?, descending/ }).waitFor();
    await soon(() => rows.nth(1).getAttribute('aria-label')).toBe('pr_members');
    await rows.nth(1).getByRole('checkbox').press('Space');
    await page.getByText('1 resource ticked').waitFor();
    await page.getByRole('link', { name: 'pr_members' }).tap();
    await page.getByRole('complementary', { name: 'pr_members' }).waitFor();
    await soon(() => overflow(page)).toBe(0);
  });
});
