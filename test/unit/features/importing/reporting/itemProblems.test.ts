import { readdir, readFile } from 'node:fs/promises';
import { actionRules } from '../../../../../src/features/importing/plan/actionRules.js';
import { writeRemap } from '../../../../../src/features/importing/plan/remaps.js';
import type { Problem } from '../../../../../src/shared/problem.js';
import {
  castFunction,
  crudCollection,
  projection,
  singleView,
  systemOfRecord,
} from '../../../../support/fastDataRecords.js';
import { makeDefinition, makeEntry, makeField } from '../../../../support/libraryObjects.js';
import { PlanScene, type StagedItem } from '../../../../support/planScene.js';

const upsert = { options: { createStrategy: 'UPSERT' } } as const;
const folder = (erc: string, name: string): StagedItem => ({
  ...{ kind: 'objects/ObjectFolder', name: erc, externalReferenceCode: erc },
  spec: { externalReferenceCode: erc, name, label: { en_US: name } },
});
const report: StagedItem = { kind: 'analytics/CombinedReport', name: 'sales', spec: { data: { reports: [] } } };
const processReport: StagedItem = {
  ...{ kind: 'analytics/ProcessReport', name: 'sales' },
  spec: { data: { definitions: [{ identifier: 'one', key: 'order', versions: ['9'], tenantIds: [null] }] } },
};
const definition = makeDefinition('Book', [makeField('title', 'Text', { required: true })]);

interface Case {
  /** What comes to it. */
  what: string;
  plan: (scene: PlanScene) => Promise<string>;
  /** The item that does. */
  name: string;
  problem: Partial<Problem>;
  fix: string;
}

