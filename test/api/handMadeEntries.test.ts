import type { JsonObject } from '../../src/shared/json.js';
import { ImportFlow, type Place, type PlanProblem } from '../support/importFlow.js';
import { definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const unique = { objectFieldSettings: [{ name: 'uniqueValues', value: 'true' }] };
const problemFields = 'problems { code message path fix ... on ResourceProblem { name } }';
const shelves = [{ name: 'r_books_c_shelfId', businessType: 'Relationship', label: { en_US: 'Shelf' } }];

describe('entries that are made by hand', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let place: Place;
  let parentId: string;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    place = await flow.makeProject();
    const fields = [textField('title', { required: true }), textField('isbn', unique), ...shelves];
    const spec = definitionSpec('BOOK', 'Book', fields);
    parentId = await flow.create(place, { kind: 'objects/ObjectDefinition', name: 'BOOK', spec });
  });

  const create = async (name: string, spec: JsonObject, more: object = {}) => {
    const input = { branchId: place.branchId, kind: 'objects/ObjectEntry', name, spec, parentId, ...more };
    const { createResource } = await flow.ask<{
      createResource: { resource: { id: string; name: string; spec: JsonObject } | null; problems: PlanProblem[] };
    }>(
      `mutation ($input: CreateResourceInput!) {
        createResource(input: $input) { resource { id name spec } ${problemFields} } }`,
      { input },
    );
    return createResource;
  };
  const change = async (field: 'updateResource' | 'restoreRevision', input: object) => {
    const type = field === 'updateResource' ? 'UpdateResourceInput' : 'RestoreRevisionInput';
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { resource { spec } ${problemFields} } }`;
    const data = await flow.ask<Record<string, { resource: { spec: JsonObject } | null; problems: PlanProblem[] }>>(
      document,
      { input },
    );
    return data[field]!;
  };

  it('are held against their definition: each fault with its place and a fix, and nothing is made', async () => {
    const { resource, problems } = await create('Book/B1', { tittle: 'x', isbn: 7 });
    expect(resource).toBeNull();
    expect(problems.map(({ code, path, message }) => [code, path.join('.'), message])).toEqual([
      ['SPEC_INVALID', 'input.spec.tittle', '"tittle" is no field of the definition "Book".'],
      ['SPEC_INVALID', 'input.spec.isbn', 'The field "isbn" must be a text, but is 7.'],
      ['SPEC_INVALID', 'input.spec', 'The entry lacks the required field "title".'],
    ]);
    expect(problems[0]?.fix).toBe('Did you mean "title"?');
    expect(await flow.resources(place)).toHaveLength(1);
  });

  it('name their parents in the one spelling of the product, so that they are found', async () => {
    const { resource } = await create('Book/B1', { title: 'One', booksERC: 'S1', r_books_c_shelfId: 12 });
    expect(resource?.spec).toEqual({ externalReferenceCode: 'B1', title: 'One', r_books_c_shelfERC: 'S1' });
    const { resource: found } = await flow.ask<{ resource: { dependencies: { nodes: object[] } } }>(
      'query ($id: ID!) { resource(id: $id) { dependencies { nodes { targetName } } } }',
      { id: resource?.id },
    );
    expect(found.dependencies.nodes).toContainEqual({ targetName: 'Shelf/S1' });
  });

  it('are called by definition and code, and told what that comes to', async () => {
    expect((await create('Other/B1', { externalReferenceCode: 'B1', title: 'One' })).problems).toMatchObject([
      { code: 'NAME_INVALID', path: ['input', 'name'], fix: 'Name it "Book/B1".' },
    ]);
    expect((await create('Book/B1', { externalReferenceCode: 'B2', title: 'One' })).problems).toMatchObject([
      { code: 'SPEC_INVALID', path: ['input', 'spec', 'externalReferenceCode'] },
    ]);
    expect((await create('Book/a/b', { title: 'One' }, { externalReferenceCode: 'a/b' })).problems).toEqual([]);
  });

  it('are what a file with the same entry finds unchanged, and may not have its code twice', async () => {
    const spec = { externalReferenceCode: 'B1', title: 'One' };
    // The title of an entry of a file is the first of its texts.
    expect((await create('Book/B1', spec, { title: 'One' })).problems).toEqual([]);
    expect((await flow.stage(entryFile('Book', [spec]), place)).counts).toMatchObject({ update: 0, collision: 0 });
    expect((await create('Book/B1', spec)).problems).toMatchObject([{ code: 'NAME_TAKEN' }]);
  });

  it('are checked again when they are changed, and keep their code', async () => {
    const { resource } = await create('Book/B1', { externalReferenceCode: 'B1', title: 'One' });
    const id = resource?.id;
    expect((await change('updateResource', { id, spec: { isbn: '1' } })).problems).toMatchObject([
      { code: 'SPEC_INVALID', message: 'The entry lacks the required field "title".' },
    ]);
    const moved = { externalReferenceCode: 'B9', title: 'One' };
    expect((await change('updateResource', { id, spec: moved })).problems).toMatchObject([
      { code: 'SPEC_INVALID', path: ['input', 'spec', 'externalReferenceCode'] },
    ]);
    const right = { externalReferenceCode: 'B1', title: 'One', booksERC: 'S2' };
    expect((await change('updateResource', { id, spec: right })).resource?.spec).toEqual({
      externalReferenceCode: 'B1',
      title: 'One',
      r_books_c_shelfERC: 'S2',
    });
  });

  it('may not share the value of a unique field, however they come to it', async () => {
    const first = (await create('Book/B1', { title: 'One', isbn: 'x-1' })).resource;
    expect((await create('Book/B2', { title: 'Two', isbn: 'X-1' })).problems).toMatchObject([
      {
        code: 'UNIQUE_TEXT_TAKEN',
        path: ['input', 'spec', 'isbn'],
        message: 'Object entry "Book/B1" already has "X-1" at /isbn; it must be unique.',
        name: 'Book/B1',
      },
    ]);
    expect((await change('updateResource', { id: first?.id, spec: { title: 'One', isbn: 'x-2' } })).problems).toEqual(
      [],
    );
    const second = (await create('Book/B2', { title: 'Two', isbn: 'x-1' })).resource;
    const taken = { id: second?.id, spec: { title: 'Two', isbn: 'x-2' } };
    expect((await change('updateResource', taken)).problems).toMatchObject([{ code: 'UNIQUE_TEXT_TAKEN' }]);
    expect((await change('restoreRevision', { id: first?.id, revision: 1 })).problems).toMatchObject([
      { code: 'UNIQUE_TEXT_TAKEN', path: ['input', 'revision'], name: 'Book/B2' },
    ]);
    const { verifyDatabase } = await flow.ask<{ verifyDatabase: object }>('{ verifyDatabase { isSound } }', {});
    expect(verifyDatabase).toEqual({ isSound: true });
  });
});
