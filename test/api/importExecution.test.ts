import { castFunction, orchard, projection, singleView, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, lineOfRecord, type BundleRecord } from '../support/importBundle.js';
import { codesOf, ImportFlow, itemsByName, type Place, type PlanView, type TaskRecord } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('carrying a plan out', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it('makes what was planned, and gives what became of each item as a file', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(orchard()), place);
    const { task } = await flow.execute(plan.id);
    expect(task).toMatchObject({
      type: 'EXECUTE_IMPORT',
      status: 'COMPLETED',
      stage: null,
      errorMessage: null,
      processedCount: 6,
      totalCount: 6,
      createdCount: 6,
      updatedCount: 0,
      unchangedCount: 0,
      skippedCount: 0,
      failedCount: 0,
    });
    expect((await flow.plan(plan.id)).status).toBe('EXECUTED');
    const result = await resultOf(task!);
    const resources = await flow.resources(place);
    expect(result.map(({ name, id }) => [name, id]).sort()).toEqual(resources.map(({ name, id }) => [name, id]).sort());
    expect(result[0]).toMatchObject({
      line: 6,
      kind: 'fast-data/CastFunction',
      outcome: 'CREATED',
      sourceId: 'id-of-trimText',
    });
    expect(resources.map(({ mode, revision }) => [mode, revision])).toEqual(resources.map(() => ['EDITABLE', 1]));
  });

  it('counts what was selected, left out and unchanged, and it adds up', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    await flow.import(bundleOf([castFunction('same'), castFunction('changed', 'one()')]), place, { mode: 'REFERENCE' });
    const records = [
      castFunction('same'),
      castFunction('changed', 'two()'),
      castFunction('left-out'),
      castFunction('new'),
    ];
    const plan = await flow.stage(bundleOf(records), place, { mode: 'REFERENCE' });
    await flow.select(plan.id, false, { itemIds: [itemsByName(plan)['left-out']!.id] });
    const { task } = await flow.execute(plan.id);
    expect(task).toMatchObject({
      createdCount: 1,
      updatedCount: 1,
      unchangedCount: 1,
      skippedCount: 1,
      failedCount: 0,
    });
    expect((await resultOf(task!)).map(({ outcome }) => outcome)).toEqual([
      'UNCHANGED',
      'UPDATED',
      'SKIPPED',
      'CREATED',
    ]);
  });

  it('refuses with ON_ERROR_FAIL what holds a collision, names each, and changes nothing', async () => {
    const { place, plan } = await planWithFaults();
    const before = await flow.resources(place);
    for (const strategy of [undefined, 'ON_ERROR_FAIL']) {
      const { task, problems } = await flow.execute(plan.id, strategy);
      expect(task).toBeNull();
      expect(problems.map(({ code, name, path }) => [code, name, path])).toEqual([
        ['PLAN_NOT_EXECUTABLE', 'taken', ['input', 'planId']],
        ['PLAN_NOT_EXECUTABLE', 'orders', ['input', 'planId']],
        ['PLAN_NOT_EXECUTABLE', 'broken', ['input', 'planId']],
      ]);
      expect(problems[0]?.message).toBe(
        '"taken" has a collision: The branch has "taken" already: cast function, a resource of this project.',
      );
    }
    expect(await flow.resources(place)).toEqual(before);
    expect((await flow.plan(plan.id)).status).toBe('READY');
  });

  it('imports with ON_ERROR_CONTINUE every valid item exactly once, and reports the rest', async () => {
    const { place, plan, records } = await planWithFaults();
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      createdCount: 3,
      failedCount: 3,
      processedCount: 6,
      totalCount: 6,
    });
    const names = (await flow.resources(place)).map(({ name }) => name);
    expect(names).toEqual(['erp', 'good', 'taken', 'view']);
    const rows = JSON.parse(await fileOf(task!, 'ERROR_REPORT', 'application/json')) as Record<string, unknown>[];
    expect(rows).toMatchObject([
      {
        line: lineOf('taken'),
        kind: 'fast-data/CastFunction',
        name: 'taken',
        code: 'NAME_COLLISION',
        pointer: '/name',
      },
      {
        line: lineOf('orders'),
        kind: 'fast-data/Projection',
        code: 'DEPENDENCY_MISSING',
        pointer: '/fields/1/castFunction',
      },
      { line: lineOf('broken'), kind: 'fast-data/SingleView', name: 'broken', code: 'SPEC_INVALID', pointer: '/tags' },
    ]);
    expect(rows.every(({ message }) => String(message).endsWith('.'))).toBe(true);
    const csv = await fileOf(task!, 'ERROR_REPORT', 'text/csv; charset=utf-8');
    const [head, ...lines] = csv.trimEnd().split(/\r?\n/);
    expect(head).toBe('file,line,index,kind,name,externalReferenceCode,code,pointer,value,message,fix');
    expect(lines.map((line) => line.split(',').slice(0, 8))).toEqual(
      rows.map(({ line, index, kind, name, code, pointer }) => [
        ...['', String(line), String(index), kind, name, '', code, pointer],
      ]),
    );

    function lineOf(name: string): number {
      return lineOfRecord(records.findIndex((record) => record.name === name));
    }
  });

  it('reports what is wrong with the items of a file already when it is staged', async () => {
    const file = bundleOf([castFunction('good'), singleView('broken', { tags: 'not a list' })]);
    const { plan } = await server.upload(file, { branchId: (await flow.makeProject()).branchId });
    const task = await flow.ended(plan!.task.id);
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', processedCount: 2, failedCount: 1 });
    const rows = JSON.parse(await fileOf(task, 'ERROR_REPORT', 'application/json')) as unknown[];
    expect(rows).toEqual([
      expect.objectContaining({ line: 7, name: 'broken', code: 'SPEC_INVALID', pointer: '/tags' }),
    ]);
  });

  it('refuses ids that are none and plans that do not exist', async () => {
    expect(codesOf((await flow.execute('x')).problems)).toEqual(['INVALID_ID']);
    expect(codesOf((await flow.execute('01890a5d-ac96-774b-bcce-b302099a8057')).problems)).toEqual(['NOT_FOUND']);
    expect(codesOf(await flow.discard('x'))).toEqual(['INVALID_ID']);
    expect(codesOf(await flow.discard('01890a5d-ac96-774b-bcce-b302099a8057'))).toEqual(['NOT_FOUND']);
  });

  it('is not possible once the plan was discarded; what was staged is gone and the upload stays', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(orchard()), place);
    expect(await flow.discard(plan.id)).toEqual([]);
    expect(await flow.plan(plan.id)).toMatchObject({
      status: 'DISCARDED',
      isExecutable: false,
      items: { totalCount: 0 },
    });
    expect(codesOf((await flow.execute(plan.id)).problems)).toEqual(['PLAN_NOT_READY']);
    expect(codesOf(await flow.discard(plan.id))).toEqual(['PLAN_NOT_READY']);
    expect(await flow.resources(place)).toEqual([]);
  });

  it('can be given up while the file is read, when it could not be read, but not once it was carried out', async () => {
    const place = await flow.makeProject();
    const many = Array.from({ length: 3000 }, (_, index) => castFunction(`cast_${index}`));
    const { plan: staging } = await server.upload(bundleOf(many), { branchId: place.branchId });
    expect(await flow.discard(staging!.id)).toEqual([]);
    expect(await flow.plan(staging!.id)).toMatchObject({ status: 'DISCARDED', items: { totalCount: 0 } });
    expect((await flow.ended(staging!.task.id)).status).toMatch(/^(CANCELLED|COMPLETED)$/);
    const failed = await flow.stage('{"x":1}', place);
    expect(failed.status).toBe('FAILED');
    expect(await flow.discard(failed.id)).toEqual([]);
    const executed = await flow.stage(bundleOf(orchard()), place);
    await flow.execute(executed.id);
    expect(codesOf(await flow.discard(executed.id))).toEqual(['PLAN_NOT_READY']);
    expect(await flow.resources(place)).toHaveLength(6);
  });

  interface ResultLine extends Record<string, unknown> {
    name: string;
    id: string | null;
    outcome: string;
  }

  async function resultOf(task: TaskRecord): Promise<ResultLine[]> {
    const text = await fileOf(task, 'RESULT', 'application/jsonl');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ResultLine);
  }

  async function fileOf(task: TaskRecord, purpose: string, mediaType: string): Promise<string> {
    const file = task.files.find((candidate) => candidate.purpose === purpose && candidate.mediaType === mediaType);
    if (!file) throw new Error(`There is no ${purpose} of type ${mediaType}: ${JSON.stringify(task.files)}`);
    return flow.download(file);
  }

  /** A collision, a missing dependency and a spec that breaks its schema, among three good items. */
  async function planWithFaults(): Promise<{ place: Place; plan: PlanView; records: BundleRecord[] }> {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('taken'));
    const records = [
      castFunction('good'),
      castFunction('taken', 'other()'),
      systemOfRecord('erp'),
      projection('orders', { system: 'erp', fields: { state: 'nowhere' } }),
      singleView('broken', { tags: 'not a list' }),
      singleView('view'),
    ];
    const plan = await flow.stage(bundleOf(records), place);
    expect(plan.counts).toMatchObject({ create: 3, collision: 1, blocked: 2, total: 6 });
    return { place, plan, records };
  }
});
