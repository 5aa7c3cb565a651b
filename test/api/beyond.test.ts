/** What users of Liferay's Data Migration Center ask for and do not have, one test for each; depth is in the files named for each matter. */
import type { JsonObject } from '../../src/shared/json.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import { ImportFlow, actionsOf, codesOf, itemsByName, type Place, type TaskRecord } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { zipOf } from '../support/zipOf.js';

const relationship = (name: string, from: string, to: string): JsonObject => ({
  ...{ name, type: 'oneToMany', deletionType: 'cascade', label: { en_US: name } },
  objectDefinitionExternalReferenceCode1: from,
  objectDefinitionExternalReferenceCode2: to,
});
const author = {
  ...definitionSpec('AUTHOR', 'Author'),
  objectRelationships: [relationship('authorToBooks', 'AUTHOR', 'BOOK')],
};
const book = {
  ...definitionSpec('BOOK', 'Book', [textField('title', { required: true }), textField('note')]),
  objectRelationships: [relationship('bookToAuthors', 'BOOK', 'AUTHOR')],
};
const entries = (...items: object[]) => entryFile('Book', items);

describe('what the product does not do, and we do', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const library = async () => {
    const place = await flow.makeProject();
    await flow.import(definitionFile([author, book]), place);
    return place;
  };
  const namesIn = async (place: Place) => (await flow.resources(place)).map(({ name }) => name);
  const exported = async (input: JsonObject) => {
    const { startExport } = await flow.ask<{ startExport: { task: { id: string } } }>(
      `mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { message } } }`,
      { input },
    );
    const task = await flow.ended(startExport.task.id);
    expect(task.status).toBe('COMPLETED');
    return flow.download(task.files.find(({ purpose }) => purpose === 'RESULT')!);
  };
  const fileOf = (task: TaskRecord, purpose: string) =>
    flow.download(task.files.find((file) => file.purpose === purpose)!);

  it('1. a plan before anything is written: new, changed, equal, in conflict, missing, and what would be deleted', async () => {
    const place = await library();
    await flow.import(entries({ externalReferenceCode: 'B1', title: 'One' }), place);
    const file = await zipOf({
      'a.batch-engine-data.json': definitionFile([{ ...book, objectFields: [textField('title', { required: true })] }]),
      'b.batch-engine-data.json': entries(
        { externalReferenceCode: 'B1', title: 'One' },
        { externalReferenceCode: 'B2', title: 'Two' },
        { externalReferenceCode: 'B3' },
      ),
    });
    const before = await flow.resources(place);
    const plan = await flow.stage(file, place);
    expect(actionsOf(plan)).toMatchObject({ BOOK: 'BLOCKED', 'Book/B3': 'BLOCKED' });
    expect(itemsByName(plan)['BOOK']?.problems[0]?.message).toContain('removes the field "note"');
    await flow.setOptions(plan.id, { isDeletionAllowed: true });
    expect(actionsOf(await flow.plan(plan.id))).toEqual({
      BOOK: 'UPDATE',
      'Book/B1': 'UNCHANGED',
      'Book/B2': 'CREATE',
      'Book/B3': 'BLOCKED',
    });
    expect(await flow.resources(place)).toEqual(before);
  });

  it('2. what a selection needs goes along, rings and all, and nothing is made in place of what is missing', async () => {
    const place = await library();
    const selection = { branchId: place.branchId, kinds: ['objects/ObjectDefinition'] };
    const bundle = await exported({ selection, format: 'JSON' });
    const target = await flow.makeProject();
    expect(await flow.import(bundle, target)).toMatchObject({ createdCount: 2 });
    const alone = await flow.stage(definitionFile([author]), await flow.makeProject());
    expect(actionsOf(alone)).toEqual({ AUTHOR: 'BLOCKED' });
    expect(itemsByName(alone)['AUTHOR']?.problems[0]?.message).toContain('"BOOK"');
    const external = { ...author, objectRelationships: [relationship('userToAuthors', 'L_USER', 'AUTHOR')] };
    expect(actionsOf(await flow.stage(definitionFile([external]), await flow.makeProject()))).toEqual({
      AUTHOR: 'CREATE',
    });
  });

  it('3. ends that tell the truth, all or nothing when that is wanted, and another try for what failed', async () => {
    const place = await library();
    const file = entries({ externalReferenceCode: 'B1', title: 'One' }, { externalReferenceCode: 'B2' });
    const plan = await flow.stage(file, place);
    expect(codesOf((await flow.execute(plan.id)).problems)).toEqual(['PLAN_NOT_EXECUTABLE']);
    expect(await namesIn(place)).not.toContain('Book/B1');
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', createdCount: 1, failedCount: 1, processedCount: 2 });
    const corrected = (await fileOf(task!, 'REMAINDER')).replace('"spec":{', '"spec":{"title":"Two",');
    expect(await flow.import(corrected, place)).toMatchObject({ status: 'COMPLETED', createdCount: 1, failedCount: 0 });
  });

  it('4. errors with an address: line, place, code, name, and a way out; all of them', async () => {
    const place = await library();
    const plan = await flow.stage(
      entries({ externalReferenceCode: 'B1', titel: 'x', title: 5 }, { externalReferenceCode: 'B2' }),
      place,
    );
    const first = itemsByName(plan)['Book/B1'];
    expect(first?.problems.map(({ path }) => path.join('/')).sort()).toEqual(['titel', 'title']);
    expect(first?.problems.find(({ path }) => path[0] === 'titel')?.fix).toContain('Did you mean "title"?');
    expect(itemsByName(plan)['Book/B2']?.line).toBeGreaterThan(first?.line ?? 0);
    expect(
      plan.items.edges
        .flatMap(({ node }) => node.problems)
        .every(({ message }) => message.endsWith('.') || message.endsWith('?')),
    ).toBe(true);
  });

  it('5. files that hold nothing of their environment, and go in again unedited', async () => {
    const place = await library();
    const items = [
      { externalReferenceCode: 'B1', title: 'One', id: 4711, actions: { get: { href: 'http://host/o/c/books/1' } } },
    ];
    await flow.import(entries(...items), place);
    const selection = { branchId: place.branchId, kinds: ['objects/ObjectEntry'] };
    const text = await exported({ selection, format: 'JSONT' });
    for (const trace of ['4711', 'href', 'companyId', 'userId']) expect(text).not.toContain(trace);
    expect(Object.values(actionsOf(await flow.stage(text, place)))).toEqual(['UNCHANGED']);
  });

  it('6. collisions listed before, and a rename that every reference follows, in text expressions too', async () => {
    const place = await library();
    const plan = await flow.stage(
      definitionFile([author, book].map((one) => ({ ...one, label: { en_US: 'Other' } }))),
      place,
      {
        options: { createStrategy: 'INSERT' },
      },
    );
    expect(Object.values(actionsOf(plan))).toEqual(['COLLISION', 'COLLISION']);
    const other = await flow.makeProject();
    const fresh = await flow.stage(definitionFile([author, book]), other);
    expect(await flow.rename(itemsByName(fresh)['BOOK']!.id, 'VOLUME')).toEqual([]);
    await flow.execute(fresh.id);
    const renamed = (await flow.resources(other)).find(({ name }) => name === 'AUTHOR');
    expect(JSON.stringify(renamed?.spec)).toContain('"VOLUME"');
    expect(JSON.stringify(renamed?.spec)).not.toContain('"BOOK"');
  });

  it('7. read-only references that know where they came from and follow their source', async () => {
    const source = await library();
    const bundleOfAll = () => exported({ selection: { branchId: source.branchId, all: true }, format: 'JSON' });
    const target = await flow.makeProject();
    await flow.import(await bundleOfAll(), target, { mode: 'REFERENCE' });
    expect((await flow.resources(target)).map(({ mode, origin }) => [mode, origin?.project?.key])).toEqual([
      ['REFERENCE', source.key],
      ['REFERENCE', source.key],
    ]);
    await flow.import(definitionFile([{ ...book, label: { en_US: 'Volume' } }]), source);
    const update = await flow.stage(await bundleOfAll(), target, { mode: 'REFERENCE' });
    expect(actionsOf(update)).toEqual({ AUTHOR: 'UNCHANGED', BOOK: 'REFERENCE_UPDATE' });
  });

  it('8. settings that mean nothing are named, and values that there are not are refused', async () => {
    const place = await library();
    const file = (parameters: object) =>
      JSON.stringify({
        configuration: {
          className: 'com.liferay.object.rest.dto.v1_0.ObjectEntry',
          taskItemDelegateName: 'C_Book',
          parameters,
        },
        items: [{ externalReferenceCode: 'B1', title: 'One' }],
      });
    const typo = await flow.stage(file({ onErrorFail: 'false' }), place);
    expect(typo.problems).toMatchObject([{ code: 'SETTING_UNKNOWN', severity: 'WARNING' }]);
    expect(typo.problems[0]?.message).toContain('onErrorFail');
    const wrong = await flow.stage(file({ importStrategy: 'ON_ERROR_CONTINU' }), place);
    expect(wrong.status).toBe('FAILED');
    expect(codesOf(wrong.problems)).toContain('SETTING_INVALID');
  });

  it('9. progress that is pushed', async () => {
    const place = await library();
    const items = Array.from({ length: 50 }, (_, index) => ({ externalReferenceCode: `B${index}`, title: 'Some' }));
    const { plan } = await server.upload(entries(...items), { branchId: place.branchId });
    const states = [];
    for await (const state of server.subscribe(plan!.task.id)) states.push(state.status);
    expect(states.at(-1)).toBe('COMPLETED');
  });

  it('10. templates that choose kinds, conditions and what goes along', async () => {
    const place = await library();
    await flow.import(
      entries({ externalReferenceCode: 'B1', title: 'One' }, { externalReferenceCode: 'B2', title: 'Two' }),
      place,
    );
    const settings = {
      selection: { kinds: ['objects/ObjectEntry'] },
      recordFilter: [{ field: 'title', operator: 'EQ', value: 'Two' }],
      includeDependencies: true,
      format: 'JSON',
    };
    const document = `mutation ($input: SaveTemplateInput!) { saveTemplate(input: $input) { template { id } problems { message } } }`;
    const input = { projectId: place.projectId, name: 'two', direction: 'EXPORT', settings };
    const { saveTemplate } = await flow.ask<{ saveTemplate: { template: { id: string } } }>(document, { input });
    const text = await exported({
      selection: { branchId: place.branchId },
      templateId: saveTemplate.template.id,
    });
    const names = (JSON.parse(text) as { resources: { name: string }[] }).resources.map(({ name }) => name);
    expect(names.sort()).toEqual(['AUTHOR', 'BOOK', 'Book/B2']);
  });

  it('11. updates by external reference code: a number of another installation hits nothing', async () => {
    const place = await library();
    await flow.import(
      entries(
        { externalReferenceCode: 'B1', id: 1, title: 'One' },
        { externalReferenceCode: 'B2', id: 2, title: 'Two' },
      ),
      place,
    );
    await flow.import(entries({ externalReferenceCode: 'B2', id: 1, title: 'Due' }), place);
    const titles = (await flow.resources(place)).flatMap(({ spec }) => spec['title'] ?? []);
    expect(titles).toEqual(['One', 'Due']);
  });

  it('12. every form in which the product writes entries: batch file, array, lines, saved page', async () => {
    const items = [
      { externalReferenceCode: 'B1', title: 'One' },
      { externalReferenceCode: 'B2', title: 'Two' },
    ];
    const options = { options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } };
    const page = { actions: {}, facets: [], items, lastPage: 1, page: 1, pageSize: 20, totalCount: 2 };
    const files = [
      entries(...items),
      JSON.stringify(items),
      items.map((item) => JSON.stringify(item)).join('\n'),
      JSON.stringify(page),
    ];
    const place = await library();
    await flow.import(files[0]!, place);
    for (const file of files) {
      expect(Object.values(actionsOf(await flow.stage(file, place, options)))).toEqual(['UNCHANGED', 'UNCHANGED']);
    }
  });
});