/** Plans one of whose items has the reason, and what is then said of it. */
const casesByReason: Record<string, readonly Case[]> = {
  PACK_OFF: [
    {
      what: 'is of a pack that is off',
      plan: async (scene) => {
        await scene.fill('project_pack', { project_id: 'project', pack: 'fast-data', is_enabled: 0 });
        return scene.stage([castFunction('trim')]);
      },
      name: 'trim',
      problem: { code: 'PACK_OFF', path: ['kind'] },
      fix: 'setPackEnabled(input: { projectId: "project", pack: "fast-data", isEnabled: true })',
    },
  ],
  KIND_FORBIDDEN: [
    {
      what: 'only a superuser may import',
      plan: (scene) => scene.stage([castFunction('trim')], { rights: { deniedKinds: ['fast-data/CastFunction'] } }),
      name: 'trim',
      problem: { code: 'FORBIDDEN', path: ['kind'] },
      fix: 'superuser',
    },
  ],
  PART_WITHOUT_WHOLE: [
    {
      what: 'is a part of nothing',
      plan: (scene) => scene.stage([{ ...definition, isPartial: true }]),
      name: 'BOOK',
      problem: { code: 'DEPENDENCY_MISSING', path: ['name'] },
      fix: 'Import the whole object definition first',
    },
    {
      what: 'is a part of what the product has by itself',
      plan: (scene) =>
        scene.stage([{ ...definition, name: 'L_USER', isPartial: true, externalReferenceCode: 'L_USER' }]),
      name: 'L_USER',
      problem: { code: 'DEPENDENCY_MISSING', path: ['name'] },
      fix: 'Leave it out',
    },
  ],
  SPEC_INVALID: [
    {
      what: 'lacks what is required',
      plan: (scene) => scene.stage([definition, makeEntry('Book', 'B1')]),
      name: 'Book/B1',
      problem: { code: 'SPEC_INVALID', path: [] },
      fix: 'Give "title" a value.',
    },
  ],
  REFERENCE_NOT_ALLOWED: [
    {
      what: 'may not be a reference',
      plan: (scene) => scene.stage([crudCollection('stock')], { mode: 'REFERENCE' }),
      name: 'stock',
      problem: { code: 'REFERENCE_NOT_ALLOWED', path: ['mode'] },
      fix: 'as a copy',
    },
  ],
  SOURCE_UNKNOWN: [
    {
      what: 'is a reference from nowhere',
      plan: (scene) => scene.stage([castFunction('trim')], { mode: 'REFERENCE', isFromNowhere: true }),
      name: 'trim',
      problem: { code: 'SOURCE_UNKNOWN', path: ['mode'] },
      fix: 'as a copy',
    },
  ],
  ARCHITECTURE_REQUIRED: [
    {
      what: 'is a reference that the project can not hold',
      plan: async (scene) => {
        await scene.connection.run(`UPDATE project SET capabilities = '[]'`);
        return scene.stage([systemOfRecord('erp'), projection('orders', { system: 'erp' })], { mode: 'REFERENCE' });
      },
      name: 'orders',
      problem: { code: 'ARCHITECTURE_REQUIRED', path: ['mode'] },
      fix: 'as a copy',
    },
  ],
  DUPLICATE_IN_FILE: [
    {
      what: 'got the name of another item',
      plan: async (scene) => {
        const plan = await scene.stage([castFunction('a'), castFunction('b')]);
        await scene.choose(plan, 'a', { newName: 'b' });
        return plan;
      },
      name: 'a',
      problem: { code: 'NAME_COLLISION', path: ['newName'] },
      fix: 'Rename it',
    },
  ],
  NAME_TAKEN: [
    {
      what: 'has a code that is taken',
      plan: async (scene) => {
        await scene.put({ ...folder('Own', 'Own'), erc: 'TWO' });
        return scene.stage([folder('TWO', 'Two')]);
      },
      name: 'TWO',
      problem: { code: 'NAME_COLLISION' },
      fix: 'Rename it',
    },
  ],
  UNIQUE_TEXT_TAKEN: [
    {
      what: 'has a text that the branch has',
      plan: async (scene) => {
        await scene.put({ ...folder('ONE', 'Library'), erc: 'ONE' });
        return scene.stage([folder('TWO', 'Library')]);
      },
      name: 'TWO',
      problem: { code: 'UNIQUE_TEXT_TAKEN', path: ['name'], resourceId: 'objects/ObjectFolder/ONE' },
      fix: 'give it the external reference code of "ONE" and import it with UPSERT',
    },
    {
      what: 'has a text that another item has',
      plan: (scene) => scene.stage([folder('ONE', 'Library'), folder('TWO', 'Library')]),
      name: 'TWO',
      problem: { code: 'UNIQUE_TEXT_TAKEN', path: ['name'] },
      fix: 'Change one of the two in the file',
    },
  ],
  FORBIDDEN: [
    {
      what: 'meets what is kept to others',
      plan: async (scene) => {
        await scene.restrict(await scene.put(castFunction('kept')));
        return scene.stage([castFunction('kept')]);
      },
      name: 'kept',
      problem: { code: 'FORBIDDEN', path: ['name'] },
      fix: 'Rename the item or leave it out',
    },
  ],
  INTO_MISSING: [
    {
      what: 'was to go into what is gone',
      plan: (scene) => scene.stage([report], { options: { intoCollection: 'gone' } }),
      name: 'sales',
      problem: { code: 'NOT_FOUND', path: ['parent'] },
      fix: 'setImportOptions(input: { planId: "plan-',
    },
  ],
  NEED_UNMET: [
    {
      what: 'needs a version that is not there',
      plan: async (scene) => {
        const spec = { versions: ['1'], tenantIds: [null] };
        await scene.put({ kind: 'analytics/ProcessDefinition', name: 'order', spec });
        return scene.stage([processReport]);
      },
      name: 'sales',
      problem: { code: 'VERSION_MISSING', path: ['data', 'definitions', '0', 'versions'] },
      fix: 'toVersion: "latest"',
    },
  ],
  DELETION_NOT_ALLOWED: [
    {
      what: 'would take a part away',
      plan: async (scene) => {
        await scene.put({
          ...makeDefinition('Book', [makeField('title', 'Text'), makeField('isbn', 'Text')]),
          erc: 'BOOK',
        });
        return scene.stage([makeDefinition('Book', [makeField('title', 'Text')])], upsert);
      },
      name: 'BOOK',
      problem: { code: 'DELETION_NOT_ALLOWED' },
      fix: 'isDeletionAllowed',
    },
  ],
  DEPENDENCY_MISSING: [
    {
      what: 'is contained in what is nowhere',
      plan: (scene) => scene.stage([projection('orders', { system: 'erp' })]),
      name: 'orders',
      problem: { code: 'DEPENDENCY_MISSING', path: [] },
      fix: 'Import "erp" first',
    },
    {
      what: 'needs what is left out',
      plan: async (scene) => {
        const plan = await scene.stage([projection('orders', { system: 'erp' }), systemOfRecord('erp')]);
        await scene.choose(plan, 'erp', { isSelected: false });
        return plan;
      },
      name: 'orders',
      problem: { code: 'DEPENDENCY_MISSING', path: [] },
      fix: 'Select "erp"',
    },
    {
      what: 'needs what never travels',
      plan: (scene) => scene.stage([processReport]),
      name: 'sales',
      problem: { code: 'DEPENDENCY_MISSING', originalCode: 'importDefinitionDoesNotExist' },
      fix: 'Make it on the branch first, or let another one stand for it with remapPrerequisite',
    },
  ],
  DEPENDENCY_BLOCKED: [
    {
      what: 'needs what is blocked in turn',
      plan: (scene) =>
        scene.stage([
          projection('orders', { system: 'erp' }),
          singleView('sv', {
            aggregation: {
              version: '1.0.0',
              config: {
                SV_CONFIG: { dependencies: { orders: { type: 'projection', on: '_identifier' } }, mapping: {} },
              },
            },
          }),
        ]),
      name: 'sv',
      problem: { code: 'DEPENDENCY_BLOCKED' },
      fix: 'Select "orders" and resolve its problems',
    },
  ],
};

describe('the problems of an item', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(async () => {
    await scene.connection.run(`UPDATE project SET capabilities = '["EVENT_DRIVEN"]'`);
    await scene.clear();
  });
  afterAll(() => scene.close());

  it('are known for each reason that a plan gives', async () => {
    const dir = new URL('../../../../../src/features/importing/plan/', import.meta.url);
    const texts = await Promise.all((await readdir(dir)).map((file) => readFile(new URL(file, dir), 'utf8')));
    const written = texts.flatMap((text) => [...text.matchAll(/reason = '(\w+)'/g)].map(([, reason]) => reason));
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
      expect((await errorOf(await scene.stage(items), 'own'))[0]?.fix).toMatch(/^It keeps its name: leave it out/);
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

    it('name the parts that an allowed update takes away', async () => {
      await scene.put({
        ...makeDefinition('Book', [makeField('title', 'Text'), makeField('isbn', 'Text')]),
        erc: 'BOOK',
      });
      const options = { ...upsert.options, isDeletionAllowed: true };
      const plan = await scene.stage([makeDefinition('Book', [makeField('title', 'Text')])], { options });
      expect(await warningsOf(plan, 'BOOK')).toContain('PART_REMOVED');
    });
  });

  it('tell a missing name once, however many places name it', async () => {
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
