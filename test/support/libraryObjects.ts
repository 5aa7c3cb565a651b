/** A library in Liferay objects: one resource of each kind at least, and definitions and entries that name each other. */
import type { JsonObject } from '../../src/shared/json.js';
import type { NewResource } from './fastDataResources.js';

/** A resource that is known by an external reference code. */
export type NewObject = NewResource & { externalReferenceCode?: string };

const en = (text: string): JsonObject => ({ en_US: text });

function makeObject(kind: string, spec: JsonObject & { externalReferenceCode: string }): NewObject {
  const { externalReferenceCode } = spec;
  return { kind: `objects/${kind}`, name: externalReferenceCode, externalReferenceCode, spec };
}

/** A field of a definition. */
export function makeField(name: string, businessType: string, more: JsonObject = {}): JsonObject {
  return { name, businessType, DBType: 'String', label: en(name.toUpperCase()), required: false, ...more };
}

/** A definition that names nothing else; its code is its name in capitals. */
export function makeDefinition(name: string, fields: JsonObject[]): NewObject {
  return makeObject('ObjectDefinition', {
    ...{ externalReferenceCode: name.toUpperCase(), name, scope: 'company', status: { code: 0 }, objectFields: fields },
    ...{ label: en(name), pluralLabel: en(`${name}s`) },
  });
}

/** An entry, which lives in a definition: `Book` in `BOOK`. */
export function makeEntry(definition: string, code: string, members: JsonObject = {}): NewObject {
  return {
    kind: 'objects/ObjectEntry',
    name: `${definition}/${code}`,
    parent: definition.toUpperCase(),
    externalReferenceCode: code,
    spec: { externalReferenceCode: code, ...members },
  };
}

export const folder = makeObject('ObjectFolder', {
  externalReferenceCode: 'LIBRARY',
  name: 'Library',
  label: en('Library'),
  objectFolderItems: [
    { objectDefinitionExternalReferenceCode: 'BOOK', linkedObjectDefinition: false, positionX: 1, positionY: 2 },
  ],
});

export const genres = makeObject('Picklist', {
  externalReferenceCode: 'GENRES',
  name: 'Genres',
  name_i18n: en('Genres'),
  listTypeEntries: ['novel', 'poetry', '007'].map((key) => ({ key, name: `The ${key}`, name_i18n: en(`The ${key}`) })),
});

/** Made without its code in the spec. */
const formats: NewObject = {
  kind: 'objects/Picklist',
  name: 'FORMATS',
  spec: { name: 'Formats', listTypeEntries: [{ key: 'paper', name: 'Paper' }] },
};

const template = makeObject('NotificationTemplate', {
  externalReferenceCode: 'LENT',
  name: 'Lent',
  body: en('<p>[%BOOK_TITLE%]</p>'),
  subject: en('A book was lent'),
  editorType: 'richText',
  recipientType: 'email',
  type: 'email',
  recipients: [{ from: 'library@example.org', fromName: en('Library') }],
});

const workflow: NewObject = {
  kind: 'objects/WorkflowDefinition',
  name: 'Lending',
  spec: { name: 'Lending', title: 'Lending', active: true, version: '1', content: '<workflow-definition/>' },
};

const author = makeObject('ObjectDefinition', {
  externalReferenceCode: 'AUTHOR',
  name: 'Author',
  label: en('Author'),
  pluralLabel: en('Authors'),
  scope: 'company',
  status: { code: 0 },
  objectFolderExternalReferenceCode: 'LIBRARY',
  objectFields: [makeField('fullName', 'Text', { required: true })],
  objectRelationships: [
    {
      name: 'authorToBooks',
      externalReferenceCode: 'AUTHOR_TO_BOOKS',
      type: 'oneToMany',
      deletionType: 'prevent',
      label: en('Books'),
      objectDefinitionExternalReferenceCode1: 'AUTHOR',
      objectDefinitionExternalReferenceCode2: 'BOOK',
      objectDefinitionName2: 'Book',
    },
  ],
});

export const book = makeObject('ObjectDefinition', {
  externalReferenceCode: 'BOOK',
  name: 'Book',
  label: en('Book'),
  pluralLabel: en('Books'),
  scope: 'company',
  status: { code: 0 },
  objectFolderExternalReferenceCode: 'LIBRARY',
  objectFields: [
    makeField('title', 'Text', { required: true }),
    makeField('pages', 'Integer'),
    makeField('price', 'Decimal'),
    makeField('isLent', 'Boolean'),
    makeField('genre', 'Picklist', { listTypeDefinitionExternalReferenceCode: 'GENRES' }),
    makeField('tags', 'MultiselectPicklist', { listTypeDefinitionExternalReferenceCode: 'GENRES' }),
    makeField('printedOn', 'Date'),
    makeField('shelf', 'Text', { required: true, objectFieldSettings: [{ name: 'defaultValue', value: 'new' }] }),
    makeField('r_authorToBooks_c_authorId', 'Relationship', {
      required: true,
      objectDefinitionExternalReferenceCode1: 'AUTHOR',
      objectRelationshipExternalReferenceCode: 'AUTHOR_TO_BOOKS',
    }),
  ],
  objectActions: [
    {
      name: 'tell',
      active: true,
      objectActionExecutorKey: 'notification',
      objectActionTriggerKey: 'onAfterUpdate',
      parameters: { notificationTemplateExternalReferenceCode: 'LENT' },
    },
  ],
  workflowDefinitionLinks: [{ groupExternalReferenceCode: '', workflowDefinitionName: 'Lending' }],
});

const api = makeObject('ApiApplication', {
  externalReferenceCode: 'LIBRARY_API',
  title: 'Library',
  baseURL: 'library',
  applicationStatus: { key: 'unpublished' },
  apiApplicationToAPISchemas: [
    {
      externalReferenceCode: 'BOOK_SCHEMA',
      name: 'Book',
      mainObjectDefinitionERC: 'BOOK',
      apiSchemaToAPIProperties: [{ name: 'title', externalReferenceCode: 'TITLE_PROPERTY', objectFieldERC: 'title' }],
    },
  ],
  apiApplicationToAPIEndpoints: [
    { externalReferenceCode: 'BOOKS', path: '/books', httpMethod: { key: 'get' }, name: 'Books' },
  ],
});

const entries: NewObject[] = [
  makeEntry('Author', 'A1', { fullName: 'Ann "the pen" Otter' }),
  makeEntry('Author', 'A2', { fullName: '=SUM(1,2)' }),
  makeEntry('Book', 'B1', {
    title: '007',
    pages: 320,
    price: -12.5,
    isLent: false,
    genre: { key: '007', name: 'The 007' },
    tags: [{ key: 'novel' }, { key: 'poetry' }],
    printedOn: '2024-02-29',
    shelf: ' A,\n"B" ',
    r_authorToBooks_c_authorERC: 'A1',
  }),
  makeEntry('Book', 'B2', {
    title: 'Two',
    genre: 'novel',
    tags: ['007'],
    isLent: true,
    shelf: 'B',
    r_authorToBooks_c_authorERC: 'A2',
  }),
];

/** All of them, what contains before what it contains. None has a title of its own. */
export const library: readonly NewObject[] = [
  ...[folder, genres, formats, template, workflow, author, book, api],
  ...entries,
];
