import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type JsonObject } from '../../src/shared/json.js';
import { less } from '../support/analyticsEntities.js';
import { AnalyticsFlow, processDefinition } from '../support/analyticsFlow.js';
import type { Place } from '../support/importFlow.js';
import { exportFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** Real files of the product that are not part of this project; where they are not there, these tests are skipped. */
const folder = path.resolve('..', 'shared', 'samples', 'analytics');
const describeSamples = existsSync(folder) ? describe : describe.skip;

type Entity = JsonObject & { id: string; name: string; data?: { definitions: { key: string }[] } };

const textOf = (name: string) => readFileSync(path.join(folder, `${name}.json`), 'utf8');
const entitiesOf = (text: string) => JSON.parse(text) as Entity[];
const keysOf = (entities: readonly Entity[]) => [
  ...new Set(entities.flatMap(({ data }) => data?.definitions.map(({ key }) => key) ?? [])),
];

/** What a migrated file comes to, less what is written from elsewhere. */
function normalized(entity: Entity): unknown {
  const { reports, data, ...members } = less(entity, 'collectionId', 'sourceIndexVersion');
  const isReport = isJsonObject(data);
  const isOld = members['description'] === undefined;
  const configuration = isReport && isJsonObject(data['configuration']) ? less(data['configuration'], 'xml') : {};
  const tiles = Array.isArray(reports) && {
    tiles: reports.map((tile) => ({ ...(tile as JsonObject), type: 'optimize_report' })),
  };
  return {
    ...(isOld && { description: null, ...(!isReport && { instantPreviewDashboard: false }) }),
    ...members,
    ...tiles,
    ...(isReport && { data: { ...(isOld && { instantPreviewReport: false }), ...data, configuration } }),
  };
}

const byId = (entities: readonly Entity[]) =>
  Object.fromEntries(entities.map((entity) => [entity.id, normalized(entity)]));

describeSamples('real files of Camunda Optimize', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  async function placeFor(keys: readonly string[]): Promise<Place> {
    const place = await flow.makeProject();
    for (const key of keys) await flow.create(place, processDefinition(key));
    return place;
  }

  it.each(['ai-cost-dashboard', 'carbon-reductor-dashboard'])(
    '%s is imported whole and comes out again',
    async (name) => {
      const text = textOf(name);
      const entities = entitiesOf(text);
      const place = await placeFor(keysOf(entities));
      const plan = await flow.planOf(text, place);
      expect(plan).toMatchObject({
        format: 'analytics/entities',
        counts: { create: entities.length },
        isExecutable: true,
      });
      expect(plan.problems.every(({ code }) => code === 'CONTENT_IGNORED')).toBe(true);
      expect(plan.items.edges.flatMap(({ node }) => node.problems)).toEqual([]);
      expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: entities.length });
      const exported = async ({ branchId }: Place) =>
        (await exportFile(server, { selection: { branchId, kinds: ['analytics/Dashboard'] }, format: 'OPTIMIZE_JSON' }))
          .text;
      const first = await exported(place);
      expect(byId(entitiesOf(first))).toEqual(byId(entities));
      const other = await placeFor(keysOf(entities));
      await flow.import(first, other);
      expect(await exported(other)).toBe(first);
    },
  );

  it('carbon-reductor-dashboard tells once that its XML and its collection were left out', async () => {
    const text = textOf('carbon-reductor-dashboard');
    const { problems } = await flow.planOf(text, await placeFor(keysOf(entitiesOf(text))));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('6 reports'),
      expect.stringContaining('7 entities'),
    ]);
  });

  it.each([
    ['ai-cost-dashboard', 2],
    ['carbon-reductor-dashboard', 1],
  ])('%s tells every definition that is missing', async (name, count) => {
    const plan = await flow.planOf(textOf(name), await flow.makeProject());
    const missing = plan.items.edges
      .flatMap(({ node }) => node.problems)
      .filter(({ code }) => code === 'DEPENDENCY_MISSING');
    const named = new Set(
      missing
        .filter(({ path: at }) => at.at(-1) === 'key')
        .map(({ message }) => /process definition "([^"]+)"/.exec(message)?.[1]),
    );
    expect(named.size).toBe(count);
    expect(plan.counts).toMatchObject({ create: 0 });
  });
});
