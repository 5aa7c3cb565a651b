import { castFunction } from '../../../../support/fastDataRecords.js';
import { PlanScene } from '../../../../support/planScene.js';

describe('what is kept to readers', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const forbidden = { action: 'BLOCKED', reason: 'FORBIDDEN' };

  it('blocks the item that would meet it, and no other', async () => {
    await scene.restrict(await scene.put(castFunction('kept')));
    await scene.put(castFunction('open', 'return 2'));
    const plan = await scene.plan([castFunction('kept'), castFunction('open'), castFunction('new')]);
    expect(plan).toMatchObject({ kept: forbidden, open: { action: 'COLLISION' }, new: { action: 'CREATE' } });
  });

  it('blocks what gets its name by renaming, and not what loses it', async () => {
    await scene.restrict(await scene.put(castFunction('kept')));
    const plan = await scene.stage([castFunction('kept'), castFunction('other')]);
    await scene.choose(plan, 'kept', { newName: 'free' });
    await scene.choose(plan, 'other', { newName: 'kept' });
    expect(await scene.derive(plan)).toMatchObject({ kept: { action: 'CREATE' }, other: forbidden });
  });

  it('leaves alone what is left out, what is invalid, and what is blocked by something else', async () => {
    for (const name of ['out', 'bad', 'off']) await scene.restrict(await scene.put(castFunction(name)));
    await scene.fill('project_pack', { project_id: 'project', pack: 'fast-data', is_enabled: 0 });
    const plan = await scene.stage([
      castFunction('out'),
      { ...castFunction('bad'), claimedDigest: 'sha256:0' },
      castFunction('off'),
    ]);
    await scene.choose(plan, 'out', { isSelected: false });
    expect(await scene.derive(plan)).toMatchObject({
      out: { action: 'SKIPPED' },
      bad: { action: 'BLOCKED', reason: null },
      off: { action: 'BLOCKED', reason: 'PACK_OFF' },
    });
  });

  it('is open to its readers', async () => {
    const id = await scene.put(castFunction('kept'));
    await scene.restrict(id, ['ann']);
    const items = [castFunction('kept', 'return 2')];
    expect(await scene.plan(items, { principalId: 'bob' })).toMatchObject({ kept: forbidden });
    expect(await scene.plan(items, { principalId: 'ann' })).toMatchObject({ kept: { action: 'COLLISION' } });
  });
});
