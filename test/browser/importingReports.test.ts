import { processReport } from '../support/analyticsEntities.js';
import { AnalyticsFlow } from '../support/analyticsFlow.js';
import { collection } from '../support/analyticsScene.js';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { chooseFile, decisionSays, itemsOf, uploadPath } from '../support/importPages.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

describeInBrowser('a person who imports reports into a collection', (browser) => {
  it('chooses it, adds the data source that it lacks, and finds the reports in it', async () => {
    const server = await consoleServer();
    const flow = new AnalyticsFlow(server);
    const place = await flow.placeWithDefinitions();
    await flow.create(place, collection('Front desk', [['order']]));
    await flow.create(place, collection('Back office', [['invoice']]));
    const page = await browser.open(server, uploadPath(place));
    const reports = [processReport('Orders', ['order']), processReport('Bills', ['invoice'])];
    await chooseFile(page, { name: 'reports.json', content: JSON.stringify(reports) });
    await page.getByRole('button', { name: /^Into the collection/ }).click();
    await page.getByRole('option', { name: 'Front desk' }).click();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await itemsOf(page);
    await decisionSays(page, '1 item is to be decided.');
    await page
      .getByText(/data source/i)
      .first()
      .waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add missing data sources to the collection' }).click();
    await decisionSays(page, '2 to create');
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
    const parents = (await flow.resources(place)).filter(({ kind }) => kind.name === 'analytics/ProcessReport');
    expect(parents.map(({ name, parent }) => [name, parent?.name])).toEqual([
      ['Bills', 'Front desk'],
      ['Orders', 'Front desk'],
    ]);
    const desk = (await flow.resources(place)).find(({ name }) => name === 'Front desk');
    expect(desk?.spec['dataSources']).toMatchObject([{ definitionKey: 'order' }, { definitionKey: 'invoice' }]);
  });
});
