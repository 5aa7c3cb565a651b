import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeProjection, makeShop, makeSystem } from '../support/fastDataResources.js';
import { createProject, createResources, importFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('the list of resources', () => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    branchId = (await createProject(server, 'shop')).branchId;
    await createResources(server, branchId, [
      ...makeShop(),
      { ...makeErSchema('100%_sure', {}), title: 'Certainty' },
      { ...makeErSchema('Zebra', {}), title: 'Île-de-France' },
      makeErSchema('under_score', {}),
      makeErSchema('underXscore', {}),
      makeErSchema(String.raw`back\slash`, {}),
    ]);
    const referenced = await bundleText([makeErSchema('borrowed', {})], { projectKey: 'lender' });
    await importFile(server, referenced, { branchId, mode: 'REFERENCE' });
  });

  const list = async (filter: Record<string, unknown> | null, page: Record<string, unknown> = {}) => {
    const { resources } = await server.operation('Resources', { branchId, filter, ...page });
    return { ...resources!, names: resources!.edges.map(({ node }) => node.name) };
  };

  it('comes by name, without regard to case', async () => {
    const { names, totalCount } = await list(null);
    expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(totalCount).toBe(names.length);
  });

  it('goes on behind a cursor until the end, and counts all on each page', async () => {
    const { names } = await list(null);
    const seen: string[] = [];
    for (let after: string | null = null, isLast = false; !isLast;) {
      const page = await list(null, { first: 3, after });
      expect(page.totalCount).toBe(names.length);
      seen.push(...page.names);
      after = page.pageInfo.endCursor;
      isLast = !page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(names);
  });

  it('is narrowed to kinds', async () => {
    const { names, totalCount } = await list({ kinds: ['fast-data/Projection', 'fast-data/SystemOfRecord'] });
    expect(names).toEqual(['customers', 'orders', 'shop']);
    expect(totalCount).toBe(3);
    expect((await list({ kinds: [] })).names).toEqual([]);
    expect((await list({ kinds: ['fast-data/CrudCollection'] })).names).toEqual([]);
  });

  it('is narrowed to references, and to the project that they came from', async () => {
    expect((await list({ mode: 'REFERENCE' })).names).toEqual(['borrowed']);
    expect((await list({ mode: 'EDITABLE' })).names).not.toContain('borrowed');
    expect((await list({ originProjectKey: 'lender' })).names).toEqual(['borrowed']);
    expect((await list({ originProjectKey: 'nobody' })).names).toEqual([]);
  });

  it.each([
    ['CUSTOM', ['customers', 'sv_customers']],
    ['certain', ['100%_sure']],
    ['%', ['100%_sure']],
    ['0%_', ['100%_sure']],
    ['r_s', ['under_score']],
    ['\\', [String.raw`back\slash`]],
    ['Île', ['Zebra']],
    ['no such thing', []],
  ])('finds %j in names and titles', async (search, expected) => {
    const { names, totalCount } = await list({ search });
    expect(names).toEqual(expected);
    expect(totalCount).toBe(expected.length);
  });

  it('joins all that it is narrowed to', async () => {
    expect((await list({ kinds: ['fast-data/SingleView'], search: 'customers' })).names).toEqual(['sv_customers']);
  });

  it('is null for a branch that does not exist', async () => {
    for (const id of ['nope', '01890a5d-ac96-774b-bcce-b302099a8057']) {
      expect(await server.operation('Resources', { branchId: id })).toEqual({ resources: null });
    }
  });

  it.each([501, -1])('is refused for a page of %d', async (first) => {
    expect(await server.operationErrors('Resources', { branchId, first })).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each(["' OR 1=1 --", "'; DROP TABLE project; --", '\0', '𝒳'.repeat(5000)])(
    'has nothing of what is no part of a name: %j',
    async (search) => {
      const document =
        'query ($id: ID!, $search: String) { resources(branchId: $id, filter: { search: $search }) { totalCount } }';
      const { data, errors } = await server.query(document, { id: branchId, search });
      expect(errors?.[0]?.message ?? '').not.toContain('Internal');
      if (!errors) expect(data).toEqual({ resources: { totalCount: 0 } });
    },
  );

  it.each(['%', '_', '\\'])('of a branch without resources has none, also for a search for %j', async (search) => {
    const empty = await createProject(server, 'empty');
    const { resources } = await server.operation('Resources', { branchId: empty.branchId, filter: { search } });
    expect(resources!.totalCount).toBe(0);
  });
});

describe('what a resource contains', () => {
  let server: ServerClient;
  let systemId: string;
  beforeAll(async () => {
    server = await sharedServer();
    const { branchId } = await createProject(server, 'shop');
    const projections = ['a', 'b', 'c', 'd', 'e'].map((name) => makeProjection(name, { parent: 'erp' }));
    const made = await createResources(server, branchId, [makeSystem('erp'), ...projections]);
    systemId = made.get('erp')!.id;
  });

  it('comes with it, and each child knows its parent', async () => {
    const { resource } = await server.operation('Resource', { id: systemId });
    expect(resource?.parent).toBeNull();
    const children = resource?.children.edges.map(({ node }) => node) ?? [];
    expect(children.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const child = await server.operation('Resource', { id: children[0]!.id });
    expect(child.resource?.parent).toEqual({ id: systemId, name: 'erp' });
  });

  it('comes by pages, several of them in one operation too', async () => {
    const page = 'totalCount edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage }';
    const document = `query ($id: ID!, $after: String) { resource(id: $id) {
      one: children(first: 1) { ${page} } all: children(first: 50) { ${page} }
      rest: children(first: 2, after: $after) { ${page} } } }`;
    type Page = { totalCount: number; edges: { cursor: string; node: { name: string } }[]; pageInfo: object };
    const ask = async (after: string | null) => {
      const { data } = await server.query(document, { id: systemId, after });
      return (data as { resource: Record<'one' | 'all' | 'rest', Page> }).resource;
    };
    const { all, one } = await ask(null);
    expect(one.edges.map(({ node }) => node.name)).toEqual(['a']);
    expect(all.edges.map(({ node }) => node.name)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const { rest } = await ask(all.edges[1]?.cursor ?? null);
    expect(rest.edges.map(({ node }) => node.name)).toEqual(['c', 'd']);
    expect(rest).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: true } });
  });

  it('is null for an id of nothing', async () => {
    for (const id of ['nope', '', '01890a5d-ac96-774b-bcce-b302099a8057']) {
      expect(await server.operation('Resource', { id })).toEqual({ resource: null });
    }
  });
});
