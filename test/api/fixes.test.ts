/** A fix is true: each problem is provoked, its fix is followed, and the problem is gone. One row for each code, and more where the ways out differ. */
import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place, type PlanProblem, type PlanView, type StageOptions } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import { sharedServer } from '../support/sharedServer.js';
import { zipOf } from '../support/zipOf.js';

type Content = string | Buffer;

interface FixCase {
  code: string;
  /** What tells the fix from others of the code. */
  fix: RegExp;
  /** Files that are imported before. */
  before?: readonly Content[];
  file: Content | Promise<Buffer>;
  options?: StageOptions;
  /** What the fix says: another file, other options, or a change of the plan or the branch, after which the plan is read again. */
  follow:
    | { file: Content; options?: StageOptions }
    | { options: StageOptions }
    | ((flow: ImportFlow, place: Place, plan: PlanView) => Promise<unknown>);
}

const upsert = { options: { createStrategy: 'UPSERT' } };
const asEntries = { options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } };
const number = { DBType: 'Long', businessType: 'LongInteger', label: { en_US: 'n' }, name: 'n' };
const book = definitionFile([definitionSpec('BOOK', 'Book', [textField('title'), number])]);
const entries = (...items: object[]) => entryFile('Book', items);
const insert = (...items: object[]) => entryFile('Book', items, { createStrategy: 'INSERT' });
const erp = systemOfRecord('erp');
const orders = projection('orders', { system: 'erp', fields: { note: 'trimText' } });
const picklist = (keys: string[]) => ({ kind: 'objects/Picklist', name: 'S', spec: { externalReferenceCode: 'S', name: 'S', listTypeEntries: keys.map((key) => ({ key, name: key })) } }); // prettier-ignore
const aggregation = (field: string, more: object = {}) => JSON.stringify({ version: '1.3.0', config: { SV_CONFIG: { dependencies: { pr: { type: 'projection', on: '_identifier' }, ...more }, mapping: { [field]: `pr.${field}` } } } }); // prettier-ignore
const edited = bundleOf([castFunction('a')]).replace('function', 'function ');
const dirty = (value: string) => bundleOf([{ ...castFunction('a'), spec: { ...castFunction('a').spec, returnType: 'string', casting: value } }]); // prettier-ignore
const itemNamed = (plan: PlanView, name: string) => plan.items.edges.find(({ node }) => node.name === name)!.node.id;

