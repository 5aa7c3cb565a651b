import {
  makeCastFunction,
  makeCrudCollection,
  makeErSchema,
  makeProjection,
  makeShop,
  makeSingleView,
  makeSystem,
} from '../support/fastDataResources.js';
import { createProject, createResources, resourceOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

describe('making a resource', () => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    branchId = (await createProject(server, 'shop')).branchId;
  });

  const create = async (input: Omit<InputOf<'CreateResource'>, 'branchId'> & { branchId?: string }) =>
    (await server.operation('CreateResource', { input: { branchId, ...input } })).createResource;

  it('works for every kind, and gives back what was given', async () => {
    const resources = [...makeShop(), makeCrudCollection('settings')];
    const made = await createResources(server, branchId, resources);
    for (const { name, kind, spec } of resources) {
      expect(made.get(name)).toMatchObject({ name, kind: { name: kind }, spec, mode: 'EDITABLE', revision: 1 });
      expect(made.get(name)?.origin).toBeNull();
    }
  });

  it('gives equal content equal digests, whatever the name and the order of the keys', async () => {
    const [first, second] = [
      { adapter: 'basic', settings: { a: 1, b: 2 } },
      { settings: { b: 2, a: 1 }, adapter: 'basic' },
    ];
    const one = await create({ kind: 'fast-data/SystemOfRecord', name: 'digest-1', spec: first });
    const two = await create({ kind: 'fast-data/SystemOfRecord', name: 'digest-2', spec: second });
    const three = await create({ kind: 'fast-data/SystemOfRecord', name: 'digest-3', spec: { adapter: 'debezium' } });
    expect(one.resource?.digest).toBe(two.resource?.digest);
    expect(one.resource?.digest).not.toBe(three.resource?.digest);
  });

  it('tells every fault of the spec at once, each with its place', async () => {
    const spec = {
      fields: [{ name: 'id' }, { name: '', type: 'string' }, { name: 'x', type: 'text', required: 'yes' }],
      indexes: [{ name: '1st', type: 'normal' }],
    };
    const { resource, problems } = await create({ kind: 'fast-data/CrudCollection', name: 'faulty', spec });
    expect(resource).toBeNull();
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['SPEC_INVALID']));
    expect(problems.map(({ path }) => path.join('/')).toSorted()).toEqual([
      'input/spec/fields/0',
      'input/spec/fields/1/name',
      'input/spec/fields/2/required',
      'input/spec/fields/2/type',
      'input/spec/indexes/0',
      'input/spec/indexes/0/name',
    ]);
    for (const { message } of problems) expect(message).toMatch(/^[A-Za-z].*\.$/);
  });

  it('tells faults of the name and of the spec together', async () => {
    const { problems } = await create({ kind: 'fast-data/CastFunction', name: 'a b', spec: {} });
    expect(problems.map(({ code }) => code)).toEqual(['NAME_INVALID', 'SPEC_INVALID', 'SPEC_INVALID', 'SPEC_INVALID']);
  });

  it('is refused for a kind that nobody knows, and names those that are known', async () => {
    const { resource, problems } = await create({ kind: 'fast-data/Widget', name: 'w', spec: {} });
    expect(resource).toBeNull();
    expect(problems).toMatchObject([{ code: 'UNKNOWN_KIND', path: ['input', 'kind'] }]);
  });

  it('is refused when the name is taken in the namespace, which collections share', async () => {
    const name = 'shared_name';
    await create(makeCrudCollection(name));
    const sameKind = await create(makeCrudCollection(name));
    const otherKind = await create(makeSingleView(name));
    for (const { resource, problems } of [sameKind, otherKind]) {
      expect(resource).toBeNull();
      expect(problems).toMatchObject([{ code: 'NAME_TAKEN', path: ['input', 'name'] }]);
      expect(problems[0]?.message).toContain(`CRUD collection "${name}"`);
    }
    expect((await create(makeErSchema(name, {}))).problems).toEqual([]);
  });

  it('is refused without a parent where one is needed, and with one where none may be', async () => {
    const { spec } = makeProjection('p', { parent: 'x' });
    const orphan = await create({ kind: 'fast-data/Projection', name: 'orphan', spec });
    expect(orphan.problems).toMatchObject([{ code: 'PARENT_REQUIRED', path: ['input', 'parentId'] }]);
    const [system, schema] = [await create(makeSystem('sys-1')), await create(makeErSchema('er-1', {}))];
    const child = await create({ ...makeErSchema('er-2', {}), parentId: system.resource?.id });
    expect(child.problems).toMatchObject([{ code: 'PARENT_INVALID', path: ['input', 'parentId'] }]);
    const misplaced = { kind: 'fast-data/Projection', name: 'misplaced', spec, parentId: schema.resource?.id };
    expect((await create(misplaced)).problems).toMatchObject([{ code: 'PARENT_INVALID' }]);
  });

  it('is refused when the parent is on another branch', async () => {
    const other = await createProject(server, 'elsewhere');
    const system = (await createResources(server, other.branchId, [makeSystem('far')])).get('far');
    const { kind, spec } = makeProjection('p', { parent: 'far' });
    const { problems } = await create({ kind, name: 'near', spec, parentId: system?.id });
    expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'parentId'] }]);
  });

  it('is refused for ids that are none, or belong to something else', async () => {
    const system = makeSystem('nowhere');
    const noId = await create({ ...system, branchId: 'main' });
    expect(noId.problems).toMatchObject([{ code: 'INVALID_ID', path: ['input', 'branchId'] }]);
    const unknown = await create({ ...system, branchId: '01890a5d-ac96-774b-bcce-b302099a8057' });
    expect(unknown.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'branchId'] }]);
    const noParentId = await create({ ...system, parentId: 'x' });
    expect(noParentId.problems).toMatchObject([{ code: 'INVALID_ID', path: ['input', 'parentId'] }]);
  });

  it('makes one of many that ask for the same name at once', async () => {
    const payloads = await Promise.all(Array.from({ length: 8 }, () => create(makeCastFunction('onlyOnce'))));
    expect(payloads.filter(({ resource }) => resource !== null)).toHaveLength(1);
    expect(payloads.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
      Array.from({ length: 7 }, () => 'NAME_TAKEN'),
    );
  });
});

