import type { JsonObject } from '../../src/shared/json.js';
import { followFixes, nameIn, type FixRow, type PlanFixRow } from '../support/fixTable.js';
import { asBooks, book, books, erp } from '../support/fixFiles.js';
import { bundleOf } from '../support/importBundle.js';
import type { StageOptions } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';

const table = 'externalReferenceCode,title\na,x\n';
const codes = 'code,title\na,x\n';
const list = '[{"externalReferenceCode":"a","title":"x"}]';
const code = { source: 'code', target: 'externalReferenceCode' };
const title = { source: 'title', target: 'title' };
const mapped = (...mapping: JsonObject[]): StageOptions => ({ options: { ...asBooks.options, mapping } });
const one = { externalReferenceCode: 'a', title: 'x' };

/** A batch file of one book whose configuration says more. */
function stating(more: object, inParameters: object = {}): string {
  const file = JSON.parse(books(one)) as { configuration: { parameters: object } };
  const { configuration } = file;
  const parameters = { ...configuration.parameters, ...inParameters };
  return JSON.stringify({ ...file, configuration: { ...configuration, parameters, ...more } });
}

const plain = stating({});
const isbn = textField('isbn', { objectFieldSettings: [{ name: 'defaultValue', value: 'none' }] });
const withJson = definitionFile([definitionSpec('BOOK', 'Book', [textField('title'), { ...textField('tags'), businessType: 'MultiselectPicklist', listTypeDefinitionExternalReferenceCode: 'TAGS' }])]); // prettier-ignore
const tags = bundleOf([{ kind: 'objects/Picklist', name: 'TAGS', spec: { externalReferenceCode: 'TAGS', name: 'Tags', listTypeEntries: [{ key: 'a1', name: 'a' }] } }]); // prettier-ignore

