import { sql } from '../../../../src/database/worker.js';
import { rowChecks } from '../../../../src/features/verifying/checks.sql.js';
import { BranchScene } from '../../../support/branchScene.js';
import { singleView } from '../../../support/fastDataRecords.js';

describe('the edges by the name that they lead to', () => {
  let scene: BranchScene;
  beforeAll(async () => {
    scene = await BranchScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const view = {
    ...singleView('orders'),
    spec: { ...singleView('orders').spec, kafkaProjectionUpdates: { parcels: { strategy: '__automatic__' } } },
  };
  /** What is wrong of all edges by name. */
  const wrong = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const { sentence, wrongRows, severity } of rowChecks) {
      const rows = severity === 'ERROR' ? await scene.connection.all<{ what: string }>(wrongRows) : [];
      found.push(...rows.map(({ what }) => sentence.replace(':what', what)));
    }
    return found;
  };

  it('are sound if they are those of the contents', async () => {
    await scene.put(view);
    expect(await wrong()).toEqual([]);
  });

  it('are told if one is missing, and if one leads nowhere', async () => {
    await scene.put(view);
    await scene.connection.run(sql`UPDATE edge_target SET target_name = 'pallets'`);
    expect(await wrong()).toEqual([
      'An edge of a resource is not found by the name that it leads to: fast-data/SingleView "orders" at /kafkaProjectionUpdates/parcels.',
      expect.stringMatching(/^A name leads back to an edge that does not exist: pallets in content \d+\.$/),
    ]);
  });
});
