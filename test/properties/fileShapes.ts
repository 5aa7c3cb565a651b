/** One file of each shape that is read, rich in members. */
import type { JsonValue } from '../../src/shared/json.js';
import type { Hints } from '../unit/features/formats/writtenFile.js';

export interface FileShape {
  name: string;
  base: JsonValue;
  hints?: Hints;
  /** How a file is made of it, when it is not its JSON. */
  write?: (document: JsonValue) => string | Promise<Buffer>;
  /** What comes to nothing in such a file. */
  saysNothing?: (path: readonly string[], value: JsonValue) => boolean;
  /** Fewer documents are tried where each file costs more. */
  numRuns?: number;
}

const field = { name: 'id', type: 'string', required: true, primaryKey: true };
const erSchema = { version: '1.0.0', config: { a: { outgoing: { b: { conditions: { a_to_b: { condition: { x: 'y' }, oneToMany: false } } } } } } }; // prettier-ignore
const aggregation = { version: '1.1.0', config: { SV_CONFIG: { dependencies: { a: { type: 'projection', on: '_identifier' } }, mapping: { id: 'a.id' } } } }; // prettier-ignore
const projectionChangesSchema = {
  version: '1.0.0',
  config: { sv: { paths: [{ path: ['b', 'a'], identifier: { id: 'id' } }] } },
};
const singleViewKey = { version: '1.0.0', config: { id: 'ID' } };
const kafkaProjectionUpdates = { a: { updatesTopic: 't', strategy: '__automatic__' } };
const collection = {
  id: 'c-1',
  name: 'tool',
  fields: [field],
  indexes: [],
  internalEndpoints: [{ basePath: '/t' }],
  tags: ['x'],
  description: 'd',
};
const fastData = {
  version: '2.2.0',
  updatedAt: '2026-01-01T00:00:00.000Z',
  castFunctions: { 'c-1': { castFunctionId: 'trim', name: 'Trim', dataType: 'string', casting: 'y', type: 'custom', description: 'Trims' } },
  systems: {
    's-1': {
      id: 's-1', name: 'erp', kafkaMessageAdapter: { type: 'db2' }, description: 'Stock', settings: { n: 1 },
      projections: {
        'p-1': {
          id: 'p-1', name: 'a', description: 'd', tags: ['t'], indexes: [{ name: 'i', type: 'normal', fields: [{ name: 'id', order: 1 }] }],
          fields: { id: { type: 'string', cast: { functionId: 'c-1' }, primaryKey: true }, at: { type: 'Date', castFunction: 'defaultCastToDate' } },
          topics: { ingestion: { name: 'a.ingestion' }, prUpdate: '' },
        },
      },
    },
  },
  erSchemas: { 'e-1': { id: 'e-1', name: 'er', description: 'd', schema: erSchema }, flat: erSchema },
  singleViews: {
    sv: {
      erSchemaId: 'e-1', fields: [field], strategies: [{ system: 's-1', projectionId: 'p-1', type: '__automatic__' }],
      aggregation, projectionChangesSchema, singleViewKey, kafkaProjectionUpdates, description: 'd',
    },
  },
}; // prettier-ignore

