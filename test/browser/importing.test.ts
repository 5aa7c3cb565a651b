import { readFileSync } from 'node:fs';
import { processDefinition } from '../support/analyticsFlow.js';
import { accessibilityFaults, describeInBrowser } from '../support/browserConsole.js';
import { castFunction, erSchema, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import {
  chooseFile,
  decisionSays,
  itemsOf,
  makeThePlan,
  openUpload,
  tasksOf,
  type ImportPage,
} from '../support/importPages.js';
import { projectFile } from '../support/projectFile.js';
import { consoleServer } from '../support/sharedServer.js';
import { soon } from '../support/soon.js';

const demo = (name: string) => readFileSync(projectFile(`examples/demo/${name}`));

/** A system of record with a projection, and the schema that names it. */
const lending: readonly BundleRecord[] = [
  systemOfRecord('lending'),
  projection('pr_members', { system: 'lending' }),
  erSchema('members', { pr_members: [] }),
];

describeInBrowser('a person imports a file', (browser) => {
  it('renames what collides, imports it, and takes the import back', async () => {
    const { page, flow, place } = await atUpload();
    await flow.import(bundleOf(lending), place);
    const before = await flow.resources(place);
    const file = bundleOf(lending.slice(0, 2), { project: 'city-library' });
    await makeThePlan(page, { name: 'members.json', content: file });
    await itemsOf(page);
    await decisionSays(page, '2 items are to be decided.');
    const confirm = page.getByRole('button', { name: 'Confirm and import' });
    await soon(() => confirm.getAttribute('aria-disabled')).toBe('true');
    await soon(() => accessibilityFaults(page)).toEqual([]);

    await page.getByRole('row', { name: 'lending' }).getByRole('checkbox').press('Space');
    await decisionSays(page, '1 item is to be decided.');
    const name = page.getByLabel('New name of pr_members');
    await name.fill('pr_members');
    await name.fill('pr_library_members');
    const members = page.getByRole('cell', { name: 'New name of pr_members' });
    await members.getByText('Free on this branch.').waitFor();
    await members.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Becomes pr_library_members here.').waitFor();
    await confirm.click();
    await page.getByText('1 created').waitFor();
    await page.reload();
    await page.getByText('1 created').waitFor();
    const items = page.getByRole('table', { name: 'Items' });
    await soon(() => items.getByRole('checkbox').count()).toBe(0);
    await items.getByRole('columnheader', { name: 'What happened' }).waitFor();
    const imported = items.getByRole('row', { name: 'pr_members' });
    await imported.getByText('Created', { exact: true }).waitFor();
    await imported.getByRole('link', { name: 'pr_library_members' }).waitFor();
    await imported.getByText('It is pr_members in the file.').waitFor();
    await soon(async () => (await flow.resources(place)).map((one) => one.name)).toContain('pr_library_members');
    await soon(() => accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Undo…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('The import was undone').waitFor();
    await imported.getByText('Undone', { exact: true }).waitFor();
    await imported.getByText('It was deleted again.').waitFor();
    await items.getByText('Created, undone 1').waitFor();
    await page.getByRole('button', { name: 'Created, undone 1' }).waitFor();
    await soon(() => flow.resources(place)).toEqual(before);
  });

  it('sees field by field what an update changes, and chooses to update what collides', async () => {
    const { page, flow, place } = await atUpload();
    await flow.import(bundleOf([castFunction('trim', 'one()')]), place);
    await makeThePlan(page, { name: 'trim.json', content: bundleOf([castFunction('trim', 'two()')]) });
    await page.getByRole('button', { name: 'Update what is here, for the whole file' }).click();
    await page.getByText('1 field differs.').waitFor();
    const differences = page.getByRole('table', { name: 'What the update of trim changes' });
    await differences.getByRole('rowheader', { name: 'casting' }).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByText('1 updated').waitFor();
  });

  it('maps the columns of a table of records', async () => {
    const { page, flow, place } = await atUpload();
    await flow.import(demo('book.batch-engine-data.json').toString(), place);
    await chooseFile(page, { name: 'books.csv', content: demo('books.csv') });
    await page.getByRole('button', { name: 'Kind of the records: Object entry' }).waitFor();
    await decisionSays(page, 'Choose the definition of the records first.');
    const make = page.getByRole('button', { name: 'Make the plan' });
    await soon(() => make.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: /^Definition of the records/ }).click();
    await page.getByRole('option', { name: /BOOK$/ }).click();
    await make.click();
    await page.getByRole('button', { name: 'Map the fields' }).first().click();
    const fields = page.getByRole('table', { name: 'Fields of the file' });
    await fields.getByText('The Waves').waitFor();
    // What is suggested can be taken as it is, and the records show it.
    const again = page.getByRole('button', { name: 'Read the file again' });
    await soon(() => again.getAttribute('aria-disabled')).toBe(null);
    const records = page.getByRole('region', { name: 'First records', exact: true });
    await records.getByRole('columnheader', { name: 'pageCount' }).waitFor();
    await soon(() => records.getByRole('columnheader', { name: 'Code' }).count()).toBe(0);
    await page.getByRole('button', { name: /Field that Code fills/ }).click();
    await page.getByRole('option', { name: /^External Reference Code/ }).click();
    await page.getByRole('button', { name: /Field that Book title fills/ }).click();
    await page.getByRole('option', { name: /^Title/ }).click();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await records.getByRole('columnheader', { name: 'title' }).waitFor();
    await again.click();
    await itemsOf(page);
    await page.getByRole('row', { name: 'B-001' }).waitFor();
  });

  it('chooses what a report uses instead of a definition that is not here', async () => {
    const { page, flow, place } = await atUpload();
    await flow.create(place, processDefinition('lend-books'));
    await flow.create(place, processDefinition('remind-members'));
    await makeThePlan(page, { name: 'dashboard.json', content: demo('lending-dashboard.json') });
    await decisionSays(page, '3 items are to be decided.');
    for (const name of ['lend-books', 'remind-members']) await page.getByRole('radio', { name }).first().press('Space');
    await page.getByText('3 to create').waitFor();
    await page.getByRole('button', { name: 'Confirm and import' }).click();
    await page.getByRole('link', { name: 'Show the resources' }).waitFor();
  });

  it('reads why a file can not become a plan, and chooses another with the same options', async () => {
    const { page } = await atUpload('?mode=REFERENCE');
    await makeThePlan(page, { name: 'notes.txt', content: 'Not a file of resources.' });
    await page.getByRole('heading', { name: 'The file can’t become a plan' }).waitFor();
    await page.getByRole('list', { name: 'Problems' }).waitFor();
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Choose another file' }).click();
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await chooseFile(page, { name: 'one.json', content: bundleOf([castFunction('one')]) });
    await page.getByRole('radio', { name: 'References' }).waitFor();
    await soon(() => page.getByRole('radio', { name: 'References' }).isChecked()).toBe(true);
  });

  it('says what the records of a file are when it does not, without choosing it again', async () => {
    const { page, flow, place } = await atUpload();
    await flow.import(demo('book.batch-engine-data.json').toString(), place);
    const content = '[{ "externalReferenceCode": "B-1", "title": "The Waves" }]';
    await makeThePlan(page, { name: 'books.json', content });
    await page.getByRole('heading', { name: 'The file can’t become a plan' }).waitFor();
    const again = page.getByRole('button', { name: 'Read the file again' });
    await soon(() => again.getAttribute('aria-disabled')).toBe('true');
    await soon(() => page.getByText('definitionErc').count()).toBe(0);
    await soon(() => accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Definition of the records/ }).click();
    await page.getByRole('option', { name: /BOOK$/ }).click();
    await again.click();
    await itemsOf(page);
    await page.getByText('1 to create').waitFor();
  });

  it('sees the plan as soon as the file is read, also if the page asked for it just before', async () => {
    const { page, flow, place } = await atUpload();
    // Without the look that the page takes from time to time, only the end of the task shows the plan.
    let isHeld = false;
    await page.route('**/graphql', async (route) => {
      const body = route.request().postData() ?? '';
      if (body.includes('query PlanVersion(')) return;
      if (!body.includes('query ImportPlan(') || isHeld) {
        await route.continue();
        return;
      }
      isHeld = true;
      const response = await route.fetch();
      while ((await tasksOf({ flow, place }, { statuses: ['QUEUED', 'RUNNING'] })).length > 0);
      await route.fulfill({ response });
    });
    await makeThePlan(page, { name: 'one.json', content: bundleOf([castFunction('one')]) });
    await itemsOf(page);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('sees what another person decides, and what changes on the branch', async () => {
    const { page, flow, place } = await atUpload();
    await makeThePlan(page, { name: 'two.json', content: bundleOf([castFunction('one'), castFunction('two')]) });
    await page.getByText('2 to create').waitFor();
    const other = await browser.open(await consoleServer(), new URL(page.url()).pathname);
    await other.getByRole('row', { name: 'one' }).getByRole('checkbox').press('Space');
    await page.getByText('1 to create, 1 left out').waitFor();
    await flow.create(place, castFunction('two', 'another()'));
    await page.getByText('Changed meanwhile:').waitFor();
    await page.getByRole('button', { name: 'Show what changed' }).click();
    await page.getByRole('dialog').getByText('two').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Compare again' }).click();
    await decisionSays(page, '1 item is to be decided.');
  });

  async function atUpload(search = ''): Promise<ImportPage> {
    return openUpload(browser, await consoleServer(), { search });
  }
});
