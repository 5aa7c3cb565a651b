import { describeInBrowser, downloadBy } from '../support/browserConsole.js';
import { chooseFile, decisionSays } from '../support/importPages.js';
import { startTestServer } from '../support/testServer.js';

describeInBrowser('a person who has just started the server', (browser) => {
  it('follows the six steps of the README, from the demo projects to the undo', async () => {
    const server = await startTestServer({ settings: { WAYBILL_DEMO: 'true' } });
    try {
      const page = await browser.open(server);
      await page.getByRole('link', { name: 'city-library' }).click();
      await page.getByText('7 of 7 resources loaded').waitFor();
      await page.getByRole('link', { name: 'sv_member_loans' }).click();
      const resource = page.getByRole('complementary', { name: 'sv_member_loans' });
      await resource.getByRole('tab', { name: /^Dependencies/ }).click();
      await resource.getByRole('button', { name: 'lending', exact: true }).first().waitFor();

      await page.getByRole('button', { name: 'Import / Export' }).click();
      await page.getByRole('menuitem', { name: 'Export' }).click();
      const selection = page.getByRole('region', { name: 'Selection' });
      await selection.getByRole('row', { name: 'sv_member_loans' }).getByRole('checkbox').press('Space');
      await page.getByText('6 come along').waitFor();
      await page.getByRole('button', { name: 'Confirm and export' }).click();
      const download = await downloadBy(page.getByRole('link', { name: 'Download' }));
      const content = (await (await download.createReadStream()).toArray()) as Buffer[];

      await page.getByRole('button', { name: /city-library/ }).click();
      await page.getByRole('menuitem', { name: 'reading-club' }).click();
      await page.getByText('2 of 2 resources loaded').waitFor();
      await page.getByRole('button', { name: 'Import / Export' }).click();
      await page.getByRole('menuitem', { name: 'Import a file' }).click();
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
      await chooseFile(page, { name: download.suggestedFilename(), content: Buffer.concat(content) });
      await page.getByRole('button', { name: 'Make the plan' }).click();
      await decisionSays(page, '1 item is to be decided.');
      await page.getByText('From city-library').waitFor();
      await page.getByLabel('New name of pr_members').fill('pr_library_members');
      await page.getByRole('button', { name: 'Rename', exact: true }).click();
      await page.getByText('Becomes pr_library_members here.').waitFor();
      await page.getByRole('button', { name: 'set all' }).click();
      await page.getByRole('menuitem', { name: 'All as references' }).click();
      await page
        .getByRole('radiogroup', { name: 'Import pr_books as' })
        .getByRole('radio', { checked: true })
        .waitFor();
      await page.getByRole('button', { name: 'Confirm and import' }).click();
      await page.getByRole('link', { name: 'Show the resources' }).click();
      const books = page.getByRole('row', { name: 'pr_books' });
      await books.getByText('Reference', { exact: true }).hover();
      await page.getByText('owned by city-library').waitFor();
      await page.goBack();
      await page.getByRole('button', { name: 'Undo…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByText('The import was undone').waitFor();
      await page.getByRole('link', { name: 'Show the resources' }).click();
      await page.getByText('2 of 2 resources loaded').waitFor();
      await page.close();
    } finally {
      await server.stop();
    }
  });
});
