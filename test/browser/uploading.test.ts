import { readFileSync } from 'node:fs';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { chooseFile, itemsOf, openUpload, uploadPath } from '../support/importPages.js';
import { projectFile } from '../support/projectFile.js';
import { consoleServer } from '../support/sharedServer.js';
import { startTestServer } from '../support/testServer.js';
import { soon } from '../support/soon.js';

const bookDefinition = readFileSync(projectFile('examples/demo/book.batch-engine-data.json'), 'utf8');

describeInBrowser('a person who uploads a file', (browser) => {
  it('is asked first for what fits the file, and finds the rest behind one button', async () => {
    const { page } = await openUpload(browser, await consoleServer());
    const option = (name: string) => page.getByText(name, { exact: true });
    const more = page.getByRole('button', { name: 'More options' });
    await soon(() => more.count()).toBe(0);
    await chooseFile(page, { name: 'one.json', content: bundleOf([castFunction('one')]) });
    await page.getByText('It looks like a bundle of Waybill').waitFor();
    await page.getByRole('radio', { name: 'References' }).waitFor();
    await soon(() => option('Definition of the records:').count()).toBe(0);
    await more.click();
    await option('Kind of the records:').waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    const ofTables = ['Definition of the records:', 'Cells are separated by:'];
    for (const name of [...ofTables, 'Name']) await soon(() => option(name).count()).toBe(0);
    await page.getByRole('button', { name: /^Format/ }).click();
    await page.getByRole('option', { name: 'Records, CSV' }).click();
    for (const name of ofTables) await option(name).waitFor();
    await page.getByRole('button', { name: /^Format/ }).click();
    await page.getByRole('option', { name: 'Aggregation of a single view' }).click();
    await option('Name').waitFor();
    for (const name of ofTables) await soon(() => option(name).count()).toBe(0);
    await page.getByRole('button', { name: /^Format/ }).click();
    await page.getByRole('option', { name: 'found out from the content' }).click();
    await more.click();

    for (const [content, sentence] of [
      ['externalReferenceCode,title\nB1,One', 'It looks like a table of records'],
      ['[{ "externalReferenceCode": "B1" }]', 'It looks like records'],
      ['{ "externalReferenceCode": "B1" }\n{ "externalReferenceCode": "B2" }', 'It looks like records'],
    ] as const) {
      await chooseFile(page, { name: 'books', content });
      await page.getByText(sentence, { exact: true }).waitFor();
      await option('Definition of the records:').waitFor();
      await soon(() => page.getByRole('radio', { name: 'References' }).count()).toBe(0);
    }
    await chooseFile(page, { name: 'definition.json', content: bookDefinition });
    await page.getByText('It looks like a batch file of Liferay').waitFor();
    await chooseFile(page, { name: 'er.json', content: '{ "version": "1.0.0", "config": {} }' });
    await page.getByText('It looks like a configuration file').waitFor();
    await chooseFile(page, { name: 'reports.json', content: '[{ "exportEntityType": "dashboard" }]' });
    await page.getByText('It looks like reports of Camunda Optimize').waitFor();
  });

  it('says what separates and encloses the cells of a table', async () => {
    const { page, flow, place } = await openUpload(browser, await consoleServer(), {
      search: '?kind=objects%2FObjectEntry&definitionErc=BOOK',
    });
    await flow.import(bookDefinition, place);
    const content = 'externalReferenceCode|title\nB-7|\'Jam|Jar, with "quotes"\'\n';
    await chooseFile(page, { name: 'books.csv', content });
    await page.getByRole('button', { name: /^Cells are separated by/ }).click();
    await page.getByRole('option', { name: 'vertical bars' }).click();
    await page.getByRole('button', { name: /^Cells are enclosed by/ }).click();
    await page.getByRole('option', { name: 'single quotes' }).click();
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await itemsOf(page);
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
    const [book] = (await flow.resources(place)).filter(({ name }) => name === 'Book/B-7');
    expect(book?.spec).toMatchObject({ title: 'Jam|Jar, with "quotes"' });
  });

  it.each([3_000, 6_000_000])('of %d bytes, which is too large, reads the limit and what to do', async (sizeBytes) => {
    const server = await startTestServer({ settings: { WAYBILL_MAX_UPLOAD_BYTES: '2000' } });
    try {
      const place = await new ImportFlow(server).makeProject();
      const page = await browser.open(server, uploadPath(place));
      // The server ends before the page does.
      browser.expect({ messages: /413|WebSocket/ });
      await chooseFile(page, { name: 'large.json', content: `{"a":"${'x'.repeat(sizeBytes)}"}` });
      await page.getByRole('button', { name: 'Make the plan' }).click();
      const told = page.getByRole('list', { name: 'Why there is no plan' });
      await told.getByText('The file is larger than the 2000 bytes that this server accepts').waitFor();
      await told.getByText('Upload it in smaller files').waitFor();
      await soon(() => accessibilityFaults(page)).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});