describe('changing a resource', () => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    branchId = (await createProject(server, 'shop')).branchId;
  });

  const makeOne = async (name: string) => (await createResources(server, branchId, [makeSystem(name)])).get(name)!;
  const update = async (input: InputOf<'UpdateResource'>) =>
    (await server.operation('UpdateResource', { input })).updateResource;

  it('replaces the spec and raises the revision', async () => {
    const { id, digest } = await makeOne('crm');
    const { resource, problems } = await update({ id, expectedRevision: 1, spec: { adapter: 'golden-gate' } });
    expect(problems).toEqual([]);
    expect(resource).toMatchObject({ id, revision: 2, spec: { adapter: 'golden-gate' } });
    expect(resource?.digest).not.toBe(digest);
  });

  it('keeps the revision when nothing changes', async () => {
    const { id, updatedAt } = await makeOne('same');
    const { resource } = await update({ id, expectedRevision: 1, spec: { adapter: 'basic' } });
    expect(resource).toMatchObject({ revision: 1, updatedAt });
  });

  it('keeps, sets and removes the title', async () => {
    const { id } = await makeOne('titled');
    const spec = { adapter: 'basic' };
    expect((await update({ id, spec, title: 'The system' })).resource).toMatchObject({
      title: 'The system',
      revision: 2,
    });
    expect((await update({ id, spec })).resource).toMatchObject({ title: 'The system', revision: 2 });
    expect((await update({ id, spec, title: null })).resource).toMatchObject({ title: null, revision: 3 });
  });

  it('is refused on a revision that is stale, and tells the present one', async () => {
    const { id } = await makeOne('contested');
    await update({ id, expectedRevision: 1, spec: { adapter: 'debezium' } });
    const { resource, problems } = await update({ id, expectedRevision: 1, spec: { adapter: 'custom' } });
    expect(resource).toBeNull();
    expect(problems).toMatchObject([
      { code: 'STALE_REVISION', message: '"contested" is at revision 2, not 1.', path: ['input', 'expectedRevision'] },
    ]);
    expect((await resourceOf(server, branchId, 'contested')).spec).toEqual({ adapter: 'debezium' });
  });

  it('is refused as a new name, too, on a revision that is stale', async () => {
    const { id } = await makeOne('named-twice');
    const rename = async (name: string) => {
      const document = `mutation ($input: RenameResourceInput!) {
        renameResource(input: $input) { resource { name } problems { code message path } } }`;
      const { data } = await server.query(document, { input: { id, name, expectedRevision: 1 } });
      return (data as { renameResource: { resource: { name: string } | null; problems: object[] } }).renameResource;
    };
    expect(await rename('named-once')).toEqual({ resource: { name: 'named-once' }, problems: [] });
    expect(await rename('named-again')).toEqual({
      resource: null,
      problems: [
        {
          ...{ code: 'STALE_REVISION', message: '"named-once" is at revision 2, not 1.' },
          path: ['input', 'expectedRevision'],
        },
      ],
    });
  });

  it('lets one of many through that were made on the same revision', async () => {
    const { id } = await makeOne('race');
    const adapters = ['golden-gate', 'debezium', 'custom'];
    const payloads = await Promise.all(
      adapters.map((adapter) => update({ id, expectedRevision: 1, spec: { adapter } })),
    );
    expect(payloads.filter(({ resource }) => resource !== null)).toHaveLength(1);
    expect((await resourceOf(server, branchId, 'race')).revision).toBe(2);
  });

  it('is refused when the new spec is not valid, and changes nothing', async () => {
    const { id } = await makeOne('strict');
    const { resource, problems } = await update({ id, spec: { adapter: 'telepathy' } });
    expect(resource).toBeNull();
    expect(problems).toMatchObject([{ code: 'SPEC_INVALID', path: ['input', 'spec', 'adapter'] }]);
    expect((await resourceOf(server, branchId, 'strict')).revision).toBe(1);
  });

  it('is refused for an id of nothing, and for no id at all', async () => {
    const spec = { adapter: 'basic' };
    const unknown = await update({ id: '01890a5d-ac96-774b-bcce-b302099a8057', spec });
    expect(unknown.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
    expect((await update({ id: '42', spec })).problems).toMatchObject([{ code: 'INVALID_ID', path: ['input', 'id'] }]);
  });
});

