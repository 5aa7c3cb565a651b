import type { JsonObject } from '../../../../../src/shared/json.js';
import { writeRemap } from '../../../../../src/features/importing/tables/remapRows.js';
import { unmetByName } from '../../../../../src/features/importing/prerequisites/unmetByName.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('what items ask of what they name', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const definitionKind = 'analytics/ProcessDefinition';
  const unmet = { action: 'BLOCKED', reason: 'PREREQUISITE_UNMET' };

  const report = (name: string, versions: string[], tenantIds: (string | null)[] = [null]): StagedItem => ({
    ...{ kind: 'analytics/ProcessReport', name },
    spec: { data: { definitions: [{ identifier: 'one', key: 'order', versions, tenantIds }] } },
  });
  const define = (more: JsonObject = {}) =>
    scene.put({ kind: definitionKind, name: 'order', spec: { versions: ['1', '2'], tenantIds: [null], ...more } });
  const collection = (tenants: (string | null)[]) =>
    scene.put({
      ...{ kind: 'analytics/Collection', name: 'shop' },
      spec: { dataSources: [{ definitionType: 'process', definitionKey: 'order', tenants }] },
    });

  it('is met by the branch', async () => {
    await define();
    expect(await scene.plan([report('sales', ['1'])])).toMatchObject({
      sales: { action: 'CREATE', hasWarning: false },
    });
  });

  it('is warned of where some versions are missing, and these are left out', async () => {
    await define();
    const { sales } = await scene.plan([report('sales', ['1', '9'])]);
    expect(sales).toMatchObject({ action: 'CREATE', hasWarning: true });
    expect(JSON.stringify(sales?.spec)).toContain('"versions":["1"]');
  });

  it('blocks where all versions are missing, and stays as the file has it', async () => {
    await define();
    const { sales } = await scene.plan([report('sales', ['9'])]);
    expect(sales).toMatchObject(unmet);
    expect(JSON.stringify(sales?.spec)).toContain('"versions":["9"]');
  });

  it('blocks where no tenant that is named has the target', async () => {
    await define({ tenantIds: ['a', 'b'] });
    const items = [report('one', ['1'], ['a']), report('other', ['1'], ['c'])];
    expect(await scene.plan(items)).toMatchObject({ one: { action: 'CREATE' }, other: unmet });
  });

  it('blocks who may not use the target, or not for all tenants', async () => {
    await scene.restrict(await define({ tenantIds: ['a', 'b'] }), ['ann'], ['a']);
    const items = [report('one', ['1'], ['a']), report('other', ['1'], ['a', 'b'])];
    expect(await scene.plan(items, { principalId: 'ann' })).toMatchObject({ one: { action: 'CREATE' }, other: unmet });
    expect(await scene.plan(items, { principalId: 'bob' })).toMatchObject({ one: unmet, other: unmet });
  });

  it('blocks where the container lacks the source, unless that is added by somebody who may', async () => {
    await define({ tenantIds: ['a', 'b'] });
    const id = await collection(['a']);
    const items = [report('one', ['1'], ['a']), report('other', ['1'], ['b'])];
    const options = { intoCollection: id };
    expect(await scene.plan(items, { options })).toMatchObject({ one: { action: 'CREATE' }, other: unmet });
    const extended = { options: { ...options, isScopeExtended: true } };
    expect(await scene.plan(items, extended)).toMatchObject({ other: unmet });
    const byManager = { ...extended, rights: { isManager: true } };
    expect(await scene.plan(items, byManager)).toMatchObject({ other: { action: 'CREATE', hasWarning: true } });
  });

  it('is met by another target, version and tenant that were chosen, which the spec then names', async () => {
    await scene.put({ kind: definitionKind, name: 'orders', spec: { versions: ['7'], tenantIds: ['a'] } });
    const plan = await scene.stage([report('sales', ['1'])]);
    expect(await scene.derive(plan)).toMatchObject({ sales: { action: 'BLOCKED' } });
    await writeRemap(scene.connection, (await scene.planRow(plan)).no, {
      kind: '',
      ...{ namespace: definitionKind, name: 'order', toName: 'orders', toVersion: '7', toTenant: 'a' },
    });
    const { sales } = await scene.derive(plan);
    expect(sales).toMatchObject({ action: 'CREATE', hasWarning: false });
    expect(sales?.spec).toMatchObject({
      data: { definitions: [{ key: 'orders', versions: ['7'], tenantIds: ['a'] }] },
    });
  });

  it('is not asked of what is left out', async () => {
    await define();
    const plan = await scene.stage([report('sales', ['9'])]);
    await scene.choose(plan, 'sales', { isSelected: false });
    expect(await scene.derive(plan)).toMatchObject({ sales: { action: 'SKIPPED' } });
  });

  it('is gathered by name', async () => {
    await define({ tenantIds: ['a'] });
    const items = [report('one', ['1', '9'], ['a']), report('two', ['8'], ['a']), report('three', ['1'], ['b'])];
    const plan = await scene.stage(items);
    const byName = await unmetByName(scene.context, await scene.planRow(plan));
    expect([...byName]).toEqual([
      [
        `${definitionKind}\norder`,
        { isAuthorized: true, missingVersions: new Set(['9', '8']), missingTenants: new Set(['b']) },
      ],
    ]);
  });
});
