import type { JsonObject } from '../../src/shared/json.js';
import { followFixes, nameIn, type PlanFixRow } from '../support/fixTable.js';
import { books, picklist } from '../support/fixFiles.js';
import { bundleOf } from '../support/importBundle.js';
import { makeField } from '../support/libraryObjects.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';

const code = 'externalReferenceCode';
const define = (...fields: JsonObject[]) => definitionFile([definitionSpec('BOOK', 'Book', fields)]);
const bookWith = (more: object, ...fields: JsonObject[]) =>
  definitionFile([{ ...definitionSpec('BOOK', 'Book', fields.length > 0 ? fields : [textField('title')]), ...more }]);
const one = (more: object) => books({ [code]: 'a', ...more });
const picks = bundleOf([picklist(['red', 'blue'])]);
const colour = (more: JsonObject = {}) =>
  makeField('colour', 'Picklist', { listTypeDefinitionExternalReferenceCode: 'S', ...more });
const fields = [
  textField('title', { objectFieldSettings: [{ name: 'maxLength', value: '5' }] }),
  makeField('price', 'Decimal'),
  makeField('day', 'Date'),
  makeField('cover', 'Attachment'),
  colour(),
];

/** Authors and their books: the relationship as its parent states it, and its field in the child. */
const relationship = (more: JsonObject = {}): JsonObject => ({
  ...{
    name: 'authorToBooks',
    [code]: 'AUTHOR_TO_BOOKS',
    type: 'oneToMany',
    deletionType: 'prevent',
    label: { en_US: 'b' },
  },
  ...{
    objectDefinitionExternalReferenceCode1: 'AUTHOR',
    objectDefinitionExternalReferenceCode2: 'BOOK',
    objectDefinitionName2: 'Book',
  },
  ...more,
});
const child = (more: JsonObject = {}) =>
  makeField('r_authorToBooks_c_authorId', 'Relationship', {
    objectDefinitionExternalReferenceCode1: 'AUTHOR',
    objectRelationshipExternalReferenceCode: 'AUTHOR_TO_BOOKS',
    ...more,
  });
const author = (...relationships: JsonObject[]) => ({
  ...definitionSpec('AUTHOR', 'Author', [textField('title')]),
  objectRelationships: relationships,
});
const both = (book: object = {}) =>
  definitionFile([
    author(relationship()),
    { ...definitionSpec('BOOK', 'Book', [textField('title'), child()]), ...book },
  ]);
const authors = entryFile('Author', [{ [code]: 'A1', title: 'x' }]);
const key = 'r_authorToBooks_c_authorERC';
const sited = definitionFile([{ ...definitionSpec('BOOK', 'Book'), scope: 'site' }]);
const onSite = { siteExternalReferenceCode: 'A' };

/** An API application with one schema, and one endpoint that is linked to a schema. */
const api = (linked: string, more: object = {}, property: object = {}) =>
  bundleOf([
    {
      kind: 'objects/ApiApplication',
      name: 'API',
      spec: {
        ...{ [code]: 'API', title: 'x', baseURL: 'x', applicationStatus: { key: 'unpublished' } },
        apiApplicationToAPISchemas: [
          {
            [code]: 'BOOK_SCHEMA',
            name: 'Book',
            mainObjectDefinitionERC: 'BOOK',
            apiSchemaToAPIProperties: [{ name: 'title', [code]: 'P', objectFieldERC: 'TITLE', ...property }],
          },
        ],
        apiApplicationToAPIEndpoints: [
          {
            [code]: 'BOOKS',
            path: '/books',
            httpMethod: { key: 'get' },
            name: 'Books',
            responseAPISchemaToAPIEndpoints: { [code]: linked },
            ...more,
          },
        ],
      },
    },
  ]);
const coded = define(textField('title', { [code]: 'TITLE' }));
const tab = (name: string) => ({
  objectRelationships: [
    relationship({ objectDefinitionExternalReferenceCode1: 'BOOK', name: 'toPages', [code]: 'TO_PAGES' }),
  ],
  objectLayouts: [
    {
      name: { en_US: 'l' },
      objectLayoutTabs: [{ name: { en_US: 't' }, priority: 0, objectRelationshipExternalReferenceCode: name }],
    },
  ],
});
const owner = (name: string) => ({
  objectViews: [{ name: { en_US: 'v' }, objectDefinitionExternalReferenceCode: name }],
});
const letter = (definition: string) =>
  bundleOf([
    {
      kind: 'objects/NotificationTemplate',
      name: 'T',
      spec: { [code]: 'T', name: 'T', objectDefinitionExternalReferenceCode: definition },
    },
  ]);
