import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { actionsOf, codesOf, ImportFlow, itemsByName, type Place, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** Real files of the product that are not part of this project; where they are not there, these tests are skipped. */
const folder = path.resolve('..', 'shared', 'samples', 'fast-data');
const describeSamples = existsSync(folder) ? describe : describe.skip;

const foodProjections = 7;
const dependenciesQuery = `query ($id: ID!) { resource(id: $id) { dependencies(first: 500) { nodes { targetName isResolved } } } }`;

describeSamples('real files', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it.each([
    ['01', 'er-schema', 1],
    ['02', 'aggregation', 1],
    ['03', 'er-schema', 1],
    ['04', 'er-schema', 1],
    ['09', 'aggregation', 1],
    ['10', 'aggregation', 1],
    ['11', 'aggregation', 1],
    ['12', 'projection-changes-schema', 1],
    ['13', 'projection-changes-schema', 1],
    ['14', 'kafka-projection-updates', 1],
    ['15', 'kafka-projection-updates', 1],
    ['16', 'single-view-key', 1],
    ['17', 'projection-storer', 4],
    ['20', 'data-model', 5],
  ])('%s is staged as %s with %i items, carried out, and unchanged the second time', async (number, format, total) => {
    const place = await flow.makeProject();
    const plan = await stage(number, place);
    expect(plan).toMatchObject({
      status: 'READY',
      format: `fast-data/${format}`,
      counts: { total, create: total, blocked: 0 },
    });
    expect(
      plan.items.edges.flatMap(({ node }) => node.problems).filter(({ severity }) => severity === 'ERROR'),
    ).toEqual([]);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: total });
    expect((await stage(number, place)).counts).toMatchObject({ unchanged: total, collision: 0, create: 0 });
  });

  it('19, a project without Fast Data resources, is refused because there is nothing to import', async () => {
    const plan = await stage('19', await flow.makeProject());
    expect(plan).toMatchObject({ status: 'FAILED', format: 'fast-data/console-configuration', counts: { total: 0 } });
    expect(plan.problems.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code)).toEqual([
      'NOTHING_TO_IMPORT',
    ]);
  });

  it.each([
    ['01', 8, 16],
    ['03', 8, 16],
    ['04', 2, 1],
  ])(
    'ER schema %s has %i nodes, none of which the empty branch has, and %i conditions',
    async (number, nodes, conditions) => {
      const place = await flow.makeProject();
      const plan = await stage(number, place);
      expect(codesOf(plan.items.edges[0]!.node.problems)).toContain('UNRESOLVED_NODE');
      await flow.execute(plan.id);
      const [schema] = await flow.resources(place);
      const edges = await edgesOf(schema!.id);
      expect(new Set(edges.map(({ targetName }) => targetName)).size).toBe(nodes);
      expect(edges.every(({ isResolved }) => !isResolved)).toBe(true);
      const relations = Object.values(
        schema!.spec['config'] as Record<string, { outgoing?: Record<string, { conditions: object }> }>,
      );
      const found = relations.flatMap(({ outgoing = {} }) =>
        Object.values(outgoing).flatMap((to) => Object.keys(to.conditions)),
      );
      expect(found).toHaveLength(conditions);
    },
  );

  it('the food delivery view names seven projections, all of them nodes of its ER schema, and one custom file', async () => {
    const place = await flow.makeProject();
    await flow.execute((await stage('01', place, 'food')).id);
    const plan = await stage('02', place, 'sv_food');
    expect(codesOf(plan.items.edges[0]!.node.problems)).toEqual([
      'CUSTOM_FILE_MISSING',
      'MISSING_SVC',
      'UNRESOLVED_NODE',
    ]);
    await flow.execute(plan.id);
    const [food, view] = await flow.resources(place);
    const [nodes, projections] = [await targetsOf(food!.id), await targetsOf(view!.id)];
    expect(projections).toHaveLength(foodProjections);
    expect(nodes.filter((name) => !projections.includes(name))).toEqual(['pr_restaurants']);
    expect(projections.every((name) => nodes.includes(name))).toBe(true);
  });

  it.each([
    ['09', ['DOCTOR', 'FIREFIGHTER', 'USER']],
    ['10', ['PEOPLE', 'people']],
    ['11', ['JOB', 'USER']],
    ['12', ['pr_book_libraries', 'pr_books', 'pr_libraries']],
    ['13', ['BASE_PROJECTION', 'PROJECTION_1', 'PROJECTION_2']],
    ['14', ['PROJECTION_NAME']],
    ['16', []],
  ])('file %s refers to %j', async (number, names) => {
    const place = await flow.makeProject();
    await flow.execute((await stage(number, place, 'sv')).id);
    const [view] = await flow.resources(place);
    expect(await targetsOf(view!.id)).toEqual(names);
  });

  it('the parts of one view, each in a file of its own, come together in it', async () => {
    const place = await flow.makeProject();
    for (const [number, action] of [
      ['09', 'CREATE'],
      ['14', 'UPDATE'],
      ['16', 'UPDATE'],
    ] as const) {
      const plan = await stage(number, place, 'sv_together');
      expect(actionsOf(plan)).toEqual({ sv_together: action });
      expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
    }
    const [view] = await flow.resources(place);
    expect(Object.keys(view!.spec).sort()).toEqual(['aggregation', 'kafkaProjectionUpdates', 'singleViewKey']);
    expect(view!.revision).toBe(3);
  });

  it('the Projection Storer configuration gives a system with three projections and eighteen fields', async () => {
    const place = await flow.makeProject();
    await flow.execute((await stage('17', place)).id);
    const resources = await flow.resources(place);
    const projections = resources.filter(({ kind }) => kind.name === 'fast-data/Projection');
    const [system] = resources.filter(({ kind }) => kind.name === 'fast-data/SystemOfRecord');
    expect(projections.map(({ parent }) => parent?.name)).toEqual([system!.name, system!.name, system!.name]);
    expect(projections.flatMap(({ spec }) => spec['fields'] as object[])).toHaveLength(18);
  });

  it('the tracking project brings the nine default cast functions, which every project has', async () => {
    const plan = await stage('18', await flow.makeProject());
    expect(Object.keys(itemsByName(plan)).every((name) => name.startsWith('default'))).toBe(true);
    expect(plan).toMatchObject({ format: 'fast-data/console-configuration', counts: { total: 9, unchanged: 9 } });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', unchangedCount: 9 });
  });

  it('the data models give five collections with 218 fields', async () => {
    const place = await flow.makeProject();
    await flow.execute((await stage('20', place)).id);
    const collections = await flow.resources(place);
    expect(collections.flatMap(({ spec }) => spec['fields'] as object[])).toHaveLength(218);
  });

  function stage(number: string, place: Place, name?: string): Promise<PlanView> {
    const file = readdirSync(folder).find((candidate) => candidate.startsWith(`${number}-`)) ?? number;
    const options = name === undefined ? {} : { options: { name } };
    return flow.stage({ path: path.join(folder, file) }, place, { fileName: `sample_${number}.json`, ...options });
  }

  async function edgesOf(id: string): Promise<{ targetName: string; isResolved: boolean }[]> {
    type Answer = { resource: { dependencies: { nodes: { targetName: string; isResolved: boolean }[] } } };
    return (await flow.ask<Answer>(dependenciesQuery, { id })).resource.dependencies.nodes;
  }

  async function targetsOf(id: string): Promise<string[]> {
    return [...new Set((await edgesOf(id)).map(({ targetName }) => targetName))].sort();
  }
});
