import { describeInBrowser } from '../support/browserConsole.js';
import { makeCastFunction } from '../support/fastDataResources.js';
import { bundleText } from '../support/bundleFiles.js';
import { createProject, importFile } from '../support/projectScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

const count = 100_000;

const nameAt = (index: number) => `cast_${String(index).padStart(6, '0')}`;

describeInBrowser('a person on a branch of 100,000 resources', (browser) => {
  it('scrolls through it, sorts it, finds one and opens it', async () => {
    const server = await consoleServer();
    const { key, branchId } = await createProject(server, 'large');
    const resources = Array.from({ length: count }, (_, index) => makeCastFunction(nameAt(index)));
    await importFile(server, await bundleText(resources, { format: 'JSONL' }), { branchId });
    const page = await browser.open(server, `p/${key}/main?kind=fast-data/CastFunction`);
    const table = page.getByRole('table', { name: 'Cast functions' });
    await table.getByRole('row', { name: nameAt(0) }).waitFor();
    await soon(() => table.getAttribute('aria-rowcount')).toBe(String(count + 1));
    // However long the list is, what is drawn of it stays small.
    await table.getByRole('row', { name: nameAt(0) }).focus();
    for (let step = 1; step <= 40; step++) {
      await page.keyboard.press('PageDown');
      await table.getByRole('row', { name: nameAt(step * 15) }).waitFor();
      await soon(() => table.locator('tbody tr[data-row]').count()).toBeLessThan(80);
    }

    await table.getByRole('button', { name: 'Name' }).click();
    await table.getByRole('row', { name: nameAt(count - 1) }).waitFor();
    await page.getByRole('searchbox', { name: 'Search cast functions' }).fill('54321');
    await page.getByText('1 of 1 resource').waitFor();
    await page.getByRole('link', { name: nameAt(54_321) }).click();
    await page
      .getByRole('complementary', { name: nameAt(54_321) })
      .getByRole('tree')
      .waitFor();
  });
});
