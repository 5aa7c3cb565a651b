import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { processDefinition } from '../support/analyticsFlow.js';
import { describeInBrowser } from '../support/browserConsole.js';
import { erSchema } from '../support/fastDataRecords.js';
import { chooseFile, openUpload, uploadPath, type ImportPage } from '../support/importPages.js';
import { projectFile } from '../support/projectFile.js';
import { consoleServer } from '../support/sharedServer.js';
import { zipOf } from '../support/zipOf.js';
import { soon } from '../support/soon.js';

const demo = (name: string) => readFileSync(projectFile(`examples/demo/${name}`));

/** What became of a file: it can't become a plan, nothing of it could be imported, or what could be was. */
type Outcome = 'refused' | 'nothing' | 'imported';

/** Real files of the products, where they are. */
const samples = projectFile('../shared/samples');
const products = ['fast-data', 'objects', 'analytics'];

describeInBrowser('a person imports files of the products', (browser) => {
  it('of Fast Data, Liferay and Camunda Optimize', async () => {
    const opened = await openUpload(browser, await consoleServer());
    const zip = await zipOf({ 'er.json': JSON.stringify(erSchema('er', { pr_books: [] }).spec) });
    await deployProcesses(opened, demo('lending-dashboard.json'));
    const outcomes = [
      await takeIn(opened, { name: 'er.zip', content: zip }),
      await takeIn(opened, { name: 'book.json', content: demo('book.batch-engine-data.json') }),
      await takeIn(opened, { name: 'dashboard.json', content: demo('lending-dashboard.json') }),
    ];
    expect(outcomes).toEqual(['imported', 'imported', 'imported']);
  });

  (existsSync(samples) ? it : it.skip).each(products)('of %s, as they are in the wild', async (product) => {
    const opened = await openUpload(browser, await consoleServer());
    const folder = path.join(samples, product);
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const outcomes: Outcome[] = [];
    for (const name of names.toSorted()) {
      const content = readFileSync(path.join(folder, name));
      if (product === 'analytics') await deployProcesses(opened, content);
      outcomes.push(await takeIn(opened, { name, content }));
    }
    expect(names.length).toBeGreaterThan(1);
    expect(outcomes).toContain('imported');
  });
});

interface Report {
  data?: { definitions?: { key: string; versions?: string[]; tenantIds?: (string | null)[] }[] };
}

/** Makes the processes that the reports of a file are about: they are deployed, and never imported. */
async function deployProcesses({ flow, place }: ImportPage, file: Buffer): Promise<void> {
  const reports = JSON.parse(file.toString()) as Report[];
  const processes = new Map(reports.flatMap(({ data }) => data?.definitions ?? []).map((one) => [one.key, one]));
  for (const { key, versions = [], tenantIds = [null] } of processes.values()) {
    const stated = versions.filter((version) => /^\d+$/.test(version));
    await flow.create(place, processDefinition(key, { versions: stated.length > 0 ? stated : ['1'], tenantIds }));
  }
}

/** Uploads a file, leaves out what can't be imported as it is, and imports the rest. */
async function takeIn({ page, place }: ImportPage, file: { name: string; content: Buffer }): Promise<Outcome> {
  await page.goto(new URL(`/${uploadPath(place)}`, page.url()).href);
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await chooseFile(page, file);
  await page.getByText('It looks like').waitFor();
  await page.getByRole('button', { name: 'Make the plan' }).click();
  const items = page.getByRole('table', { name: 'Items' });
  const refusal = page.getByRole('heading', { name: 'The file can’t become a plan' });
  await items.or(refusal).waitFor();
  if (await refusal.isVisible()) {
    await soon(() => page.getByRole('list', { name: 'Problems' }).getByRole('listitem').count()).toBeGreaterThan(0);
    return 'refused';
  }
  for (const action of ['Collision', 'Blocked']) await leaveOutAll(page, action);
  const confirm = page.getByRole('button', { name: 'Confirm and import' });
  if ((await confirm.getAttribute('aria-disabled')) === 'true') {
    await page
      .getByText('Nothing to write')
      .or(page.getByText(/^[\d,]+ left out$/))
      .first()
      .waitFor();
    return 'nothing';
  }
  await confirm.click();
  await page.getByRole('link', { name: 'Show the resources' }).waitFor();
  return 'imported';
}

/** Filters for an action, and takes away the ticks of all that has it: again for what needs those. */
async function leaveOutAll(page: Page, action: string): Promise<void> {
  const filters = page.getByRole('group', { name: 'Show only' });
  const filter = filters.getByRole('button', { name: new RegExp(`^${action}`) });
  while ((await filter.count()) > 0) {
    if ((await filter.getAttribute('aria-pressed')) !== 'true') await filter.click();
    await filters.getByRole('button', { name: new RegExp(`^${action}`), pressed: true }).waitFor();
    const key = await page.locator('[data-row]').first().getAttribute('data-row');
    await page.getByRole('checkbox', { name: 'All of Items' }).press('Space');
    await page.getByRole('button', { name: 'Sort again' }).click();
    await page.locator(`[data-row="${key!}"]`).waitFor({ state: 'hidden' });
    const none = page.getByText('Nothing matches');
    await none.or(page.locator('[data-row]').first()).first().waitFor();
    if (await none.isVisible()) return;
  }
}