const definition = {
  externalReferenceCode: 'BOOK', id: 5, name: 'Book', label: { en_US: 'Book' }, scope: 'site', dateCreated: '2024-01-01T00:00:00Z',
  objectFields: [
    { id: 6, name: 'title', label: { en_US: 'Title' }, DBType: 'String', businessType: 'Text', required: false, objectFieldSettings: [{ name: 'maxLength', value: '9' }] },
    { name: 'kind', DBType: 'String', businessType: 'Picklist', listTypeDefinitionExternalReferenceCode: 'LIST', listTypeDefinitionId: 4, listTypeDefinition: { externalReferenceCode: 'LIST' } },
  ],
  objectActions: [{ name: 'a', objectActionTriggerKey: 'onAfterAdd', objectActionExecutorKey: 'notification', parameters: { notificationTemplateExternalReferenceCode: 'N' } }],
  objectLayouts: [{ name: { en_US: 'l' }, objectLayoutTabs: [{ name: { en_US: 't' }, priority: 0 }] }],
  objectRelationships: [{ name: 'self', type: 'oneToMany', objectDefinitionExternalReferenceCode1: 'BOOK', objectDefinitionExternalReferenceCode2: 'BOOK', objectDefinitionId1: 5 }],
}; // prettier-ignore
export const picklist = {
  externalReferenceCode: 'LIST',
  name: 'List',
  listTypeEntries: [{ key: 'a', name: 'A', externalReferenceCode: 'LA', name_i18n: { en_US: 'A' } }],
};
const folder = {
  externalReferenceCode: 'F',
  name: 'F',
  label: { en_US: 'F' },
  objectFolderItems: [{ objectDefinitionExternalReferenceCode: 'BOOK', linkedObjectDefinition: false, positionX: 0 }],
};
const notification = {
  externalReferenceCode: 'N',
  name: 'N',
  type: 'email',
  body: { en_US: 'b' },
  recipients: [{ to: 'x' }],
};
const workflow = {
  name: 'W',
  title: 'W',
  content: '<xml/>',
  nodes: [{ name: 'n' }],
  transitions: [],
  active: true,
  version: '1',
};
export const entry = {
  externalReferenceCode: 'e',
  title: 'x',
  kind: { key: 'a', name: 'A' },
  r_self_c_bookERC: 'f',
  r_self_c_bookId: 7,
  file: { name: 'f.pdf', id: 5 },
};
const application = {
  externalReferenceCode: 'A', title: 'A', baseURL: 'a', applicationStatus: { key: 'published' },
  apiApplicationToAPISchemas: [{ externalReferenceCode: 'S', name: 's', mainObjectDefinitionERC: 'BOOK', apiSchemaToAPIProperties: [{ name: 'p', objectFieldERC: 'x' }] }],
  apiApplicationToAPIEndpoints: [{ externalReferenceCode: 'E', name: 'e', path: '/e', scope: { key: 'company' }, httpMethod: { key: 'get' } }],
}; // prettier-ignore

export function batch(
  className: string,
  item: JsonValue,
  { delegate = 'DEFAULT', ...parameters }: { delegate?: string; [parameter: string]: JsonValue | undefined } = {},
): JsonValue {
  const settings = {
    createStrategy: 'UPSERT',
    updateStrategy: 'UPDATE',
    importStrategy: 'ON_ERROR_FAIL',
    ...parameters,
  };
  return {
    configuration: {
      className: `com.liferay.${className}`,
      parameters: settings,
      taskItemDelegateName: delegate,
      version: 'v1.0',
    },
    items: [item],
  };
}

const reportId = '6d7e4b4e-64b0-4a66-a5ea-1a1b2c3d4e5f';
const report = {
  id: reportId, name: 'Cost', description: null, exportEntityType: 'single_process_report', sourceIndexVersion: 11, collectionId: null, combined: false,
  data: { configuration: { color: '#fff', xml: '<bpmn/>' }, definitions: [{ key: 'order', versions: ['1'], tenantIds: [null] }], filter: [], view: { entity: 'flowNode' }, instantPreviewReport: false },
}; // prettier-ignore
const dashboard = {
  id: '7d7e4b4e-64b0-4a66-a5ea-1a1b2c3d4e5f', name: 'All', description: 'd', exportEntityType: 'dashboard', sourceIndexVersion: 8, collectionId: 'x', availableFilters: [{ type: 'state', data: null }],
  tiles: [{ id: reportId, type: 'optimize_report', position: { x: 0, y: 0 }, dimensions: { width: 1, height: 1 }, configuration: null }], instantPreviewDashboard: false, refreshRateSeconds: 5,
}; // prettier-ignore
const combined = {
  id: '8d7e4b4e-64b0-4a66-a5ea-1a1b2c3d4e5f', name: 'Both', description: null, exportEntityType: 'combined_report', sourceIndexVersion: 11, collectionId: null, combined: true,
  data: { configuration: {}, visualization: 'bar', reports: [{ id: reportId, color: '#000' }] },
}; // prettier-ignore
const entities = [report, combined, dashboard];

