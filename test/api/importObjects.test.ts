import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, actionsOf, codesOf, itemsByName, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const batch = (className: string, items: object[], delegate = 'DEFAULT') =>
  JSON.stringify({
    configuration: {
      className: `com.liferay.${className}`,
      parameters: { createStrategy: 'UPSERT', importStrategy: 'ON_ERROR_FAIL', updateStrategy: 'UPDATE' },
      taskItemDelegateName: delegate,
    },
    items,
  });

const text = (name: string, more: object = {}) => ({
  DBType: 'String',
  businessType: 'Text',
  externalReferenceCode: `${name.toUpperCase()}_FIELD`,
  indexed: true,
  label: { en_US: name },
  name,
  required: false,
  ...more,
});

const book = (fields: object[]) =>
  batch('object.admin.rest.dto.v1_0.ObjectDefinition', [
    {
      externalReferenceCode: 'BOOK',
      label: { en_US: 'Book' },
      name: 'Book',
      objectFields: fields,
      pluralLabel: { en_US: 'Books' },
      scope: 'company',
      status: { code: 0 },
    },
  ]);

const upsert = { options: { createStrategy: 'UPSERT' } };

const entries = (items: object[]) => batch('object.rest.dto.v1_0.ObjectEntry', items, 'C_Book');

