/** The law of reading: each value of a file is in what is stored, or a problem of the plan names its place or one around it. */
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/shared/json.js';
import { ImportFlow, type PlanProblem, type PlanView } from '../support/importFlow.js';
import { definitionSpec, textField } from '../support/objectBatches.js';
import { sharedServer } from '../support/sharedServer.js';

/** Names that the product uses for what is bound to a source, names of nobody, and names of a newer release. */
const anyKey = fc.constantFrom(
  ...['id', 'siteId', 'userId', 'companyId', 'objectDefinitionId', 'listTypeDefinitionId', 'priceListId', 'retryIds'],
  ...['dateCreated', 'datePublished', 'creator', 'lastModifier', 'actions', 'facets', 'x-schema-name', 'brandNew'],
  ...['externalId', 'notificationTemplateId', 'objectFieldId', 'objectStateId', 'taxonomyCategoryIds', 'r_x_c_yId'],
);
const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }),
  fc.constantFrom('2024-03-01T10:00:00Z', 'text', '7', true),
  fc.constantFrom<JsonValue>([1, 2], ['a'], { get: { href: 'https://host', method: 'GET' } }, { name: 'Ann', id: 4 }),
);
const more = fc.dictionary(anyKey, anyValue, { maxKeys: 4 });

const definitions = fc
  .record({ top: more, field: more, setting: more, ofProduct: more, ofExtension: more, layout: more, relationship: more })
  .map((extra): JsonObject => {
    const action = { objectActionTriggerKey: 'onAfterAdd' };
    const field = textField('title', { ...extra.field, objectFieldSettings: [{ name: 'maxLength', value: '9', ...extra.setting }] });
    return {
      ...extra.top,
      ...definitionSpec('THING', 'Thing', [field]),
      objectActions: [
        { ...action, name: 'a', objectActionExecutorKey: 'notification', parameters: extra.ofProduct },
        { ...action, name: 'b', objectActionExecutorKey: 'function#f', parameters: extra.ofExtension },
      ],
      objectLayouts: [{ name: { en_US: 'l' }, objectLayoutTabs: [{ name: { en_US: 't' }, ...extra.layout }] }],
      objectRelationships: [
        { ...extra.relationship, name: 'self', type: 'oneToMany', objectDefinitionExternalReferenceCode1: 'THING', objectDefinitionExternalReferenceCode2: 'THING' },
      ],
    };
  }); // prettier-ignore

const picklists = fc.record({ top: more, entry: more }).map(({ top, entry }): JsonObject => ({
  ...{ ...top, externalReferenceCode: 'LIST', name: 'List' },
  listTypeEntries: [{ ...entry, key: 'a', name: 'A' }],
}));

/** Some of the names are fields of the definition. */
const fieldNames = fc.uniqueArray(
  anyKey.filter((name) => !name.includes('-')),
  { maxLength: 6 },
);
/** What entries may have whatever their definition: anything else is no field, and an error. */
const ofEveryEntry = /^(?:(?:|site|user|company)id|date\w+|creator|lastModifier|actions|x-.+|taxonomy.+|r_.+)$/i;
const entries = fc.record({ fields: fieldNames, members: more, file: more }).map(({ fields, members, file }) => ({
  ...{ fields, file },
  members: Object.fromEntries(
    Object.entries(members).filter(([name]) => fields.includes(name) || ofEveryEntry.test(name)),
  ),
}));

const classes = { definition: 'object.admin.rest.dto.v1_0.ObjectDefinition', picklist: 'headless.admin.list.type.dto.v1_0.ListTypeDefinition' }; // prettier-ignore

/** The shapes of file that hold an item. */
const shapes: readonly ((item: JsonObject, className: string) => string)[] = [
  (item, className) => JSON.stringify({ configuration: { className: `com.liferay.${className}` }, items: [item] }),
  (item) => JSON.stringify({ items: [item], page: 1, lastPage: 1, pageSize: 20, totalCount: 1 }),
  (item) => JSON.stringify([item]),
  (item) => `${JSON.stringify(item)}\n`,
];