const origin = {
  instance: { id: 'i', name: 'I' },
  project: { id: 'p', key: 'k', name: 'P' },
  branch: 'main',
  exportedAt: '2026-01-01T00:00:00.000Z',
  sourceName: 'trim',
  sourceId: '1',
  bundleDigest: 'sha256:0',
};
export const bundle = {
  format: 'waybill/bundle', formatVersion: 1, isDraft: true,
  source: { instance: { id: 'i', name: 'I' }, project: { id: 'p', key: 'k', name: 'P' }, branch: 'main', exportedAt: '2026-01-01T00:00:00.000Z', exportedBy: 'ann' }, requirements: [],
  resources: [
    { kind: 'fast-data/CastFunction', name: 'trim', title: 'Trim', externalReferenceCode: 'T', id: '7', origins: [origin], spec: { dataType: 'string', casting: 'x', type: 'custom' } },
    { kind: 'fast-data/Projection', name: 'a', parent: 'erp', spec: { fields: [field] } },
  ],
}; // prettier-ignore

type Rule = (key: string, value: JsonValue, path: readonly string[]) => boolean;

const isNothing = (value: JsonValue) => value === null || value === '';
const isEmpty = (value: JsonValue) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** What is as good as absent, or says nothing of what is imported. */
const rules: readonly Rule[] = [
  // No cast function, title, code, collection or XML at all.
  (key, value) => isNothing(value) && /^(?:cast|castFunction|castFunctionId|title|(?:\w+E|e)xternalReferenceCode\d?|collectionId|xml)$/.test(key), // prettier-ignore
  // Nothing is inside of it.
  (key, value) => isEmpty(value) && /^(?:systems|projections|castFunctions|singleViews|erSchemas|collections|config|fastDataConfig|parameters|fields)$/.test(key), // prettier-ignore
  // What is bound to its source says nothing where it is null.
  (key, value) => value === null && /^(?:\w*[iI]d\d?|date\w+|creator|actions|x-.+)$/.test(key),
  // What older releases did not write.
  (key, value) => (value === false && key.startsWith('instantPreview')) || (value === null && key === 'description'),
  // How a batch file was made; a setting without a value is not stated.
  (key, value, [top, ...path]) =>
    top === 'configuration' &&
    (isNothing(value) || path.slice(0, 2).some((one) => waysOfMaking.test(one)) || (key === 'siteId' && value === 0)),
  // Which page of how many.
  (_, _value, [top = '']) => /^(?:page|pageSize|lastPage|totalCount|facets|actions)$/.test(top),
  // What follows from the rest of a bundle, and what a draft does not claim.
  (_, _value, [top = '', , inRecord = '']) =>
    /^(?:requirements|count|digest)$/.test(top) || (top === 'resources' && /^(?:digest|dependencies|problems)$/.test(inRecord)), // prettier-ignore
  // A source that is not known.
  (_, value, path) => isNothing(value) && (path[0] === 'source' || path[2] === 'origins'),
  (key, value, { length }) =>
    isEmpty(value) && ((key === 'source' && length === 1) || (key === 'origins' && length === 3)),
  (_, value, path) => value === null && path[0] === 'resources' && path.length === 3,
];
const waysOfMaking =
  /^(?:companyId|userId|multiCompany|version|contentType|containsHeaders|delimiter|enclosingCharacter|taskItemDelegateName)$/;

/** Whether a value is one of those of which the documents say that they come to nothing. */
export function isKnownToSayNothing(path: readonly string[], value: JsonValue): boolean {
  return rules.some((rule) => rule(path.at(-1) ?? '', value, path));
}