describe('deleting a resource', () => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    branchId = (await createProject(server, 'shop')).branchId;
  });

  const remove = async (id: string, force = false) =>
    (await server.operation('DeleteResource', { input: { id, force } })).deleteResource;

  it('is refused while others depend on it, and names them all', async () => {
    const made = await createResources(server, branchId, makeShop());
    const { deletedId, problems } = await remove(made.get('customers')!.id);
    expect(deletedId).toBeNull();
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['HAS_DEPENDENTS', 'ER schema "shop_relations" depends on "customers".'],
      ['HAS_DEPENDENTS', 'Single view "sv_customers" depends on "customers".'],
    ]);
  });

  it('goes through with force, and leaves the others with an unresolved dependency', async () => {
    const { id } = await resourceOf(server, branchId, 'customers');
    expect(await remove(id, true)).toEqual({ deletedId: id, problems: [] });
    expect((await server.operation('Resource', { id })).resource).toBeNull();
    const { resource } = await server.operation('Dependencies', {
      id: (await resourceOf(server, branchId, 'shop_relations')).id,
    });
    const broken = resource?.dependencies.nodes.filter(({ isResolved }) => !isResolved);
    expect(broken?.map(({ targetName, target }) => [targetName, target])).toEqual([
      ['customers', null],
      ['customers', null],
    ]);
  });

  it('is refused even with force while it contains something', async () => {
    const { id } = await resourceOf(server, branchId, 'shop');
    const { deletedId, problems } = await remove(id, true);
    expect(deletedId).toBeNull();
    expect(problems.map(({ message }) => message)).toEqual(['Projection "orders" is inside "shop".']);
  });

  it('is done at once for what nothing depends on, even if it refers to itself', async () => {
    const ring = makeSingleView('sv_self', {
      aggregation: {
        version: '1.0.0',
        config: { SV_CONFIG: { dependencies: { sv_self: { type: 'projection' } }, mapping: {} } },
      },
    });
    const { id } = (await createResources(server, branchId, [ring])).get('sv_self')!;
    expect(await remove(id)).toEqual({ deletedId: id, problems: [] });
    expect((await remove(id)).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await remove('nope')).problems).toMatchObject([{ code: 'INVALID_ID' }]);
  });

  it('frees the name', async () => {
    const first = (await createResources(server, branchId, [makeCastFunction('again')])).get('again')!;
    await remove(first.id);
    const second = (await createResources(server, branchId, [makeCastFunction('again')])).get('again')!;
    expect(second.id).not.toBe(first.id);
  });
});