/** Every value of an item that is no object and no list, with its place. */
function leavesOf(root: JsonValue): [string[], JsonValue][] {
  const leaves: [string[], JsonValue][] = [];
  const stack: [string[], JsonValue][] = [[[], root]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [path, value] = next;
    if (typeof value !== 'object' || value === null) leaves.push([path, value]);
    else stack.push(...Object.entries(value).map(([key, inner]): [string[], JsonValue] => [[...path, key], inner]));
  }
  return leaves;
}

function valueIn(spec: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => (value as JsonObject | undefined)?.[key], spec);
}

const placeOf = (path: readonly string[]) => `/${path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('/')}`;

/** Whether a problem names a place, or one around it; an item with an error is not imported, and said to be so. */
function isTold(path: readonly string[], problems: readonly PlanProblem[]): boolean {
  const around = path.map((_, length) => path.slice(0, length + 1));
  return problems.some(
    (problem) =>
      problem.severity === 'ERROR' ||
      around.some((place) => {
        const isItsPath = problem.path.length > 0 && JSON.stringify(problem.path) === JSON.stringify(place);
        return isItsPath || new RegExp(`${placeOf(place).replaceAll('*', '\\*')} \\(`).test(problem.message);
      }),
  );
}

describe('a file of objects', () => {
  let flow: ImportFlow;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
  });

  const lost = async (item: JsonObject, plan: PlanView, { branchId }: { branchId: string }): Promise<string[]> => {
    await flow.execute(plan.id);
    const stored = (await flow.resources({ branchId })).find(({ spec }) => spec['externalReferenceCode'] === item['externalReferenceCode']); // prettier-ignore
    const problems = [...plan.problems, ...plan.items.edges.flatMap(({ node }) => node.problems)];
    return (
      leavesOf(item)
        .filter(([path, value]) => valueIn(stored?.spec, path) !== value && !isTold(path, problems))
        .map(([path]) => placeOf(path))
        // What an item is, the reading goes by.
        .filter((place) => place !== '/x-schema-name')
    );
  };

  it.each([
    ['definition', definitions],
    ['picklist', picklists],
  ] as const)('loses nothing of a %s without a word', async (name, items) => {
    await fc.assert(
      fc.asyncProperty(items, fc.constantFrom(...shapes), async (item, shape) => {
        const place = await flow.makeProject();
        const plan = await flow.stage(shape(item, classes[name]), place, { options: { createStrategy: 'UPSERT' } });
        expect(plan.items.totalCount).toBe(1);
        expect(await lost(item, plan, place)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('loses nothing of an entry without a word, whatever the fields of its definition are called', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.constantFrom(...shapes), async ({ fields, members, file }, shape) => {
        const place = await flow.makeProject();
        const own = fields.map((name) => textField(name, { businessType: 'Formula' }));
        const attachment = textField('file', { businessType: 'Attachment' });
        const definition = definitionSpec('THING', 'Thing', [textField('title'), ...own, attachment]);
        await flow.import(JSON.stringify([definition]), place);
        const item = { ...members, externalReferenceCode: 'e', title: 'x', file: { ...file, name: 'f.pdf' } };
        const options = { kind: 'objects/ObjectEntry', definitionErc: 'THING', createStrategy: 'UPSERT' };
        const plan = await flow.stage(shape(item, 'object.rest.dto.v1_0.ObjectEntry'), place, { options });
        const told = await lost(item, plan, place);
        expect(told).toEqual([]);
        const stored = (await flow.resources(place)).find(({ kind }) => kind.name === 'objects/ObjectEntry');
        for (const name of fields) {
          // These two every entry has: no field is called so.
          if (stored && name !== 'id' && name !== 'creator') expect(stored.spec[name]).toEqual(item[name as never]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
