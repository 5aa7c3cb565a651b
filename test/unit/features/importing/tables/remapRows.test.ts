import { readRemaps, writeRemap } from '../../../../../src/features/importing/tables/remapRows.js';
import { PlanScene } from '../../../../support/planScene.js';

describe('what stands for a name', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const choice = { namespace: 'n', kind: 'k', name: 'order', toName: null, toVersion: null, toTenant: null };
  const write = (planNo: number, more: Partial<Record<keyof typeof choice, string | null>>) =>
    writeRemap(scene.connection, planNo, { ...choice, ...more } as Parameters<typeof writeRemap>[2]);

  it('is given by namespace and name', async () => {
    await write(1, { name: 'b', toName: 'x' });
    await write(1, { namespace: 'm', name: 'c', toName: 'y' });
    await write(1, { name: 'a', toName: 'z', toVersion: '2', toTenant: '' });
    expect(await readRemaps(scene.connection, 1)).toEqual([
      { ...choice, namespace: 'm', name: 'c', toName: 'y' },
      { ...choice, name: 'a', toName: 'z', toVersion: '2', toTenant: '' },
      { ...choice, name: 'b', toName: 'x' },
    ]);
  });

  it('is the same name where only a version or a tenant was chosen', async () => {
    await write(1, { name: 'order', toVersion: '3' });
    await write(1, { name: 'invoice', toTenant: 'a' });
    expect(await readRemaps(scene.connection, 1)).toEqual([
      { ...choice, name: 'invoice', toName: 'invoice', toTenant: 'a' },
      { ...choice, name: 'order', toName: 'order', toVersion: '3' },
    ]);
  });

  it('is what was chosen last, and nothing once that is taken back', async () => {
    await write(1, { toName: 'x', toVersion: '2' });
    await write(1, { toName: 'y' });
    expect(await readRemaps(scene.connection, 1)).toEqual([{ ...choice, toName: 'y' }]);
    await write(1, {});
    expect(await readRemaps(scene.connection, 1)).toEqual([]);
  });

  it('is that of one plan, namespace and name', async () => {
    await write(1, { toName: 'x' });
    await write(2, { toName: 'y' });
    await write(1, { namespace: 'other', toName: 'z' });
    await write(1, { name: 'other', toName: 'z' });
    await write(1, {});
    expect(await readRemaps(scene.connection, 2)).toEqual([{ ...choice, toName: 'y' }]);
    expect((await readRemaps(scene.connection, 1)).map(({ namespace, name }) => [namespace, name])).toEqual([
      ['n', 'other'],
      ['other', 'order'],
    ]);
  });
});
