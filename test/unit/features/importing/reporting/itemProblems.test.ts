import path from 'node:path';
import { sql } from '../../../../../src/database/worker.js';
import { readdir, readFile } from 'node:fs/promises';
import { actionRules } from '../../../../../src/features/importing/plan/actionRules.js';
import { writeRemap } from '../../../../../src/features/importing/tables/remapRows.js';
import {
  castFunction,
  crudCollection,
  projection,
  singleView,
  systemOfRecord,
} from '../../../../support/fastDataRecords.js';
import { makeDefinition, makeField } from '../../../../support/libraryObjects.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';
import { casesByReason, report, upsert } from './reasonCases.js';
import { projectFile } from '../../../../support/projectFile.js';

describe('the problems of an item', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(async () => {
    await scene.connection.run(sql`UPDATE project SET capabilities = '["EVENT_DRIVEN"]'`);
    await scene.clear();
  });
  afterAll(() => scene.close());

  it('are known for each reason that a plan gives', async () => {
    const dir = projectFile('src/features/importing/plan');
    // Those of deletions are in test/api/importMirror.test.ts.
    const files = (await readdir(dir)).filter((file) => file !== 'deriveDeletions.ts');
    const texts = await Promise.all(files.map((file) => readFile(path.join(dir, file), 'utf8')));
    const written = texts.flatMap((text) => [...text.matchAll(/reason: '(\w+)'/g)].map(([, reason]) => reason));
    const ruled = actionRules.flatMap(({ reason }) => reason ?? []);
    expect(Object.keys(casesByReason).sort()).toEqual([...new Set([...written, ...ruled])].sort());
  });

  const cases = Object.entries(casesByReason).flatMap(([reason, some]) => some.map((one) => ({ ...one, reason })));

  it.each(cases)('that $what name what to do ($reason)', async ({ plan, name, reason, problem, fix }) => {
    const planId = await plan(scene);
    expect((await scene.derive(planId))[name]).toMatchObject({ reason });
    const found = (await scene.problems(planId))[name] ?? [];
    const errors = found.filter(({ severity }) => severity === 'ERROR');
    const { kind } = (await scene.items(planId)).find((item) => item.name === name)!;
    expect(errors).toMatchObject([{ ...problem, line: 1, kind, name }]);
    expect(errors[0]?.fix).toContain(fix);
    expect(errors[0]?.message).toMatch(/^["A-Z].*\.$/);
  });

  describe('in collision', () => {
    const errorOf = async (planId: string, name: string) => {
      expect((await scene.derive(planId))[name]).toMatchObject({ action: 'COLLISION' });
      return ((await scene.problems(planId))[name] ?? []).filter(({ severity }) => severity === 'ERROR');
    };

    it('say what has the name, and whose it is', async () => {
      await scene.put(castFunction('own'));
      await scene.put({ ...castFunction('far', 'return 1'), referenceTo: 'elsewhere' });
      const plan = await scene.stage([castFunction('own', 'return 2'), castFunction('far')]);
      const [own] = await errorOf(plan, 'own');
      expect(own).toMatchObject({ path: ['name'], resourceId: 'fast-data/CastFunction/own' });
      expect(own?.message).toBe('The branch has "own" already: cast function, a resource of this project.');
      const [far] = await errorOf(plan, 'far');
      expect(far?.message).toBe('The branch has "far" already: cast function, a reference from project "far".');
      expect(far?.fix).toContain('Import it as a reference to update that one');
    });

    it('say that a reference of its source keeps its name', async () => {
      await scene.put(castFunction('own'));
      const items = [
        { ...castFunction('own', 'return 2'), origins: [{ sourceName: 'own' }] },
      ] as unknown as StagedItem[];
      expect((await errorOf(await scene.stage(items), 'own'))[0]?.fix).toMatch(
        /UPSERT to update that one\. It keeps its name: leave it out/,
      );
    });

    it('say where something is that may be moved', async () => {
      const parentId = await scene.put({ kind: 'analytics/Collection', name: 'shop', spec: {} });
      await scene.put({ ...report, spec: { data: { reports: [], visualization: 'a' } }, parentId });
      const [error] = await errorOf(await scene.stage([report]), 'sales');
      expect(error?.message).toContain(', in the collection "shop".');
      expect(error?.fix).toMatch(/^Import it with createStrategy UPSERT/);
    });
  });

  describe('that are only told', () => {
    const warningsOf = async (planId: string, name: string) => {
      await scene.derive(planId);
      return ((await scene.problems(planId))[name] ?? [])
        .filter(({ severity }) => severity === 'WARNING')
        .map(({ code }) => code);
    };

    it('name a twin that differs in case', async () => {
      await scene.put(castFunction('Trim'));
      const plan = await scene.stage([castFunction('trim')]);
      expect(await warningsOf(plan, 'trim')).toContain('NAME_CASE_DIFFERS');
      await scene.choose(plan, 'trim', { isSelected: false });
      expect(await warningsOf(plan, 'trim')).not.toContain('NAME_CASE_DIFFERS');
    });

    it('name a name that was chosen in vain', async () => {
      await scene.put({ ...castFunction('here', 'return 1'), referenceTo: 'trim' });
      const plan = await scene.stage([castFunction('trim')], { mode: 'REFERENCE' });
      expect(await warningsOf(plan, 'trim')).not.toContain('RENAME_NOT_ALLOWED');
      await scene.choose(plan, 'trim', { newName: 'other' });
      expect(await warningsOf(plan, 'trim')).toContain('RENAME_NOT_ALLOWED');
    });

    it('name what is nowhere and not needed', async () => {
      const aggregation = {
        version: '1.0.0',
        config: { SV_CONFIG: { dependencies: { gone: { type: 'projection', on: 'x' } }, mapping: {} } },
      };
      expect(await warningsOf(await scene.stage([singleView('sv', { aggregation })]), 'sv')).toContain(
        'UNRESOLVED_NODE',
      );
    });

    it('name a container that does not come', async () => {
      expect(await warningsOf(await scene.stage([{ ...report, parent: 'shop' }]), 'sales')).toEqual([
        'CONTAINER_MISSING',
      ]);
    });

    it('name a node of the branch that never travels', async () => {
      await scene.put(crudCollection('stock'));
      const aggregation = {
        version: '1.0.0',
        config: { SV_CONFIG: { dependencies: { stock: { type: 'projection', on: 'x' } }, mapping: {} } },
      };
      expect(await warningsOf(await scene.stage([singleView('sv', { aggregation })]), 'sv')).toContain(
        'CRUD_COLLECTION_NODE',
      );
    });

    it('name the parts that an allowed update removes', async () => {
      await scene.put({
        ...makeDefinition('Book', [makeField('title', 'Text'), makeField('isbn', 'Text')]),
        erc: 'BOOK',
      });
      const options = { ...upsert.options, isDeletionAllowed: true };
      const plan = await scene.stage([makeDefinition('Book', [makeField('title', 'Text')])], { options });
      expect(await warningsOf(plan, 'BOOK')).toContain('PART_REMOVED');
    });
  });

  it('report a missing name once, however many places name it', async () => {
    const plan = await scene.stage([
      systemOfRecord('erp'),
      projection('orders', { system: 'erp', fields: { a: 'trim', b: 'trim', c: 'pad' } }),
    ]);
    await scene.derive(plan);
    const missing = ((await scene.problems(plan))['orders'] ?? []).filter(({ message }) => /trim|pad/.test(message));
    expect(missing.map(({ path }) => path.join('/'))).toEqual(['fields/1/castFunction', 'fields/3/castFunction']);
  });

  it('say nothing of what was chosen to stand for a name', async () => {
    await scene.put(castFunction('cut'));
    const plan = await scene.stage([
      systemOfRecord('erp'),
      projection('orders', { system: 'erp', fields: { a: 'trim' } }),
    ]);
    const { namespace } = scene.context.kinds.get('fast-data/CastFunction').identity;
    await writeRemap(scene.connection, (await scene.planRow(plan)).no, {
      kind: '',
      namespace,
      name: 'trim',
      toName: 'cut',
      toVersion: null,
      toTenant: null,
    });
    await scene.derive(plan);
    expect(((await scene.problems(plan))['orders'] ?? []).filter(({ message }) => message.includes('trim'))).toEqual(
      [],
    );
  });
});