describe('objects: definitions and their entries', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const codesByName = async ({ branchId }: Place) => {
    const { resources } = await flow.ask<{
      resources: { edges: { node: { name: string; externalReferenceCode: string | null } }[] };
    }>('query ($id: ID!) { resources(branchId: $id) { edges { node { name externalReferenceCode } } } }', {
      id: branchId,
    });
    return Object.fromEntries(resources.edges.map(({ node }) => [node.name, node.externalReferenceCode]));
  };
  const rename = async (id: string, name: string) => {
    const document =
      'mutation ($input: RenameResourceInput!) { renameResource(input: $input) { problems { code message } } }';
    const data = await flow.ask<{ renameResource: { problems: object[] } }>(document, { input: { id, name } });
    return data.renameResource.problems;
  };

  it('imports a definition and entries of it, and again changes nothing', async () => {
    const place = await flow.makeProject();
    const definition = book([text('title', { required: true }), text('shelf')]);
    const file = entries([
      { externalReferenceCode: 'B1', title: 'One', shelf: 'A' },
      { externalReferenceCode: 'B2', title: 'Two' },
    ]);
    await flow.import(definition, place);
    expect(await flow.import(file, place)).toMatchObject({ createdCount: 2 });
    expect((await flow.resources(place)).map(({ name, parent }) => [name, parent?.name ?? null])).toEqual([
      ['BOOK', null],
      ['Book/B1', 'BOOK'],
      ['Book/B2', 'BOOK'],
    ]);
    for (const again of [definition, file]) {
      const plan = await flow.stage(again, place);
      expect(plan.counts).toMatchObject({ create: 0, update: 0, collision: 0, blocked: 0 });
    }
  });

  it('holds entries against their definition: each fault with line, place and a fix', async () => {
    const place = await flow.makeProject();
    await flow.import(book([text('title', { required: true })]), place);
    const plan = await flow.stage(
      entries([
        { externalReferenceCode: 'B1', title: 'One' },
        { externalReferenceCode: 'B2' },
        { externalReferenceCode: 'B3', title: 'x'.repeat(281) },
        { externalReferenceCode: 'B4', title: 'Four', tittle: 'typo' },
      ]),
      place,
    );
    expect(actionsOf(plan)).toEqual({
      'Book/B1': 'CREATE',
      'Book/B2': 'BLOCKED',
      'Book/B3': 'BLOCKED',
      'Book/B4': 'BLOCKED',
    });
    const [missing] = itemsByName(plan)['Book/B2']?.problems ?? [];
    expect(missing).toMatchObject({ severity: 'ERROR', message: 'The entry lacks the required field "title".' });
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', createdCount: 1, failedCount: 3 });
  });

  it('blocks entries whose definition is nowhere, instead of making one', async () => {
    const place = await flow.makeProject();
    await flow.import(
      book([text('title')])
        .replaceAll('BOOK', 'BOOKS')
        .replaceAll('"Book"', '"OldBook"'),
      place,
    );
    const plan = await flow.stage(entries([{ externalReferenceCode: 'B1', title: 'One' }]), place);
    expect(Object.values(actionsOf(plan))).toEqual(['BLOCKED']);
    expect(plan.items.edges[0]!.node.problems[0]?.fix).toContain('Did you mean "BOOKS"?');
    expect(codesOf(plan.items.edges[0]!.node.problems)).toContain('DEPENDENCY_MISSING');
  });

  it('names every field that an update would remove, and carries it out only when that is allowed', async () => {
    const place = await flow.makeProject();
    await flow.import(book([text('title'), text('shelf')]), place);
    await flow.import(entries([{ externalReferenceCode: 'B1', title: 'One', shelf: 'A' }]), place);
    const plan = await flow.stage(book([text('title')]), place);
    expect(actionsOf(plan)).toEqual({ BOOK: 'BLOCKED' });
    expect(itemsByName(plan)['BOOK']?.problems[0]).toMatchObject({
      code: 'DELETION_NOT_ALLOWED',
      message: 'The update removes the field "shelf" of "BOOK". Its one entry loses it.',
    });
    await flow.setOptions(plan.id, { isDeletionAllowed: true });
    const allowed = await flow.plan(plan.id);
    expect(actionsOf(allowed)).toEqual({ BOOK: 'UPDATE' });
    expect(codesOf(itemsByName(allowed)['BOOK']?.problems ?? [])).toContain('PART_REMOVED');
    await flow.setOptions(plan.id, { isDeletionAllowed: false, updateStrategy: 'PARTIAL_UPDATE' });
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ BOOK: 'UNCHANGED' });
  });

  it('makes room by a rename, which the external reference code follows in a definition and in its entries', async () => {
    const place = await flow.makeProject();
    const file = (more: string) => entries([{ externalReferenceCode: 'B1', title: `One${more}` }]);
    await flow.import(book([text('title')]), place, upsert);
    await flow.import(file(''), place, upsert);
    const insert = { options: { createStrategy: 'INSERT' } };
    const plan = await flow.stage(file(' of another'), place, insert);
    expect(actionsOf(plan)).toEqual({ 'Book/B1': 'COLLISION' });
    const { id } = itemsByName(plan)['Book/B1']!;
    expect(codesOf(await flow.rename(id, 'Shelf/B9'))).toEqual(['RENAME_NOT_ALLOWED']);
    expect(await flow.rename(id, 'Book/B9')).toEqual([]);
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ 'Book/B1': 'CREATE' });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 1 });
    expect(await codesByName(place)).toEqual({ BOOK: 'BOOK', 'Book/B1': 'B1', 'Book/B9': 'B9' });
    expect((await flow.resources(place)).find(({ name }) => name === 'Book/B9')?.spec).toMatchObject({
      externalReferenceCode: 'B9',
    });

    const first = (await flow.resources(place)).find(({ name }) => name === 'Book/B1')!;
    expect(await rename(first.id, 'Book/B9')).toMatchObject([{ code: 'NAME_TAKEN' }]);
    expect(await rename(first.id, 'Shelf/B5')).toMatchObject([{ code: 'RENAME_NOT_ALLOWED' }]);
    expect(await rename(first.id, 'Book/B5')).toEqual([]);
    expect(await codesByName(place)).toEqual({ BOOK: 'BOOK', 'Book/B5': 'B5', 'Book/B9': 'B9' });
    expect(actionsOf(await flow.stage(file(''), place, insert))).toEqual({ 'Book/B1': 'CREATE' });
  });

  it('warns of fields that entries of the branch may violate after the update', async () => {
    const place = await flow.makeProject();
    await flow.import(book([text('title')]), place);
    const stricter = book([text('title', { required: true, businessType: 'Integer' })]);
    expect(itemsByName(await flow.stage(stricter, place))['BOOK']?.problems).toEqual([]);
    await flow.import(entries([{ externalReferenceCode: 'B1', title: 'One' }]), place);
    const plan = await flow.stage(stricter, place);
    expect(actionsOf(plan)).toEqual({ BOOK: 'UPDATE' });
    expect(itemsByName(plan)['BOOK']?.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'PART_CHANGED',
        'After the update, the field "title" of "BOOK" has the type Integer instead of Text. Its one entry may become invalid.',
      ],
      [
        'PART_CHANGED',
        'After the update, the field "title" of "BOOK" is required now. Its one entry may become invalid.',
      ],
    ]);
    expect((await flow.plan(plan.id, { filter: { hasProblems: true } })).items.totalCount).toBe(1);
  });

  it('blocks what is of a pack that is switched off, and says how to switch it on', async () => {
    const place = await flow.makeProject();
    await flow.ask('mutation ($input: SetPackEnabledInput!) { setPackEnabled(input: $input) { problems { code } } }', {
      input: { projectId: place.projectId, pack: 'objects', isEnabled: false },
    });
    const plan = await flow.stage(book([text('title')]), place);
    expect(actionsOf(plan)).toEqual({ BOOK: 'BLOCKED' });
    expect(itemsByName(plan)['BOOK']?.problems[0]).toMatchObject({ code: 'PACK_OFF' });
    expect(itemsByName(plan)['BOOK']?.problems[0]?.fix).toContain('setPackEnabled');
  });

  it('accepts a bundle whose digests include its own titles, and uses those of the specs', async () => {
    const place = await flow.makeProject();
    const spec = { externalReferenceCode: 'SIZES', name: 'Sizes', listTypeEntries: [{ key: 's' }] };
    const bundle = bundleOf([{ kind: 'objects/Picklist', name: 'SIZES', spec }]);
    await flow.import(bundle, place);
    const titled = bundleOf([{ kind: 'objects/Picklist', name: 'SIZES', spec, title: 'Another' }]);
    for (const again of [bundle, titled])
      expect(actionsOf(await flow.stage(again, place))).toEqual({ SIZES: 'UNCHANGED' });
    const { digest } = (await flow.resources(place))[0]!;
    const wrong = bundleOf([{ kind: 'objects/Picklist', name: 'SIZES', spec: { ...spec, name: 'Changed' }, digest }]);
    expect(actionsOf(await flow.stage(wrong, place))).toEqual({ SIZES: 'BLOCKED' });
  });

  it('imports changes to a part of a definition, and blocks them where there is none', async () => {
    const part = batch('object.admin.rest.dto.v1_0.ObjectField', [
      { ...text('author'), objectDefinitionExternalReferenceCode: 'BOOK' },
    ]);
    const empty = await flow.makeProject();
    const place = await flow.makeProject();
    await flow.import(book([text('title')]), place);
    expect(Object.values(actionsOf(await flow.stage(part, empty)))).toEqual(['BLOCKED']);
  });
});
