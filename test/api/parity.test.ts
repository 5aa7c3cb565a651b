/** What users of Liferay's Data Migration Center have and keep, one test for each; what has a file of its own is tested there in depth. */
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import { ImportFlow, actionsOf, codesOf, itemsByName, type Place, type TaskRecord } from '../support/importFlow.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const fields = [textField('title', { required: true }), textField('note')];
const definitions = definitionFile([{ ...definitionSpec('BOOK', 'Book', fields), status: { code: 0 } }]);
const entry = (code: string, title: string, more: object = {}) => ({ externalReferenceCode: code, title, ...more });
const plain = { options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } };
const upsert = { options: { ...plain.options, createStrategy: 'UPSERT' } };

describe('what the product does, and so do we', () => {
  let server: TestServer;
  let flow: ImportFlow;
  beforeAll(async () => {
    // Batches of two: every file here is written in several.
    server = await startTestServer({ settings: { WAYBILL_BATCH_SIZE: '2' } });
    flow = new ImportFlow(server);
  });
  afterAll(() => server.stop());

  const library = async (...entries: object[]) => {
    const place = await flow.makeProject();
    await flow.import(definitions, place);
    if (entries.length > 0) await flow.import(lines(entries), place, plain);
    return place;
  };
  const lines = (entries: object[]) => entries.map((one) => JSON.stringify(one)).join('\n');
  const specOf = async (place: Place, name: string) =>
    (await flow.resources(place)).find((resource) => resource.name === name)?.spec;
  const exportOf = async ({ branchId }: Place, input: object): Promise<{ task: TaskRecord; text: string }> => {
    const { startExport } = await flow.ask<{ startExport: { task: { id: string } | null; problems: object[] } }>(
      `mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { message } } }`,
      { input: { selection: { branchId, kinds: ['objects/ObjectEntry'] }, format: 'LIFERAY_JSONL', ...input } },
    );
    expect(startExport.problems).toEqual([]);
    const task = await flow.ended(startExport.task!.id);
    return { task, text: await flow.download(task.files.find(({ purpose }) => purpose === 'RESULT')!) };
  };

  it('async tasks with an id and a key of the caller', async () => {
    const place = await library();
    const key = { idempotencyKey: `night-${place.key}` };
    const first = await flow.stage(lines([entry('B1', 'One')]), place, { ...plain, ...key });
    const again = await flow.stage(lines([entry('B1', 'One')]), place, { ...plain, ...key });
    expect(again.id).toBe(first.id);
    const { task } = await flow.execute(first.id);
    expect(await flow.task(task!.id)).toMatchObject({ id: task!.id, status: 'COMPLETED' });
  });

  it('processed and total counts, start, end and error message', async () => {
    const place = await library();
    const task = await flow.import(
      lines(['B1', 'B2', 'B3', 'B4', 'B5'].map((code) => entry(code, code))),
      place,
      plain,
    );
    expect(task).toMatchObject({ processedCount: 5, totalCount: 5, createdCount: 5, errorMessage: null });
    const document = 'query ($id: ID!) { task(id: $id) { createdAt startedAt endedAt errorMessage } }';
    const times = await flow.ask<{ task: Record<string, string> }>(document, { id: task.id });
    expect(Date.parse(times.task['startedAt']!)).toBeLessThanOrEqual(Date.parse(times.task['endedAt']!));
    const { plan } = await server.upload('no records', { branchId: place.branchId, ...plain });
    const failed = await flow.ended(plan!.task.id);
    expect(failed.status).toBe('FAILED');
    expect(failed.errorMessage).toMatch(/\.$/);
  });

  it('the content of an export, the error report and the original file for download', async () => {
    const place = await library(entry('B1', 'One'));
    expect((await exportOf(place, {})).text.trim()).toBe('{"externalReferenceCode":"B1","title":"One"}');
    const file = lines([entry('B2', 'Two'), { externalReferenceCode: 'B3' }]);
    const { task } = await flow.execute((await flow.stage(file, place, plain)).id, 'ON_ERROR_CONTINUE');
    const textOf = (purpose: string) => flow.download(task!.files.find((one) => one.purpose === purpose)!);
    expect(await textOf('ERROR_REPORT')).toContain('Book/B3');
    expect(await textOf('SOURCE')).toBe(file);
  });

  it('identity by external reference code, whatever the name, and never by a number of another installation', async () => {
    const place = await library(entry('B1', 'One'), entry('B2', 'Two'));
    const task = await flow.import(lines([entry('B1', 'Uno', { id: 31337 })]), place, upsert);
    expect(task).toMatchObject({ createdCount: 0, updatedCount: 1 });
    expect(await specOf(place, 'Book/B1')).toEqual({ externalReferenceCode: 'B1', title: 'Uno' });
    const twin = definitionFile([definitionSpec('OTHER', 'Book')]);
    expect(actionsOf(await flow.stage(twin, place))).toEqual({ OTHER: 'COLLISION' });
  });

  it('INSERT and UPSERT', async () => {
    const place = await library(entry('B1', 'One'));
    const file = lines([entry('B1', 'Uno'), entry('B2', 'Due')]);
    expect(actionsOf(await flow.stage(file, place, plain))).toEqual({ 'Book/B1': 'COLLISION', 'Book/B2': 'CREATE' });
    expect(actionsOf(await flow.stage(file, place, upsert))).toEqual({ 'Book/B1': 'UPDATE', 'Book/B2': 'CREATE' });
  });

  it.each([
    ['UPDATE', { externalReferenceCode: 'B1', title: 'Uno' }],
    ['PARTIAL_UPDATE', { externalReferenceCode: 'B1', note: 'kept', title: 'Uno' }],
  ])('%s', async (updateStrategy, expected) => {
    const place = await library(entry('B1', 'One', { note: 'kept' }));
    const options = { ...upsert.options, updateStrategy };
    await flow.import(lines([entry('B1', 'Uno')]), place, { options });
    expect(await specOf(place, 'Book/B1')).toEqual(expected);
  });

  it('stop on an error, with nothing kept, or continue with the rest', async () => {
    const place = await library();
    const plan = await flow.stage(lines([entry('B1', 'One'), { externalReferenceCode: 'B2' }]), place, plain);
    expect(codesOf((await flow.execute(plan.id, 'ON_ERROR_FAIL')).problems)).toEqual(['PLAN_NOT_EXECUTABLE']);
    expect((await flow.resources(place)).length).toBe(1);
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', createdCount: 1, failedCount: 1 });
  });

  it.each([
    ['JSON', JSON.stringify([entry('B1', 'One'), entry('B2', 'Two'), entry('B3', 'Three')])],
    ['JSONL', lines([entry('B1', 'One'), entry('B2', 'Two'), entry('B3', 'Three')])],
    ['JSONT', entryFile('Book', [entry('B1', 'One'), entry('B2', 'Two'), entry('B3', 'Three')])],
    ['CSV', 'externalReferenceCode,title\nB1,One\nB2,Two\nB3,Three\n'],
  ])('import of %s, in batches of a size that is set', async (_, file) => {
    const place = await library();
    expect(await flow.import(file, place, plain)).toMatchObject({ createdCount: 3 });
    expect(await specOf(place, 'Book/B3')).toEqual({ externalReferenceCode: 'B3', title: 'Three' });
  });

  it.each(['LIFERAY_JSON', 'LIFERAY_JSONL', 'JSONT', 'CSV'])('export of %s', async (format) => {
    const place = await library(entry('B1', 'One'), entry('B2', 'Two'));
    const { task, text } = await exportOf(place, { format });
    expect(task).toMatchObject({ processedCount: 2, totalCount: 2 });
    const plan = await flow.stage(text, place, format === 'JSONT' ? {} : plain);
    expect(Object.values(actionsOf(plan))).toEqual(['UNCHANGED', 'UNCHANGED']);
  });

  it('a choice of fields, also nested ones', async () => {
    const place = await flow.makeProject();
    await flow.import(definitions, place);
    const selection = { branchId: place.branchId, kinds: ['objects/ObjectDefinition'] };
    const { text } = await exportOf(place, { selection, fields: ['name', 'label.en_US'] });
    expect(JSON.parse(text)).toMatchObject({ externalReferenceCode: 'BOOK', name: 'Book', label: { en_US: 'Book' } });
  });

  it('a mapping of fields', async () => {
    const place = await library();
    const mapping = [
      { source: 'Code', target: 'externalReferenceCode' },
      { source: 'Name', target: 'title' },
    ];
    await flow.import('Code,Name\nB1,One\n', place, { options: { ...plain.options, mapping } });
    expect(await specOf(place, 'Book/B1')).toEqual({ externalReferenceCode: 'B1', title: 'One' });
  });

  it('named templates in both directions', async () => {
    const place = await library(entry('B1', 'One'));
    const save = async (direction: string, settings: object) => {
      const document = `mutation ($input: SaveTemplateInput!) {
        saveTemplate(input: $input) { template { id } problems { message } } }`;
      const input = { projectId: place.projectId, name: 'nightly', direction, settings };
      return (await flow.ask<{ saveTemplate: { template: { id: string } } }>(document, { input })).saveTemplate.template
        .id;
    };
    const out = await save('EXPORT', { selection: { kinds: ['objects/ObjectEntry'] }, format: 'LIFERAY_JSONL' });
    const { text } = await exportOf(place, {
      selection: { branchId: place.branchId },
      format: undefined,
      templateId: out,
    });
    const into = await save('IMPORT', { ...upsert.options });
    const plan = await flow.stage(text.replace('One', 'Uno'), place, { options: { templateId: into } });
    expect(actionsOf(plan)).toEqual({ 'Book/B1': 'UPDATE' });
  });

  it('draft and published, as the file has it', async () => {
    const place = await flow.makeProject();
    const items = [
      { ...definitionSpec('DRAFT', 'Draft'), status: { code: 2 } },
      { ...definitionSpec('LIVE', 'Live'), status: { code: 0 } },
    ];
    await flow.import(definitionFile(items), place);
    expect(await specOf(place, 'DRAFT')).toMatchObject({ status: { code: 2 } });
    expect(await specOf(place, 'LIVE')).toMatchObject({ status: { code: 0 } });
    const again = await flow.stage(definitionFile(items), place);
    expect(Object.values(actionsOf(again))).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(itemsByName(again)['DRAFT']?.diff).toEqual([]);
  });

  it('a check for each entity of what a project may take', async () => {
    const place = await library();
    const document = `mutation ($input: SetPackEnabledInput!) { setPackEnabled(input: $input) { problems { code } } }`;
    await flow.ask(document, { input: { projectId: place.projectId, pack: 'objects', isEnabled: false } });
    const plan = await flow.stage(lines([entry('B1', 'One')]), place, plain);
    expect(actionsOf(plan)).toEqual({ 'Book/B1': 'BLOCKED' });
    expect(codesOf(itemsByName(plan)['Book/B1']?.problems ?? [])).toContain('PACK_OFF');
    expect((await flow.execute(plan.id, 'ON_ERROR_CONTINUE')).task).toMatchObject({ createdCount: 0, failedCount: 1 });
    const { kinds } = await flow.ask<{ kinds: { name: string }[] }>(
      'query ($projectId: ID!) { kinds(projectId: $projectId) { name } }',
      { projectId: place.projectId },
    );
    expect(kinds.some(({ name }) => name.startsWith('objects/'))).toBe(false);
  });
});