const rows: (FixRow | PlanFixRow)[] = [
  // what a file is of
  { code: 'KIND_REQUIRED', fix: /options: \{ kind/, file: list, before: [book], follow: { options: asBooks } },
  { code: 'KIND_REQUIRED', fix: /definitionErc: "…"/, file: list, before: [book], options: { options: { kind: 'objects/ObjectEntry' } }, follow: { options: asBooks } },
  { code: 'UNKNOWN_KIND', fix: /Supported classes are: .*ObjectDefinition/, file: books(one).replace('ObjectEntry', 'ObjectEntries'), before: [book], follow: { file: books(one) } },
  // tables
  { code: 'CSV_MALFORMED', fix: /twice/, before: [book], options: asBooks, file: 'externalReferenceCode,title\na,"x" y\n', follow: { file: 'externalReferenceCode,title\na,"x"" y"\n', options: asBooks } },
  { code: 'CSV_MALFORMED', fix: /unique name/, before: [book], options: asBooks, file: 'externalReferenceCode,title,title\na,x,y\n', follow: { file: table, options: asBooks } },
  { code: 'CSV_MALFORMED', fix: /hasHeader to false/, before: [book], options: asBooks, file: 'a,a\nb,c\n', follow: { options: { options: { ...asBooks.options, csv: { hasHeader: false }, mapping: [{ source: '0', target: 'externalReferenceCode' }, { source: '1', target: 'title' }] } } } },
  { code: 'SETTING_INVALID', fix: /for example "," or ";"/, before: [book], options: { options: { ...asBooks.options, csv: { delimiter: ', ' } } }, file: table, follow: { options: { options: { ...asBooks.options, csv: { delimiter: ',' } } } } },
  { code: 'SETTING_INVALID', fix: /a quotation mark/, before: [book], options: { options: { ...asBooks.options, csv: { quote: '--' } } }, file: table, follow: { options: { options: { ...asBooks.options, csv: { quote: '"' } } } } },
  { code: 'SPEC_INVALID', fix: /only one of them/, before: [book], options: asBooks, file: 'externalReferenceCode,title,title.x\na,x,y\n', follow: { file: 'externalReferenceCode,title,title.x\na,x,\n', options: asBooks } },
  { code: 'SPEC_INVALID', fix: /separated by commas/, before: [tags, withJson], options: asBooks, file: 'externalReferenceCode,tags\na,"[a1"\n', follow: { file: 'externalReferenceCode,tags\na,a1\n', options: asBooks } },
  { code: 'SPEC_INVALID', fix: /Write it as JSON/, before: [tags, withJson], options: asBooks, file: 'externalReferenceCode,permissions\na,[{roleName:x}]\n', follow: { file: 'externalReferenceCode,permissions\na,"[{""roleName"":""x""}]"\n', options: asBooks } },
  // mappings
  { code: 'FIELD_UNMAPPED', fix: /Map them/, before: [book], file: codes, options: mapped(code), follow: { options: mapped(code, title) } },
  { code: 'MAPPING_INVALID', fix: /The file has "code"/, before: [book], file: codes, options: mapped(code, { source: 'titel', target: 'title' }), follow: { options: mapped(code, title) } },
  { code: 'MAPPING_INVALID', fix: /Set both fields/, before: [book], file: codes, options: mapped(code, { source: 'title', target: '' }), follow: { options: mapped(code, title) } },
  { code: 'MAPPING_INVALID', fix: /remove the pair/, before: [book], file: codes, options: mapped(code, title, { source: '', target: 'n' }), follow: { options: mapped(code, title) } },
  { code: 'MAPPING_INVALID', fix: /Keep one of them/, before: [book], file: codes, options: mapped(code, title, { source: 'title', target: 'n' }), follow: { options: mapped(code, title) } },
  { code: 'MAPPING_INVALID', fix: /either the field or the fields inside/, before: [book], file: 'code,title,en\na,x,y\n', options: mapped(code, { source: 'title', target: 'title_i18n' }, { source: 'en', target: 'title_i18n.en_US' }), follow: { options: mapped(code, title, { source: 'en', target: 'title_i18n.en_US' }) } },
  { code: 'MAPPING_INVALID', fix: /Did you mean "title"/, before: [book], file: codes, options: mapped(code, { source: 'title', target: 'titel' }), follow: { options: mapped(code, title) } },
  { code: 'MAPPING_INVALID', fix: /Use one of .*title/, before: [book], file: codes, options: mapped(code, { source: 'title', target: 'weight' }), follow: { options: mapped(code, title) } },
  { code: 'MAPPING_INVALID', fix: /Leave the mapping out/, make: async ({ flow, place }) => {
    const { id } = await flow.stage(bundleOf([erp]), place);
    return { problems: await flow.setOptions(id, { mapping: [title] }), follow: () => flow.setOptions(id, {}) };
  } },
  { code: 'SETTING_UNKNOWN', fix: /Leave the mapping out/, file: bundleOf([erp]), options: { options: { mapping: [title] } }, follow: { options: {} } },
  // settings of batch files
  { code: 'SETTING_INVALID', fix: /Did you mean "UPSERT"/, before: [book], file: stating({}, { createStrategy: 'Upsert' }), follow: { file: stating({}, { createStrategy: 'UPSERT' }) } },
  { code: 'SETTING_INVALID', fix: /Use one of "INSERT", "UPSERT"/, before: [book], file: stating({}, { createStrategy: 'x' }), follow: { file: stating({}, { createStrategy: 'INSERT' }) } },
  { code: 'SETTING_INVALID', fix: /Correct it/, before: [book], file: stating({ taskItemDelegateName: 5 }, { taskItemDelegateName: 'C_Book' }), follow: { file: plain } },
  { code: 'SETTING_INVALID', fix: /remove it/, before: [book], file: stating({ parameters: [] }), follow: { file: plain } },
  { code: 'SETTING_INVALID', fix: /the external reference code or the key of the site/, before: [book], file: stating({}, { siteExternalReferenceCode: 5 }), follow: { file: stating({}, { siteExternalReferenceCode: 'A' }) } },
  { code: 'SETTING_INVALID', fix: /remove the setting/, before: [book], file: stating({}, { siteExternalReferenceCode: 5 }), follow: { file: plain } },
  { code: 'SETTING_UNKNOWN', fix: /Did you mean "createStrategy"/, before: [book], file: stating({}, { createStrategi: 'UPSERT' }), follow: { file: plain } },
  { code: 'SETTING_UNKNOWN', fix: /"importStrategy": "ON_ERROR_CONTINUE"/, before: [book], file: stating({}, { onErrorContinue: true }), follow: { file: stating({}, { importStrategy: 'ON_ERROR_CONTINUE' }) } },
  { code: 'CONTENT_IGNORED', fix: /Remove one of the two/, before: [book], file: stating({ createStrategy: 'INSERT' }, { createStrategy: 'UPSERT' }), follow: { file: plain } },
  { code: 'CONTENT_IGNORED', fix: /Remove it/, file: definitionFile([definitionSpec('BOOK', 'Book')], { siteExternalReferenceCode: 'A' }), follow: { file: book } },
  // records
  { code: 'ITEM_MALFORMED', fix: /^Add it/, before: [book], file: books({ title: 'x' }), follow: { file: books(one) } },
  { code: 'ITEM_MALFORMED', fix: /map the field/, before: [book], file: codes, options: asBooks, leaves: [], follow: { options: mapped(code, title) } },
  { code: 'ITEM_MALFORMED', fix: /Correct it in the file/, before: [book], file: '{"externalReferenceCode":"a"}\n{"externalReferenceCode":\n', options: asBooks, follow: { file: '{"externalReferenceCode":"a"}\n{"externalReferenceCode":"b"}\n', options: asBooks } },
  { code: 'ITEM_MALFORMED', fix: /Add it, or map/, file: '[{"adapter":"basic"}]', options: { options: { kind: 'fast-data/SystemOfRecord' } }, follow: { file: '[{"name":"erp","adapter":"basic"}]', options: { options: { kind: 'fast-data/SystemOfRecord' } } } },
  { code: 'ITEM_MALFORMED', fix: /Write it as a text/, file: '[{"name":"erp","adapter":"basic","title":5}]', options: { options: { kind: 'fast-data/SystemOfRecord' } }, follow: { file: '[{"name":"erp","adapter":"basic","title":"5"}]', options: { options: { kind: 'fast-data/SystemOfRecord' } } } },
  { code: 'SPEC_INVALID', fix: /Did you mean "title"/, before: [book], file: books({ externalReferenceCode: 'a', titel: 'x' }), follow: ({ flow, place }, plan, { fix }) =>
    flow.discard(plan.id).then(() => flow.stage(books({ externalReferenceCode: 'a', [nameIn(fix)]: 'x' }), place)) },
  { code: 'SPEC_INVALID', fix: /Add the field to the definition/, before: [book], file: books({ externalReferenceCode: 'a', weight: 'x' }), follow: async ({ flow, place }, plan) => {
    await flow.discard(plan.id);
    await flow.import(definitionFile([definitionSpec('BOOK', 'Book', [textField('weight')])], { updateStrategy: 'PARTIAL_UPDATE' }), place);
    return flow.stage(books({ externalReferenceCode: 'a', weight: 'x' }), place);
  } },
  { code: 'SPEC_INVALID', fix: /leave it out/, before: [definitionFile([definitionSpec('BOOK', 'Book', [isbn])])], file: entryFile('Book', [{ externalReferenceCode: 'a', weight: 'x' }]), follow: { file: entryFile('Book', [{ externalReferenceCode: 'a' }]) } },
]; // prettier-ignore

followFixes('a fix of a file of records', rows);
