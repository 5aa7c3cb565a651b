import { sql } from '../../../../../src/database/worker.js';
import { clearStaging } from '../../../../../src/features/importing/staging/clearStaging.js';
import { castFunction } from '../../../../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('the indexes of a staged file', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const view = (name: string, targets: readonly string[]): StagedItem => ({
    kind: 'fast-data/SingleView',
    name,
    spec: {
      fields: [{ name: '_id', type: 'ObjectId' }],
      kafkaProjectionUpdates: Object.fromEntries(targets.map((target) => [target, { strategy: '__automatic__' }])),
    },
  });
  const contentsOf = async (table: 'edge' | 'edge_target') =>
    scene.connection.all(sql`SELECT target_name, content_id, ordinal FROM ${sql.raw(table)} ORDER BY 1, 2, 3`);
  const endings = async () =>
    (await scene.connection.all<{ ending: string }>(sql`SELECT ending FROM import_item_ending ORDER BY 1`)).map(
      ({ ending }) => ending,
    );

  it('have each edge once, also those of a content that another plan or the branch has', async () => {
    await scene.put(view('c', ['a', 'b']));
    await scene.stage([view('a', ['c', 'b']), view('b', ['a']), view('c', ['a', 'b'])]);
    await scene.stage([view('a', ['c', 'b']), view('c', ['a', 'b'])]);
    const edges = await contentsOf('edge');
    expect(edges.length).toBe(7);
    expect(await contentsOf('edge_target')).toEqual(edges);
  });

  it('lose what is taken from the plan', async () => {
    const plan = await scene.stage([view('orders', ['a']), castFunction('trim')]);
    expect(await endings()).toEqual(['ersord', 'rimt']);
    await clearStaging(scene.connection, (await scene.planRow(plan)).no);
    expect(await endings()).toEqual([]);
    expect(await contentsOf('edge_target')).toEqual([]);
  });
});
