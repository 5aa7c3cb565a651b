import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { makeExportScene } from '../support/exportScene.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person reads the graph', (browser) => {
  it('sees what is missing and what goes in a circle, follows a path, and opens a resource', async () => {
    const server = await consoleServer();
    const { key, ids } = await makeExportScene(server);
    const page = await browser.open(server, `p/${key}/main/graph`);
    const box = (name: string) => page.getByRole('group', { name, exact: true });
    await box('ghost').getByText('missing on this branch').waitFor();
    await page.getByText('1 cycle').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);

    await page.goto(`${page.url()}?root=${ids.get('sv_ring')!}`);
    await box('ring_map').click();
    await page.getByText('sv_ring › ring_map').waitFor();
    await page.getByRole('link', { name: 'Open ring_map' }).click();
    await page.getByRole('complementary', { name: 'ring_map' }).waitFor();
  });
});
