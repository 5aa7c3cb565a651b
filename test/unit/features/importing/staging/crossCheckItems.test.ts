import { crossCheckItems } from '../../../../../src/features/importing/staging/crossCheckItems.js';
import { markDuplicates } from '../../../../../src/features/importing/staging/markDuplicates.js';
import type { Problem } from '../../../../../src/shared/problem.js';
import { castFunction, erSchema, projection, systemOfRecord } from '../../../../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('a check of items together with what they name', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  /** Its conditions compare `id`, which a projection has. */
  const schema = (line = 1): StagedItem => ({ ...erSchema('shop', { orders: ['lines'], lines: [] }), line });
  const withoutId = (name: string): StagedItem => ({
    ...projection(name, { system: 'erp' }),
    spec: { fields: [{ name: 'key', type: 'string', primaryKey: true }] },
  });

  async function codesOf(items: readonly StagedItem[], ordinals: readonly number[]): Promise<string[][]> {
    const plan = await scene.stage(items);
    await crossCheckItems(scene.context, await scene.planRow(plan), ordinals);
    return (await scene.items(plan)).map(({ fileProblems }) =>
      fileProblems === null ? [] : (JSON.parse(fileProblems) as Problem[]).map(({ code, line }) => `${code} ${line}`),
    );
  }

  it('finds what another item of the file does not have', async () => {
    const items = [schema(4), withoutId('orders'), projection('lines', { system: 'erp' })];
    expect(await codesOf(items, [0])).toEqual([['UNRESOLVED_FIELD 4'], [], []]);
  });

  it('finds nothing where all is there, and where what is named is nowhere', async () => {
    expect(await codesOf([schema(), projection('orders', { system: 'erp' })], [0])).toEqual([[], []]);
  });

  it('looks at the branch for what the file does not hold, and at the file first', async () => {
    const { kind, name, spec } = withoutId('orders');
    await scene.put({ kind, name, spec });
    expect(await codesOf([schema(1)], [0])).toEqual([['UNRESOLVED_FIELD 1']]);
    expect(await codesOf([schema(1), projection('orders', { system: 'erp' })], [0])).toEqual([[], []]);
  });

  it('is made for the items that asked for it, and not for others', async () => {
    const items = [schema(1), withoutId('orders'), { ...schema(2), name: 'other' }];
    expect(await codesOf(items, [2])).toEqual([[], [], ['UNRESOLVED_FIELD 2']]);
  });

  it('leaves invalid items as they are', async () => {
    const items = [{ ...schema(), claimedDigest: 'sha256:0' }, withoutId('orders')];
    expect(await codesOf(items, [0])).toEqual([['DIGEST_MISMATCH 1'], []]);
  });

  it('is not made for items that make each other invalid', async () => {
    const plan = await scene.stage([schema(1), schema(2), withoutId('orders')]);
    const row = await scene.planRow(plan);
    await markDuplicates(scene.connection, row.no);
    await crossCheckItems(scene.context, row, [0, 1]);
    expect((await scene.items(plan)).map(({ fileProblems }) => fileProblems ?? '').join('')).not.toContain(
      'UNRESOLVED',
    );
  });

  it('reaches the items of every window', async () => {
    const schemas = Array.from({ length: 101 }, (_, index) => ({ ...schema(index), name: `shop${index}` }));
    const others = [withoutId('orders'), systemOfRecord('erp'), castFunction('trim')];
    const codes = await codesOf(
      [...others, ...schemas],
      Array.from(schemas, (_, index) => index + 3),
    );
    expect(codes.slice(3)).toEqual(schemas.map((_, index) => [`UNRESOLVED_FIELD ${index}`]));
  });
});
