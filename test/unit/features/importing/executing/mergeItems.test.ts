import { sql } from '../../../../../src/database/worker.js';
import { checkEdges, checkedCounts } from '../../../../../src/features/importing/executing/checkMerge.js';
import { mergeItems } from '../../../../../src/features/importing/executing/mergeItems.js';
import { noImportCounts, type ImportCounts } from '../../../../../src/features/importing/tables/importStates.js';
import type { TaskContext } from '../../../../../src/features/tasks/worker.js';
import { now } from '../../../../support/branchScene.js';
import { castFunction, projection, systemOfRecord } from '../../../../support/fastDataRecords.js';
import { makeDefinition, makeEntry, makeField } from '../../../../support/libraryObjects.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

type Row = Record<string, string | number | null>;

const upsert = { options: { createStrategy: 'UPSERT' } } as const;

describe('a merge', () => {
  let scene: PlanScene;
  let context: TaskContext;
  beforeAll(async () => {
    scene = await PlanScene.open();
    context = { ...scene.context, task: { id: 'task' } as TaskContext['task'] };
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  /** Carries a plan out; gives how much was made and changed. */
  async function merge(planId: string): Promise<{ created: number; updated: number }> {
    await scene.derive(planId);
    const { counts } = (await scene.connection.get<{ counts: string }>(
      sql`SELECT counts FROM import_plan WHERE id = ${planId}`,
    ))!;
    const plan = await scene.planRow(planId);
    return scene.connection.transaction(() => mergeItems(context, plan, JSON.parse(counts) as ImportCounts));
  }

  const resources = async (): Promise<Record<string, Row>> =>
    byName(
      await scene.connection.all<Row & { name: string }>(
        sql`SELECT r.*, c.spec FROM resource r JOIN content c ON c.id = r.content_id`,
      ),
    );
  const revisions = async (): Promise<Record<string, Row>> =>
    byName(await scene.connection.all<Row & { name: string }>(sql`SELECT * FROM resource_revision`));

  it('makes what is new, as an editable first revision that knows where it came from', async () => {
    const plan = await scene.stage([{ ...castFunction('trim'), title: 'Trim', sourceId: 'there-1' }]);
    expect(await merge(plan)).toEqual({ created: 1, updated: 0 });
    const [item] = await scene.items(plan);
    expect((await resources())['trim']).toMatchObject({
      ...{ id: item?.resourceId, kind: 'fast-data/CastFunction', mode: 'EDITABLE', revision: 1, title: 'Trim' },
      ...{ sourceName: 'trim', sourceId: 'there-1', provenanceId: (await scene.planRow(plan)).provenanceId },
      ...{ originChain: null, parentId: null, createdAt: now, updatedAt: now, taskId: 'task' },
    });
    expect(await revisions()).toEqual({});
  });

  it('makes references, with the chain of where they were before', async () => {
    const origins = [
      { ...{ instance: null, project: null, branch: null, exportedAt: null }, sourceName: 'first', sourceId: null },
    ];
    const plan = await scene.stage([{ ...castFunction('trim'), origins } as StagedItem], { mode: 'REFERENCE' });
    await merge(plan);
    const { trim } = await resources();
    expect(trim?.['mode']).toBe('REFERENCE');
    expect(JSON.parse(String(trim?.['originChain']))).toEqual(origins);
  });

  it('gives what is renamed its new name and code, and keeps the name in the file', async () => {
    const plan = await scene.stage([makeDefinition('Book', [])]);
    await scene.choose(plan, 'BOOK', { newName: 'NOVEL' });
    await merge(plan);
    expect((await resources())['NOVEL']).toMatchObject({ sourceName: 'BOOK', externalReferenceCode: 'NOVEL' });
  });

  it('makes containers before what they contain, in whatever order the file has them', async () => {
    const plan = await scene.stage([projection('orders', { system: 'erp' }), systemOfRecord('erp')]);
    expect(await merge(plan)).toEqual({ created: 2, updated: 0 });
    const { orders, erp } = await resources();
    expect(orders?.['parentId']).toBe(erp?.['id']);
  });

  it('ties what is contained to a container that was renamed, or is here already', async () => {
    const plan = await scene.stage([systemOfRecord('erp'), projection('orders', { system: 'erp' })]);
    await scene.choose(plan, 'erp', { newName: 'sap' });
    await merge(plan);
    expect((await resources())['orders']?.['parentId']).toBe((await resources())['sap']?.['id']);
    const present = await scene.put(systemOfRecord('crm'));
    await merge(await scene.stage([projection('people', { system: 'crm' })]));
    expect((await resources())['people']?.['parentId']).toBe(present);
  });

  it('changes what is there, and keeps the state before that', async () => {
    const id = await scene.put(castFunction('trim', 'return 1'));
    const [before] = Object.values(await resources());
    const plan = await scene.stage([{ ...castFunction('trim', 'return 2'), title: 'New' }], upsert);
    expect(await merge(plan)).toEqual({ created: 0, updated: 1 });
    const { trim } = await resources();
    expect(trim).toMatchObject({
      id,
      revision: 2,
      title: 'New',
      taskId: 'task',
      sourceName: 'trim',
      changedBy: null,
    });
    expect(trim?.['spec']).toContain('return 2');
    expect(trim?.['provenanceId']).toBe((await scene.planRow(plan)).provenanceId);
    expect((await revisions())['trim']).toMatchObject({
      ...{ resourceId: id, revision: 1, contentId: before?.['contentId'], provenanceId: null, sourceName: null },
      ...{ replacedAt: now, replacedByTaskId: 'task', taskId: null },
    });
  });

  it('lays a part over what is there, which stays from where it is', async () => {
    const fields = [makeField('size', 'Text')];
    await scene.put({ ...makeDefinition('Box', fields), erc: 'BOX', copyOf: 'ORIGINAL' });
    const part = { ...makeDefinition('Box', [makeField('colour', 'Text')]), isPartial: true };
    expect(await merge(await scene.stage([part], { options: { updateStrategy: 'PARTIAL_UPDATE' } }))).toEqual({
      created: 0,
      updated: 1,
    });
    const { BOX } = await resources();
    expect(BOX).toMatchObject({ revision: 2, sourceName: 'ORIGINAL', provenanceId: 'from-there' });
    expect(BOX?.['spec']).toContain('size');
    expect(BOX?.['spec']).toContain('colour');
  });

  it('updates references by where they came from, under the name that they have here', async () => {
    await scene.put({ ...castFunction('here', 'return 1'), referenceTo: 'trim' });
    await merge(await scene.stage([castFunction('trim', 'return 2')], { mode: 'REFERENCE' }));
    const { here, ...others } = await resources();
    expect(others).toEqual({});
    expect(here).toMatchObject({ revision: 2, mode: 'REFERENCE', sourceName: 'trim' });
    expect(Object.keys(await revisions())).toEqual(['here']);
  });

  it('leaves alone what is unchanged, left out, blocked or in collision', async () => {
    await scene.put({ ...castFunction('same'), copyOf: 'same' });
    await scene.put(castFunction('taken', 'return 1'));
    const plan = await scene.stage([
      ...[castFunction('same'), castFunction('taken'), castFunction('out'), projection('orders', { system: 'gone' })],
    ]);
    await scene.choose(plan, 'out', { isSelected: false });
    const before = await resources();
    expect(await merge(plan)).toEqual({ created: 0, updated: 0 });
    expect(await resources()).toEqual(before);
    expect(await revisions()).toEqual({});
  });

  it('makes and changes what is contained too', async () => {
    const { kind, name, spec } = makeDefinition('Book', [makeField('isbn', 'Text')]);
    const parentId = await scene.put({ kind, name, spec, erc: name });
    await scene.put({ kind: 'objects/ObjectEntry', name: 'Book/1', spec: { isbn: '1' }, parentId, erc: '1' });
    const entries = [makeEntry('Book', '1', { isbn: '9' }), makeEntry('Book', '2', { isbn: '2' })] as StagedItem[];
    expect(await merge(await scene.stage(entries, upsert))).toEqual({ created: 1, updated: 1 });
    const { 'Book/1': one, 'Book/2': two } = await resources();
    expect([one, two].map((row) => row?.['parentId'])).toEqual([parentId, parentId]);
    expect(two).toMatchObject({ externalReferenceCode: '2' });
  });

  describe('is compared with its plan', () => {
    const planned: ImportCounts = {
      ...{ total: 8, selected: 7, create: 1, update: 1, referenceUpdate: 1 },
      ...{ unchanged: 1, delete: 1, collision: 1, skipped: 1, blocked: 1 },
    };

    it('and gives counts that add up', () => {
      expect(checkedCounts(planned, { created: 1, updated: 2, deleted: 1 })).toEqual({
        ...{ processedCount: 8, totalCount: 8, createdCount: 1, updatedCount: 2, unchangedCount: 1 },
        ...{ skippedCount: 1, deletedCount: 1, failedCount: 2 },
      });
      expect(checkedCounts(noImportCounts, { created: 0, updated: 0, deleted: 0 }).totalCount).toBe(0);
    });

    it.each([
      ['made less', planned, { created: 0, updated: 2, deleted: 1 }],
      ['made more', planned, { created: 2, updated: 2, deleted: 1 }],
      ['changed less', planned, { created: 1, updated: 1, deleted: 1 }],
      ['deleted less', planned, { created: 1, updated: 2, deleted: 0 }],
      ['lost an item', { ...planned, total: 9 }, { created: 1, updated: 2, deleted: 1 }],
    ])('and refused when it %s', (_what, counts, merged) => {
      expect(() => checkedCounts(counts, merged)).toThrow(expect.objectContaining({ code: 'INTERNAL' }) as Error);
    });

    it('by its edges', async () => {
      const plan = await scene.stage([
        systemOfRecord('erp'),
        projection('orders', { system: 'erp', fields: { note: 'trim' } }),
        castFunction('trim'),
      ]);
      await merge(plan);
      const row = await scene.planRow(plan);
      await expect(checkEdges(context, row)).resolves.toBeUndefined();
      await scene.connection.run(sql`UPDATE resource SET task_id = NULL WHERE name = ${'orders'}`);
      await expect(checkEdges(context, row)).rejects.toThrow('0 of 1 of fast-data/Projection');
    });
  });
});

function byName(rows: readonly (Row & { name: string })[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.name, row]));
}