export const shapes: FileShape[] = [
  { name: 'fast-data/er-schema', base: erSchema },
  { name: 'fast-data/aggregation', base: aggregation },
  { name: 'fast-data/projection-changes-schema', base: projectionChangesSchema },
  { name: 'fast-data/single-view-key', base: singleViewKey },
  { name: 'fast-data/kafka-projection-updates', base: kafkaProjectionUpdates },
  { name: 'fast-data/single-view', base: { name: 'sv', erSchema, erSchemaName: 'er', aggregation, projectionChangesSchema, singleViewKey, kafkaProjectionUpdates, fields: [field], description: 'd' } }, // prettier-ignore
  { name: 'fast-data/data-model', base: { one: collection, other: { ...collection, id: 'c-2', name: 'other' } } },
  { name: 'fast-data/console-configuration', base: fastData },
  { name: 'fast-data/console-configuration, of a whole project', base: { config: { version: '1', collections: { 'c-1': collection }, services: { a: {} } }, fastDataConfig: fastData, lastCommitId: 'x' } }, // prettier-ignore
  {
    name: 'fast-data/projection-storer',
    base: {
      version: 2,
      settings: { systemOfRecords: ['erp'], enableSoftDelete: true, dataSourceAdapter: { type: 'db2' }, castFunctions: { own: '/own.js' } },
      consumer: { configuration: { a: 'b' } },
      projections: { a: { topics: { ingestion: { name: 't' }, prUpdate: { name: 'u' } }, primaryKeys: ['ID'], fieldsMapping: { ID: { targetField: 'id', castFunction: 'castToInteger' }, n: 'note' } } },
    },
  }, // prettier-ignore
  ...Object.entries({ ObjectDefinition: definition, ObjectFolder: folder, NotificationTemplate: notification }).map(([className, item]) => ({
    name: `objects/jsont of ${className}`, base: batch(`object.admin.rest.dto.v1_0.${className}`.replace('object.admin.rest.dto.v1_0.Noti', 'notification.rest.dto.v1_0.Noti'), item),
  })), // prettier-ignore
  {
    name: 'objects/jsont of ListTypeDefinition',
    base: batch('headless.admin.list.type.dto.v1_0.ListTypeDefinition', picklist),
  },
  {
    name: 'objects/jsont of WorkflowDefinition',
    base: batch('headless.admin.workflow.dto.v1_0.WorkflowDefinition', workflow),
  },
  { name: 'objects/jsont of ObjectField', base: batch('object.admin.rest.dto.v1_0.ObjectField', definition.objectFields[0] ?? {}, { objectDefinitionExternalReferenceCode: 'BOOK' }) }, // prettier-ignore
  { name: 'objects/jsont of ListTypeEntry', base: batch('headless.admin.list.type.dto.v1_0.ListTypeEntry', picklist.listTypeEntries[0] ?? {}, { listTypeDefinitionExternalReferenceCode: 'LIST' }) }, // prettier-ignore
  {
    name: 'objects/jsont of ObjectEntry',
    base: batch('object.rest.dto.v1_0.ObjectEntry', entry, { delegate: 'C_Book' }),
  },
  {
    name: 'objects/jsont of APIApplication',
    base: batch('object.rest.dto.v1_0.ObjectEntry', application, { delegate: 'C_APIApplication' }),
  },
  {
    name: 'objects/page',
    base: { items: [definition], page: 1, lastPage: 1, pageSize: 20, totalCount: 1, facets: [], actions: {} },
  },
  { name: 'objects/json', base: [definition] },
  { name: 'objects/item', base: definition },
  { name: 'objects/item, entries', base: entry, hints: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' } },
  { name: 'records of a kind', base: [{ name: 'trim', title: 'Trim', externalReferenceCode: 'T', dataType: 'string', casting: 'x', type: 'custom' }], hints: { kind: 'fast-data/CastFunction' } }, // prettier-ignore
  { name: 'records with a mapping', base: [{ code: 'a', title: 'Trim', more: { x: 1 } }], hints: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK', mapping: [{ source: 'code', target: 'externalReferenceCode' }, { source: 'title', target: 'title' }] } }, // prettier-ignore
  { name: 'analytics/entities', base: entities },
  { name: 'analytics/entities, of an older release', base: [{ ...dashboard, sourceIndexVersion: 6, reports: dashboard.tiles.map(({ type: _type, ...tile }) => tile), tiles: undefined }].map((one) => JSON.parse(JSON.stringify(one)) as JsonValue) }, // prettier-ignore
  { name: 'waybill/json', base: bundle },
];