const numbered = (more: JsonObject) =>
  bundleOf([{ kind: 'objects/ObjectEntry', name: 'Book/a', parent: 'BOOK', spec: { [code]: 'a', ...more } }]);

const rows: PlanFixRow[] = [
  // values
  { code: 'SPEC_INVALID', fix: /Shorten it/, before: [picks, define(...fields)], file: one({ title: 'xxxxxx' }), follow: { file: one({ title: 'xxxxx' }) } },
  { code: 'SPEC_INVALID', fix: /Round it/, before: [picks, define(...fields)], file: one({ price: '1.23456789012345678' }), follow: { file: one({ price: '1.2345678901234' }) } },
  { code: 'SPEC_INVALID', fix: /2024-12-31/, before: [picks, define(...fields)], file: one({ day: '31/12/2024' }), follow: { file: one({ day: '2024-12-31' }) } },
  { code: 'SPEC_INVALID', fix: /Did you mean "blue"/, before: [picks, define(...fields)], file: one({ colour: 'bleu' }), follow: ({ flow, place }, plan, { fix }) => flow.discard(plan.id).then(() => flow.stage(one({ colour: nameIn(fix) }), place)) },
  { code: 'SPEC_INVALID', fix: /It has red, blue/, before: [picks, define(...fields)], file: one({ colour: 'zzz' }), follow: { file: one({ colour: 'red' }) } },
  { code: 'CONTENT_IGNORED', fix: /by its external reference code/, before: [picks, define(...fields)], file: one({ cover: { id: 7, name: 'x.png' } }), follow: { file: one({ cover: { [code]: 'COVER' } }) } },
  // sites
  { code: 'SPEC_INVALID', fix: /of the site as a text/, before: [sited], file: one({ siteExternalReferenceCode: 5 }), follow: { file: one(onSite) } },
  { code: 'CONTENT_IGNORED', fix: /in each entry/, before: [sited], file: one({ title: 'x' }), follow: { file: one({ title: 'x', ...onSite }) } },
  { code: 'CONTENT_IGNORED', fix: /or in the settings of the file/, before: [sited], file: one({ siteId: 20121 }), follow: { file: entryFile('Book', [{ [code]: 'a' }], onSite) } },
  { code: 'CONTENT_IGNORED', fix: /Add "siteExternalReferenceCode" beside it/, before: [sited], file: entryFile('Book', [{ [code]: 'a' }], { siteId: 20121 }), follow: { file: entryFile('Book', [{ [code]: 'a' }], { siteId: 20121, ...onSite }) } },
  { code: 'CONTENT_IGNORED', fix: /the scope "site" first/, before: [bookWith({})], file: one(onSite), follow: async ({ flow, place }, plan) => {
    await flow.discard(plan.id);
    await flow.import(sited, place);
    return flow.stage(one(onSite), place);
  } },
  // parents and children
  { code: 'SPEC_INVALID', fix: /Name one of them/, before: [both(), authors], file: one({ [key]: 'A1', authorToBooksERC: 'A2' }), follow: { file: one({ [key]: 'A1' }) } },
  { code: 'SPEC_INVALID', fix: /Name one of them/, before: [both(), authors], file: one({ [key]: 'A1', authorToBooks: { [code]: 'A2' } }), follow: { file: one({ authorToBooks: { [code]: 'A1' } }) } },
  { code: 'CONTENT_IGNORED', fix: /Export it with "r_authorToBooks_c_authorERC", or add it/, before: [both(), authors], file: one({ r_authorToBooks_c_authorId: 7 }), follow: { file: one({ r_authorToBooks_c_authorId: 7, [key]: 'A1' }) } },
  { code: 'CONTENT_IGNORED', fix: /entries of their own definition/, before: [both(), authors], file: one({ authorToBooks: { [code]: 'A1', title: 'y' } }), follow: async ({ flow, place }, plan) => {
    await flow.discard(plan.id);
    await flow.import(entryFile('Author', [{ [code]: 'A1', title: 'y' }]), place);
    return flow.stage(one({ authorToBooks: { [code]: 'A1' } }), place);
  } },
  { code: 'CONTENT_IGNORED', fix: /entries of their own definition/, before: [both()], file: entryFile('Author', [{ [code]: 'A1', authorToBooks: [{ [code]: 'a' }] }]), follow: async ({ flow, place }, plan) => {
    await flow.discard(plan.id);
    await flow.import(authors, place);
    return flow.stage(one({ [key]: 'A1' }), place);
  } },
  { code: 'DEPENDENCY_MISSING', fix: /Did you mean "BOOK"/, before: [bookWith({})], file: '{"externalReferenceCode":"a"}', options: { options: { kind: 'objects/ObjectEntry', definitionErc: 'BOK' } }, follow: { options: { options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } } } },
  // definitions
  { code: 'SPEC_INVALID', fix: /Remove one of them/, file: define(textField('title'), textField('Title')), follow: { file: define(textField('title')) } },
  { code: 'SPEC_INVALID', fix: /or give it another one/, file: define(textField('title'), textField('title')), follow: { file: define(textField('title'), textField('title2')) } },
  { code: 'UNRESOLVED_FIELD', fix: /Did you mean "title"/, file: bookWith({ titleObjectFieldName: 'titel' }), follow: { file: bookWith({ titleObjectFieldName: 'title' }) } },
  { code: 'UNRESOLVED_FIELD', fix: /Add the field "weight"/, file: bookWith({ titleObjectFieldName: 'weight' }), follow: { file: bookWith({ titleObjectFieldName: 'weight' }, textField('title'), textField('weight')) } },
  { code: 'UNRESOLVED_RELATIONSHIP', fix: /Did you mean "TO_PAGES"/, leaves: ['DEPENDENCY_MISSING'], file: bookWith(tab('TO_PAGE')), follow: { file: bookWith(tab('TO_PAGES')) } },
  { code: 'UNRESOLVED_RELATIONSHIP', fix: /State the relationship in "AUTHOR"/, file: definitionFile([author(), definitionSpec('BOOK', 'Book', [textField('title'), child()])]), follow: { file: both() } },
  { code: 'UNRESOLVED_PICKLIST_ENTRY', fix: /Did you mean "blue"/, before: [picks], file: define(colour({ defaultValue: 'bleu' })), follow: { file: define(colour({ defaultValue: 'blue' })) } },
  { code: 'UNRESOLVED_PICKLIST_ENTRY', fix: /Add the entry to the picklist/, before: [picks], file: define(colour({ defaultValue: 'zzz' })), follow: async ({ flow, place }, plan) => {
    await flow.discard(plan.id);
    await flow.import(bundleOf([picklist(['red', 'blue', 'zzz'])]), place, { options: { createStrategy: 'UPSERT' } });
    return flow.stage(define(colour({ defaultValue: 'zzz' })), place);
  } },
  { code: 'OWNER_DIFFERS', fix: /Write "BOOK"/, file: bookWith(owner('PAGE')), follow: ({ flow, place }, plan, { fix }) => flow.discard(plan.id).then(() => flow.stage(bookWith(owner(nameIn(fix))), place)) },
  { code: 'UNRESOLVED_REFERENCE', fix: /import a file that contains it/, file: letter('NOWHERE'), follow: async ({ flow, place }, plan) => {
    await flow.import(definitionFile([definitionSpec('NOWHERE', 'Nowhere')]), place);
    await flow.setOptions(plan.id, {});
  } },
  { code: 'ID_IGNORED', fix: /Name the parent under "r_authorToBooks_c_authorERC"/, before: [both(), authors], file: numbered({ r_authorToBooks_c_authorId: 7 }), follow: { file: numbered({ [key]: 'A1' }) } },
  // API applications
  { code: 'UNRESOLVED_SCHEMA', fix: /Did you mean "BOOK_SCHEMA"/, before: [coded], file: api('BOOK_SCHEME'), follow: { file: api('BOOK_SCHEMA') } },
  { code: 'UNRESOLVED_FIELD', fix: /Did you mean "TITLE"/, before: [coded], file: api('BOOK_SCHEMA', {}, { objectFieldERC: 'TITEL' }), follow: { file: api('BOOK_SCHEMA') } },
]; // prettier-ignore

followFixes('a fix of Liferay objects', rows);
