import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person reads the graph of a plan', (browser) => {
  const box = (page: Page, name: string | RegExp) => page.getByRole('group', { name, exact: true });

  it('sees what is new, changed, in collision and missing, opens an item, and sees it change', async () => {
    const { page, flow, planId } = await atPlan({
      before: [castFunction('trimText'), castFunction('upper')],
      records: [
        castFunction('trimText', 'return other'),
        systemOfRecord('erp'),
        projection('orders', { system: 'erp', fields: { a: 'trimText', b: 'upper' } }),
        projection('lines', { system: 'erp', fields: { a: 'nowhere' } }),
      ],
    });
    await page.getByRole('radio', { name: 'Graph' }).press('Space');
    await box(page, 'trimText, Collision').waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('graph');
    await box(page, 'erp, Create').waitFor();
    await box(page, 'lines, Blocked').waitFor();
    await box(page, 'upper').waitFor();
    await box(page, 'nowhere').getByText('missing on this branch').waitFor();
    const legend = page.getByRole('list', { name: 'Legend' });
    await legend.getByText('4 dependencies').waitFor();
    await legend.getByText('1 missing').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);

    await box(page, 'trimText, Collision').focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: 'trimText' });
    await drawer.getByLabel('New name of trimText').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await flow.rename(`${planId}.0`, 'trimOther');
    await box(page, 'trimOther, Create').waitFor();
    await flow.setOptions(planId, { createStrategy: 'UPSERT' });
    await flow.rename(`${planId}.0`, 'trimText');
    await box(page, 'trimText, Update').waitFor();

    await page.getByRole('button', { name: 'Close trimText' }).click();
    await page.getByLabel('Search items').fill('line');
    await box(page, 'erp, Create').waitFor({ state: 'hidden' });
    await box(page, 'lines, Blocked').waitFor();
    await page.getByLabel('Search items').fill('like nothing');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await box(page, 'erp, Create').waitFor();
    await page.getByRole('button', { name: 'Go to the first' }).click();
    await page.getByRole('complementary', { name: 'lines' }).waitFor();
    await page.reload();
    await box(page, 'trimText, Update').waitFor();
    await page.getByRole('radio', { name: 'List' }).press('Space');
    await page.getByRole('table', { name: 'Items' }).waitFor();
    expect(new URL(page.url()).searchParams.has('view')).toBe(false);
  });

  it('sees a large one by kind, and opens a kind', async () => {
    const casts = Array.from({ length: 520 }, (_, at) => castFunction(`cast_${String(at)}`));
    const views = ['orders', 'lines'].map((name) =>
      projection(name, { system: 'erp', fields: { a: 'cast_1', b: 'cast_2', c: 'cast_500' } }),
    );
    const { page } = await atPlan({
      before: [castFunction('cast_1')],
      records: [...casts, systemOfRecord('erp'), ...views],
    });
    await page.getByRole('radio', { name: 'Graph' }).press('Space');
    await box(page, '520 cast functions, 519 create, 1 unchanged').waitFor();
    const kind = box(page, '2 projections, 2 create');
    await kind.focus();
    await page.keyboard.press('Enter');
    await box(page, 'orders, Create').click();
    await page.getByRole('complementary', { name: 'orders' }).waitFor();
    await box(page, '520 cast functions, 519 create, 1 unchanged').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
  });

  async function atPlan({ before, records }: Record<'before' | 'records', readonly BundleRecord[]>) {
    const server = await consoleServer();
    const flow = new ImportFlow(server);
    const place = await flow.makeProject();
    await flow.import(bundleOf(before), place);
    const { id: planId } = await flow.stage(bundleOf(records), place, { options: { createStrategy: 'INSERT' } });
    const page = await browser.open(server, `p/${place.key}/main/import/${planId}`);
    return { page, flow, planId };
  }
});
