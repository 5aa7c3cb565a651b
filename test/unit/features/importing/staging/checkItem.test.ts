import { contentDigest, canonicalJson } from '../../../../../src/shared/canonicalJson.js';
import { checkItem, type CheckedItem } from '../../../../../src/features/importing/staging/checkItem.js';
import { isMalformed } from '../../../../../src/features/importing/staging/recordShapes.js';
import { errorProblem, warningProblem } from '../../../../../src/shared/problem.js';
import type { PlanRow } from '../../../../../src/features/importing/tables/planRows.js';
import { castFunction, erSchema, projection, singleView } from '../../../../support/fastDataRecords.js';
import { source } from '../../../../support/branchScene.js';
import { fileItem, PlanScene, type StagedItem } from '../../../../support/planScene.js';

describe('an item of a file, checked against its kind', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterAll(() => scene.close());

  const record = { isIncomplete: false, uniqueFields: [] };
  const plan = { targetProjectKey: 'shop', targetCapabilities: [], options: {} } as unknown as PlanRow;
  const check = (item: StagedItem, facts: Partial<Parameters<typeof checkItem>[2]> = {}): CheckedItem =>
    checkItem(scene.context, fileItem(item), { plan, source, record, ...facts });
  const faults = (item: StagedItem) =>
    check(item).problems.map(({ code, severity, path }) => [code, severity, path.join('/')]);

  it('has content with digest, edges and namespace', () => {
    const { content, namespace, parentKind, problems } = check(
      projection('orders', { system: 'erp', fields: { note: 'trim' } }),
    );
    expect(problems).toEqual([]);
    expect({ namespace, parentKind }).toEqual({ namespace: 'collection', parentKind: 'fast-data/SystemOfRecord' });
    expect(content).toMatchObject({ kind: 'fast-data/Projection', edges: [{ targetName: 'trim' }] });
    expect(content?.digest).toMatch(/^sha256:/);
  });

  it('of an unknown kind has no content, no namespace, and is told the kinds that there are', () => {
    const { content, namespace, problems } = check({ kind: 'fast-data/Nothing', name: 'x', spec: {} });
    expect({ content, namespace }).toEqual({ content: null, namespace: '' });
    expect(problems).toMatchObject([{ code: 'UNKNOWN_KIND', severity: 'ERROR', path: ['kind'], line: 1, name: 'x' }]);
    expect(problems[0]?.fix).toContain('fast-data/CastFunction');
  });

  it.each([
    ['a name that no kind takes', { ...castFunction('trim'), name: '' }, ['NAME_INVALID', 'ERROR', 'name']],
    ['a spec that breaks the schema', { ...castFunction('trim'), spec: { dataType: 7 } }, ['SPEC_INVALID', 'ERROR', 'dataType']],
    ['no parent', { ...projection('orders', { system: 'erp' }), parent: null }, ['PARENT_REQUIRED', 'ERROR', 'parent']],
    ['U+0000 in its title', { ...castFunction('trim'), title: 'a\0' }, ['CHARACTER_NOT_ALLOWED', 'ERROR', 'title']],
    ['U+0000 in its code', { ...castFunction('trim'), externalReferenceCode: 'a\0' }, ['CHARACTER_NOT_ALLOWED', 'ERROR', 'externalReferenceCode']],
    ['U+0000 in its parent', { ...projection('orders', { system: 'a\0' }) }, ['CHARACTER_NOT_ALLOWED', 'ERROR', 'parent']],
    ['U+0000 in its id', { ...castFunction('trim'), sourceId: '\0' }, ['CHARACTER_NOT_ALLOWED', 'ERROR', 'sourceId']],
    ['another digest than claimed', { ...castFunction('trim'), claimedDigest: 'sha256:0' }, ['DIGEST_MISMATCH', 'ERROR', 'digest']],
  ] satisfies [string, StagedItem, unknown][])('with %s has no content', (_what, item, fault) => {
    expect(check(item).content).toBeNull();
    expect(faults(item)).toContainEqual(fault);
  }); // prettier-ignore

  it('may lack a parent where its kind may stand alone, and is in nothing then', () => {
    const spec = { name: 'B', title: 'B' };
    const loose = { kind: 'analytics/ProcessReport', name: 'b', spec };
    expect(faults(loose).map(([code]) => code)).not.toContain('PARENT_REQUIRED');
    expect(check(loose).parentKind).toBeNull();
    expect(check({ ...loose, parent: 'sales' }).parentKind).toBe('analytics/Collection');
  });

  it('may hold a part of a spec when it says so', () => {
    const { spec } = castFunction('trim');
    const part = { ...castFunction('trim'), spec: { dataType: spec['dataType']! } };
    expect(check(part).content).toBeNull();
    expect(check({ ...part, isPartial: true }).problems).toEqual([]);
  });

  it('keeps what its reader said, before what its kind says, each with line and name', () => {
    const item: StagedItem = {
      ...{ ...castFunction('trim'), spec: {}, line: 7 },
      problems: [warningProblem('CONTENT_IGNORED', 'Something.', { line: 9, name: 'said' })],
    };
    const [first, second] = check(item).problems;
    expect(first).toMatchObject({ code: 'CONTENT_IGNORED', line: 9, name: 'said' });
    expect(second).toMatchObject({ code: 'SPEC_INVALID', line: 7, kind: item.kind, name: 'trim' });
  });

  it('has content with warnings of its reader, and none with its errors', () => {
    const withProblem = (make: typeof errorProblem) => ({
      ...castFunction('trim'),
      problems: [make('CONTENT_IGNORED', 'Something.')],
    });
    expect(check(withProblem(warningProblem)).content).not.toBeNull();
    expect(check(withProblem(errorProblem)).content).toBeNull();
  });

  it.each(['ITEM_MALFORMED', 'SCHEMA_VERSION_UNSUPPORTED'] as const)(
    'that its reader could not make whole (%s) is told nothing that follows from that',
    (code) => {
      const item = { ...castFunction(''), spec: {}, problems: [errorProblem(code, 'Something.')] };
      expect(isMalformed(fileItem(item))).toBe(true);
      expect(faults(item)).toEqual([[code, 'ERROR', '']]);
    },
  );

  it('is whole with other faults of its reader', () => {
    expect(isMalformed(fileItem(castFunction('trim')))).toBe(false);
    expect(isMalformed(fileItem({ ...castFunction('trim'), problems: [errorProblem('SPEC_INVALID', 'x')] }))).toBe(
      false,
    );
  });

  describe('a digest', () => {
    const item = castFunction('trim');
    const digestOf = (title: string | null) => contentDigest(item.kind, title, canonicalJson(item.spec));

    it('is that of kind, title and spec', () => {
      expect(faults({ ...item, claimedDigest: digestOf(null) })).toEqual([]);
      expect(faults({ ...item, title: 'Trim', claimedDigest: digestOf('Trim') })).toEqual([]);
      expect(faults({ ...item, title: 'Trim', claimedDigest: digestOf(null) })).toMatchObject([
        ['DIGEST_MISMATCH', 'ERROR', 'digest'],
      ]);
    });

    it('may be over a title of the file where another follows from the spec', () => {
      const spec = { name: 'Keys', listTypeEntries: [{ key: 'a', name: 'A' }] };
      const keys = { kind: 'objects/Picklist', name: 'KEYS', title: 'Own', externalReferenceCode: 'KEYS', spec };
      const claim = (title: string | null) => contentDigest(keys.kind, title, canonicalJson(spec));
      expect(faults({ ...keys, claimedDigest: claim('Own') })).toEqual([]);
      expect(faults({ ...keys, claimedDigest: claim('Keys') })).toEqual([]);
      expect(faults({ ...keys, claimedDigest: claim('Other') })).toMatchObject([
        ['DIGEST_MISMATCH', 'ERROR', 'digest'],
      ]);
    });
  });

  describe('a check of its kind', () => {
    it('is made at once where it asks for nothing else', () => {
      const spec = { data: { reports: [] }, managementReport: true };
      const { needsCrossCheck, problems } = check({ kind: 'analytics/CombinedReport', name: 'a', spec, line: 3 });
      expect(needsCrossCheck).toBe(false);
      expect(problems).toMatchObject([{ code: 'SYSTEM_FLAG_IGNORED', severity: 'WARNING', line: 3, name: 'a' }]);
    });

    it('waits for the whole file where it asks for others', () => {
      const { needsCrossCheck, problems } = check(erSchema('shop', { orders: ['lines'], lines: [] }));
      expect({ needsCrossCheck, problems }).toEqual({ needsCrossCheck: true, problems: [] });
    });
  });

  it('has bits of the advice that holds for a copy and for a reference', () => {
    const { adviceCodes = [] } = scene.context.kinds.get('fast-data/SingleView');
    const eventDriven = { plan: { ...plan, targetCapabilities: ['EVENT_DRIVEN'] } as PlanRow };
    const codesOf = (bits: number) => adviceCodes.filter((_code, bit) => (bits & (1 << bit)) !== 0);
    expect(codesOf(check(singleView('sv')).copyAdvice)).not.toContain('MISSING_SVTG');
    expect(codesOf(check(singleView('sv'), eventDriven).copyAdvice)).toContain('MISSING_SVTG');
    const { copyAdvice, referenceAdvice } = check(projection('orders', { system: 'erp' }));
    const projectionCodes = scene.context.kinds.get('fast-data/Projection').adviceCodes ?? [];
    const writer = 1 << projectionCodes.indexOf('MISSING_WRITER_SERVICE');
    expect([copyAdvice & writer, referenceAdvice & writer]).toEqual([writer, 0]);
  });

  it('without what its definition requires says so', () => {
    expect(check(castFunction('trim'), { record: { isIncomplete: true, uniqueFields: [] } }).isIncomplete).toBe(true);
    expect(check(castFunction('trim')).isIncomplete).toBe(false);
  });
});
