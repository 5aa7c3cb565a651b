import { markDuplicates } from '../../../../../src/features/importing/staging/markDuplicates.js';
import type { Problem } from '../../../../../src/shared/problem.js';
import { castFunction, erSchema, singleView } from '../../../../support/fastDataRecords.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('items of one name', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  /** What is said of each item, and whether it is valid, in the order of the file. */
  async function marked(items: readonly StagedItem[]): Promise<{ isValid: boolean; problems: Problem[] }[]> {
    const plan = await scene.stage(items.map((item, index) => ({ line: index + 1, ...item })));
    await markDuplicates(scene.connection, (await scene.planRow(plan)).no);
    return (await scene.items(plan)).map(({ isValid, fileProblems }) => ({
      isValid,
      problems: fileProblems === null ? [] : (JSON.parse(fileProblems) as Problem[]),
    }));
  }

  it('make each other invalid, and each names the line of the other', async () => {
    const items = await marked([castFunction('trim'), castFunction('pad'), castFunction('trim', 'return 2')]);
    expect(items.map(({ isValid }) => isValid)).toEqual([false, true, false]);
    expect(items.map(({ problems }) => problems.map(({ code, line, message }) => [code, line, message]))).toEqual([
      [['DUPLICATE_IN_FILE', 1, '"trim" is in the file more than once: on line 1 and on line 3.']],
      [],
      [['DUPLICATE_IN_FILE', 3, '"trim" is in the file more than once: on line 3 and on line 1.']],
    ]);
    expect(items[0]?.problems[0]).toMatchObject({
      severity: 'ERROR',
      path: ['name'],
      kind: 'fast-data/CastFunction',
      name: 'trim',
    });
    expect(items[0]?.problems[0]?.fix).toBeTruthy();
  });

  it('in an archive name the member too', async () => {
    const items = await marked([
      { ...castFunction('trim'), member: 'a.json' },
      { ...castFunction('trim'), member: 'b.json' },
    ]);
    expect(items[0]?.problems[0]?.message).toContain('on line 1 of a.json and on line 2 of b.json');
  });

  it('that are many name the first ten others, and how many more there are', async () => {
    const items = await marked(Array.from({ length: 13 }, () => castFunction('trim')));
    const lines = items.map(
      ({ problems }) => /on line ([\d, ]+ and \d+ more)\.$/.exec(problems[0]?.message ?? '')?.[1],
    );
    expect(lines[0]).toBe('2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more');
    expect(lines[12]).toBe('1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more');
  });

  it('of kinds that share a namespace do so too', async () => {
    const crud: StagedItem = { kind: 'fast-data/Projection', name: 'orders', parent: 'erp', spec: { fields: [] } };
    const items = await marked([crud, { ...crud, parent: 'crm' }]);
    expect(items.map(({ isValid }) => isValid)).toEqual([false, false]);
  });

  it('are no twins in namespaces of their own, nor where their kind is not known', async () => {
    const unknown = { kind: 'no/Kind', name: 'x', spec: {} };
    const items = await marked([
      castFunction('orders'),
      singleView('orders'),
      erSchema('orders', {}),
      unknown,
      unknown,
    ]);
    const codes = items.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual(['UNKNOWN_KIND', 'UNKNOWN_KIND']);
  });

  it('and another case are warned of, and stay valid', async () => {
    const items = await marked([castFunction('trim'), castFunction('TRIM'), castFunction('pad')]);
    expect(items.map(({ isValid }) => isValid)).toEqual([true, true, true]);
    expect(
      items.map(({ problems }) => problems.map(({ code, severity, message }) => [code, severity, message])),
    ).toEqual([
      [['NAME_CASE_DIFFERS', 'WARNING', '"trim" and "TRIM" (line 2) differ only in upper and lower case.']],
      [['NAME_CASE_DIFFERS', 'WARNING', '"TRIM" and "trim" (line 1) differ only in upper and lower case.']],
      [],
    ]);
  });

  it('and another case keep what was said before', async () => {
    const items = await marked([castFunction('trim'), castFunction('trim', 'return 2'), castFunction('Trim')]);
    expect(items.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['DUPLICATE_IN_FILE', 'NAME_CASE_DIFFERS'],
      ['DUPLICATE_IN_FILE', 'NAME_CASE_DIFFERS'],
      ['NAME_CASE_DIFFERS'],
    ]);
  });

  it('of another file do not count', async () => {
    await scene.stage([castFunction('trim')]);
    expect(await marked([castFunction('trim')])).toEqual([{ isValid: true, problems: [] }]);
  });
});