const cases: FixCase[] = [
  // the file
  { code: 'FILE_EMPTY', fix: /upload the whole file/, file: ' \n', follow: { file: bundleOf([erp]) } },
  { code: 'FILE_TRUNCATED', fix: /again/, file: bundleOf([erp]).slice(0, -40), follow: { file: bundleOf([erp]) } },
  { code: 'FILE_NOT_UTF8', fix: /UTF-8/, file: Buffer.from('[{"a":"\xe9"}]', 'latin1'), follow: { file: bundleOf([erp]) } },
  { code: 'FILE_NOT_JSON', fix: /convert it to JSON/, file: 'hello', follow: { file: bundleOf([erp]) } },
  { code: 'DUPLICATE_KEY', fix: /rename one of the two/, file: '{"version":"1.0.0","config":{"a":{"outgoing":{}},"a":{"outgoing":{}}}}', options: { options: { name: 'er' } }, follow: { file: '{"version":"1.0.0","config":{"a":{"outgoing":{}},"b":{"outgoing":{}}}}', options: { options: { name: 'er' } } } },
  { code: 'FORMAT_UNRECOGNIZED', fix: /Upload a file of/, file: '{"nodes":[],"connections":{}}', follow: { file: bundleOf([erp]) } },
  { code: 'FORMAT_UNSUPPORTED', fix: /Use one of waybill\/json/, file: bundleOf([erp]), options: { format: 'x' }, follow: { options: { format: 'waybill/json' } } },
  { code: 'DIGEST_MISMATCH', fix: /"isDraft": true/, file: edited, follow: { file: edited.replace('"formatVersion":1,', '"formatVersion":1,"isDraft":true,') } },
  { code: 'MEDIA_TYPE_UNSUPPORTED', fix: /CSV UTF-8/, file: zipOf({ '[Content_Types].xml': '<T/>', 'xl/workbook.xml': '<w/>' }), before: [book], follow: { file: 'externalReferenceCode,title\na,x\n', options: asEntries } },
  { code: 'KIND_REQUIRED', fix: /options: \{ kind/, file: '[{"externalReferenceCode":"a","title":"x"}]', before: [book], follow: { options: asEntries } },
  { code: 'CSV_MALFORMED', fix: /twice/, before: [book], options: asEntries, file: 'externalReferenceCode,title\na,"x" y\n', follow: { file: 'externalReferenceCode,title\na,"x"" y"\n', options: asEntries } },
  { code: 'FIELD_UNMAPPED', fix: /Map them/, before: [book], file: 'code,title\na,x\n', options: { options: { ...asEntries.options, mapping: [{ source: 'code', target: 'externalReferenceCode' }] } }, follow: { options: { options: { ...asEntries.options, mapping: [{ source: 'code', target: 'externalReferenceCode' }, { source: 'title', target: 'title' }] } } } },
  { code: 'MAPPING_INVALID', fix: /The file has "code"/, before: [book], file: 'code,title\na,x\n', options: { options: { ...asEntries.options, mapping: [{ source: 'code', target: 'externalReferenceCode' }, { source: 'titel', target: 'title' }] } }, follow: { options: { options: { ...asEntries.options, mapping: [{ source: 'code', target: 'externalReferenceCode' }, { source: 'title', target: 'title' }] } } } },
  { code: 'UNKNOWN_KIND', fix: /Use one of/, file: bundleOf([{ ...erp, kind: 'fast-data/Sytem' }]), follow: { file: bundleOf([erp]) } },
  { code: 'SETTING_INVALID', fix: /Did you mean "UPSERT"/, before: [book], file: entryFile('Book', [{ externalReferenceCode: 'a' }], { createStrategy: 'Upsert' as never }), follow: { file: entries({ externalReferenceCode: 'a' }) } },
  // the item
  { code: 'NUMBER_NOT_EXACT', fix: /15 digits/, file: bundleOf([{ ...erp, spec: { ...erp.spec, settings: { n: 1 } } }]).replace('"formatVersion":1,', '"formatVersion":1,"isDraft":true,').replace('"n":1', '"n":12345678901234567890'), follow: { file: bundleOf([{ ...erp, spec: { ...erp.spec, settings: { n: '12345678901234567890' } } }]) } },
  { code: 'CHARACTER_NOT_ALLOWED', fix: /Remove the character/, file: dirty('a\0b'), follow: { file: dirty('ab') } },
  { code: 'FORBIDDEN_KEY', fix: /Rename the key/, file: bundleOf([{ ...erp, spec: { ...erp.spec, settings: JSON.parse('{"__proto__":1}') as never } }]), follow: { file: bundleOf([{ ...erp, spec: { ...erp.spec, settings: { proto: 1 } } }]) } },
  { code: 'NAME_INVALID', fix: /Use "/, file: bundleOf([castFunction(' a')]), follow: { file: bundleOf([castFunction('a')]) } },
  { code: 'ITEM_MALFORMED', fix: /Add it, or map/, before: [book], file: entries({ title: 'x' }), follow: { file: entries({ externalReferenceCode: 'a', title: 'x' }) } },
  { code: 'SPEC_INVALID', fix: /Did you mean "title"/, before: [book], file: entries({ externalReferenceCode: 'a', titel: 'x' }), follow: { file: entries({ externalReferenceCode: 'a', title: 'x' }) } },
  { code: 'SPEC_INVALID', fix: /Add the field to the definition/, before: [book], file: entries({ externalReferenceCode: 'a', weight: 'x' }), follow: async (flow, place, plan) => {
    await flow.discard(plan.id);
    await flow.import(definitionFile([definitionSpec('BOOK', 'Book', [textField('weight')])], { updateStrategy: 'PARTIAL_UPDATE' }), place);
    return flow.stage(entries({ externalReferenceCode: 'a', weight: 'x' }), place);
  } },
  { code: 'UNRESOLVED_BLOCK', fix: /Add "KIDS" to "config"/, file: aggregation('a', { KIDS: { type: 'config' } }), options: { options: { name: 'sv' } }, follow: { file: aggregation('a', { KIDS: { type: 'config' } }).replace('"config":{', '"config":{"KIDS":{"dependencies":{},"mapping":{}},'), options: { options: { name: 'sv' } } } },
  // the plan
  { code: 'NAME_COLLISION', fix: /UPSERT/, before: [book, entries({ externalReferenceCode: 'a', title: 'x' })], file: insert({ externalReferenceCode: 'a', title: 'y' }), follow: { options: upsert } },
  { code: 'NAME_COLLISION', fix: /UPSERT/, before: [bundleOf([castFunction('a')])], file: bundleOf([castFunction('a', 'return 2')]), follow: { options: upsert } },
  { code: 'NAME_COLLISION', fix: /Rename it/, before: [bundleOf([castFunction('a')])], file: bundleOf([castFunction('a', 'return 2')]), follow: (flow, _place, plan) => flow.rename(itemNamed(plan, 'a'), 'b') },
  { code: 'NAME_COLLISION', fix: /leave it out/, before: [bundleOf([castFunction('a')])], file: bundleOf([castFunction('a', 'return 2'), castFunction('c')]), follow: (flow, _place, plan) => flow.select(plan.id, false, { itemIds: [itemNamed(plan, 'a')] }) },
  { code: 'DUPLICATE_IN_FILE', fix: /Keep one/, file: bundleOf([castFunction('a'), castFunction('a', 'return 2')]), follow: { file: bundleOf([castFunction('a')]) } },
  { code: 'DEPENDENCY_MISSING', fix: /Export it together/, file: bundleOf([erp, orders]), follow: { file: bundleOf([erp, orders, castFunction('trimText')]) } },
  { code: 'DEPENDENCY_MISSING', fix: /make it on the branch/, file: bundleOf([erp, orders]), follow: async (flow, place, plan) => {
    await flow.create(place, castFunction('trimText'));
    await flow.setOptions(plan.id, {});
  } },
  { code: 'DEPENDENCY_MISSING', fix: /remapPrerequisite/, before: [bundleOf([castFunction('trimTexts')])], file: bundleOf([erp, orders]), follow: (flow, _place, plan) => flow.remap(plan.id, { kind: 'fast-data/CastFunction', name: 'trimText', toName: 'trimTexts' }) },
  { code: 'DEPENDENCY_MISSING', fix: /Import "erp" first/, file: bundleOf([orders, castFunction('trimText')]), follow: async (flow, place, plan) => {
    await flow.import(bundleOf([erp]), place);
    await flow.setOptions(plan.id, {});
  } },
  { code: 'DELETION_NOT_ALLOWED', fix: /isDeletionAllowed/, before: [book], file: definitionFile([definitionSpec('BOOK', 'Book')]), follow: (flow, _place, plan) => flow.setOptions(plan.id, { isDeletionAllowed: true }) },
  { code: 'DELETION_NOT_ALLOWED', fix: /PARTIAL_UPDATE/, before: [book], file: definitionFile([definitionSpec('BOOK', 'Book')]), follow: { options: { options: { updateStrategy: 'PARTIAL_UPDATE' } } } },
  { code: 'DELETION_NOT_ALLOWED', fix: /PARTIAL_UPDATE/, before: [bundleOf([picklist(['a', 'b'])])], file: bundleOf([picklist(['a'])]), options: upsert, follow: { options: { options: { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' } } } },
  { code: 'PART_REMOVED', fix: /Add to the file/, before: [], file: aggregation('b'), options: { options: { name: 'sv', createStrategy: 'UPSERT' } }, follow: { file: aggregation('b').replace('"mapping":{', '"mapping":{"a":"pr.a",'), options: { options: { name: 'sv', createStrategy: 'UPSERT' } } } },
  { code: 'ARCHITECTURE_REQUIRED', fix: /as a copy/, file: bundleOf([erp, { ...orders, spec: projection('orders', { system: 'erp' }).spec }]), options: { mode: 'REFERENCE' }, follow: (flow, _place, plan) => flow.setMode(plan.id, 'COPY') },
  { code: 'SOURCE_UNKNOWN', fix: /as a copy/, before: [book], file: entries({ externalReferenceCode: 'a' }), options: { mode: 'REFERENCE' }, follow: (flow, _place, plan) => flow.setMode(plan.id, 'COPY') },
]; // prettier-ignore

const told = (plan: PlanView): PlanProblem[] => [
  ...plan.problems,
  ...plan.items.edges.flatMap(({ node }) => node.problems),
];

describe('a fix that is followed removes its problem', () => {
  let flow: ImportFlow;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
  });

  it.each(cases.map((one, index) => [`${index + 1}: ${one.code}, ${String(one.fix)}`, one] as const))(
    '%s',
    async (_, { code, fix, before = [], file, options = {}, follow }) => {
      const place = await flow.makeProject();
      for (const each of before) await flow.import(each, place);
      if (code === 'PART_REMOVED') await flow.import(aggregation('a'), place, { options: { name: 'sv' } });
      const content = await file;
      const plan = await flow.stage(content, place, options);
      const found = told(plan).filter((problem) => problem.code === code);
      expect(found.map((problem) => problem.fix).join(' ')).toMatch(fix);
      if (typeof follow === 'function') {
        const again = (await follow(flow, place, plan)) as Partial<PlanView> | undefined;
        const after = again && 'items' in again && again.id !== undefined ? again.id : plan.id;
        expect(told(await flow.plan(after)).filter((problem) => problem.code === code)).toEqual([]);
        return;
      }
      const next = await flow.stage('file' in follow ? follow.file : content, place, follow.options ?? {});
      expect(next.status).toBe('READY');
      expect(told(next).filter((problem) => problem.code === code)).toEqual([]);
    },
  );
});
