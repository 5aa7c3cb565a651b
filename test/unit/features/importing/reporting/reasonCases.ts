/** A plan for each reason that an item is blocked or in collision for, and what is then said of it. */
import { sql } from '../../../../../src/database/worker.js';
import type { Problem } from '../../../../../src/shared/problem.js';
import {
  castFunction,
  crudCollection,
  projection,
  singleView,
  systemOfRecord,
} from '../../../../support/fastDataRecords.js';
import { makeDefinition, makeEntry, makeField } from '../../../../support/libraryObjects.js';
import type { PlanScene, StagedItem } from '../../../../support/planScene.js';

export const upsert = { options: { createStrategy: 'UPSERT' } } as const;
const folder = (erc: string, name: string): StagedItem => ({
  ...{ kind: 'objects/ObjectFolder', name: erc, externalReferenceCode: erc },
  spec: { externalReferenceCode: erc, name, label: { en_US: name } },
});
export const report: StagedItem = { kind: 'analytics/CombinedReport', name: 'sales', spec: { data: { reports: [] } } };
const processReport: StagedItem = {
  ...{ kind: 'analytics/ProcessReport', name: 'sales' },
  spec: { data: { definitions: [{ identifier: 'one', key: 'order', versions: ['9'], tenantIds: [null] }] } },
};
const definition = makeDefinition('Book', [makeField('title', 'Text', { required: true })]);

export interface ReasonCase {
  /** What comes to it. */
  what: string;
  plan: (scene: PlanScene) => Promise<string>;
  /** The item that does. */
  name: string;
  problem: Partial<Problem>;
  fix: string;
}

/** Plans one of whose items has the reason, and what is then said of it. */
export const casesByReason: Record<string, readonly ReasonCase[]> = {
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
      what: 'is a reference that the project cannot hold',
      plan: async (scene) => {
        await scene.connection.run(sql`UPDATE project SET capabilities = '[]'`);
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
  CODE_TAKEN: [
    {
      what: 'has a code that is taken',
      plan: async (scene) => {
        await scene.put({ ...folder('Own', 'Own'), erc: 'TWO' });
        return scene.stage([folder('TWO', 'Two')]);
      },
      name: 'TWO',
      problem: {
        code: 'NAME_COLLISION',
        path: ['externalReferenceCode'],
        message: 'The external reference code "TWO" of "TWO" is already used on the branch by the object folder "Own".',
      },
      fix: 'Rename the item, or leave the item out',
    },
    {
      what: 'has a code that is taken, and that does not follow its name',
      plan: async (scene) => {
        await scene.put({ ...folder('Own', 'Own'), erc: 'TWO' });
        return scene.stage([{ ...folder('Third', 'Third'), externalReferenceCode: 'TWO' }]);
      },
      name: 'Third',
      problem: { code: 'NAME_COLLISION', path: ['externalReferenceCode'] },
      fix: 'Change the code in the file, or leave the item out',
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
  PREREQUISITE_UNMET: [
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
  BUILT_IN: [
    {
      what: 'has the name of something built in',
      plan: (scene) => scene.stage([castFunction('defaultCastToDate')]),
      name: 'defaultCastToDate',
      problem: { code: 'NAME_COLLISION', path: ['name'] },
      fix: 'Rename it, or leave it out to use the built-in one',
    },
  ],
  DEPENDENCY_OPEN: [
    {
      what: 'needs what collides',
      plan: async (scene) => {
        const plan = await scene.stage([
          projection('orders', { system: 'erp', fields: { note: 'a' } }),
          systemOfRecord('erp'),
          castFunction('a'),
          castFunction('b'),
        ]);
        await scene.choose(plan, 'a', { newName: 'b' });
        return plan;
      },
      name: 'orders',
      problem: { code: 'DEPENDENCY_MISSING', path: ['fields', '1', 'castFunction'] },
      fix: 'Select "a" and resolve its problems',
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
      fix: 'Create it on the branch first, or replace it with remapPrerequisite',
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
