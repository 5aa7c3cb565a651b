import { movePlan, readPlan, tryMovePlan } from '../../../../../src/features/importing/tables/planRows.js';
import { castFunction } from '../../../../support/fastDataRecords.js';
import { PlanScene } from '../../../../support/planScene.js';

describe('the row of a plan', () => {
  let scene: PlanScene;
  let planId: string;
  beforeEach(async () => {
    scene = await PlanScene.open();
    planId = await scene.stage([castFunction('one')]);
  });
  afterEach(() => scene.close());

  const status = async () => (await readPlan(scene.connection, planId))?.status;

  it('moves along the table of states, with what is written beside', async () => {
    const before = await status();
    expect(before).toBe('STAGING');
    await movePlan(scene.connection, planId, { status: 'READY', options: { isStrict: true } });
    expect(await readPlan(scene.connection, planId)).toMatchObject({ status: 'READY', options: { isStrict: true } });
  });

  it('is not changed by a move that the table does not hold', async () => {
    const move = { status: 'EXECUTED', options: { isStrict: true } } as const;
    await expect(movePlan(scene.connection, planId, move)).rejects.toThrow(`Plan ${planId} cannot become EXECUTED.`);
    expect(await tryMovePlan(scene.connection, planId, move)).toBe(false);
    expect(await readPlan(scene.connection, planId)).toMatchObject({ status: 'STAGING', options: {} });
  });
});
