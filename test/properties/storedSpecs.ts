/** A spec of each kind that travels, rich in members, for the law of writing. */
import type { JsonObject } from '../../src/shared/json.js';
import type { FieldType } from '../../src/features/formats/format.js';
import { definition } from '../support/analyticsEntities.js';
import { textField } from '../support/objectBatches.js';

export interface StoredKind {
  kind: string;
  base: JsonObject;
  /** Name of the resource that contains those of the kind. */
  parent?: string;
  /** What their names begin with; they are numbered. */
  prefix: string;
  /** Members that may hold anything, where not any may be added. */
  openMembers?: readonly string[];
  /** A member that is numbered too, because no two resources may have the same there. */
  unique?: string;
}

const en = (text: string): JsonObject => ({ en_US: text });
const node = { outgoing: { b: { conditions: { a_to_b: { condition: { x: 'y' }, oneToMany: false } } } } };

/** The definition that the entries are of: its fields, and what their cells become in a table. */
export const ticket: JsonObject = {
  ...{ externalReferenceCode: 'TICKET', label: en('Ticket'), name: 'Ticket', scope: 'company' },
  objectFields: [
    ...['title', 'note'].map((name) => textField(name)),
    textField('body', { localized: true }),
    textField('count', { businessType: 'Integer', DBType: 'Integer' }),
    textField('open', { businessType: 'Boolean', DBType: 'Boolean' }),
    textField('tags', { businessType: 'MultiselectPicklist', listTypeDefinitionExternalReferenceCode: 'NOWHERE' }),
    textField('formula', { businessType: 'Formula' }),
  ],
};
export const ticketCells: Record<string, FieldType> = {
  ...{ count: 'integer', open: 'boolean', tags: 'list', 'status.code': 'integer', keywords: 'list' },
  ...{ permissions: 'json', taxonomyCategoryBriefs: 'json' },
};

const entry: JsonObject = {
  ...{ title: 'a', note: '07', body_i18n: { en_US: 'b', 'de-DE': 'c' }, count: 3, open: true },
  ...{ tags: [{ key: 'a', name: 'A' }, { key: 'b' }], formula: '=1', keywords: ['x', 'y'], permissions: [{ r: 1 }] },
  ...{ status: { code: 0, label: 'l', label_i18n: 'm' }, systemProperties: { deep: [{ x: [null] }] }, actions: {} },
};

const openMembers = [
  ...['status', 'keywords', 'permissions', 'actions', 'creator', 'x-class-name', 'x-schema-name', 'id', 'properties'],
  ...[
    'taxonomyCategoryBriefs',
    'systemProperties',
    'formula',
    'dateCreated',
    'userId',
    'defaultLanguageId',
    'body_i18n',
  ],
];

const report = (more: JsonObject = {}): JsonObject => ({
  description: 'd',
  data: { configuration: { color: '#fff' }, definitions: [definition('order')], filter: [], view: {}, ...more },
});

/** The resources that contain or define others. */
export const around: readonly (Omit<StoredKind, 'prefix'> & { name: string })[] = [
  { kind: 'fast-data/SystemOfRecord', name: 'erp', base: { adapter: 'basic' } },
  { kind: 'objects/ObjectDefinition', name: 'TICKET', base: ticket },
  { kind: 'analytics/ProcessDefinition', name: 'order', base: { versions: ['1'], tenantIds: [null], xml: { 1: '<own/>' } } }, // prettier-ignore
];

export const storedKinds: readonly StoredKind[] = [
  { kind: 'fast-data/CastFunction', prefix: 'cast', base: { dataType: 'string', casting: 'y', type: 'custom' } },
  { kind: 'fast-data/SystemOfRecord', prefix: 'system', base: { adapter: 'basic', description: 'd' } },
  { kind: 'fast-data/Projection', prefix: 'projection', parent: 'erp', base: { description: 'd', fields: [{ name: 'id', type: 'string', primaryKey: true }], topics: {} } }, // prettier-ignore
  { kind: 'fast-data/ErSchema', prefix: 'er', base: { version: '1.0.0', config: { a: node } } },
  { kind: 'fast-data/SingleView', prefix: 'view', base: { description: 'd', fields: [], singleViewKey: { version: '1.0.0', config: { id: 'ID' } } } }, // prettier-ignore
  {
    kind: 'objects/ObjectFolder',
    prefix: 'FOLDER',
    unique: 'name',
    base: { name: 'F', label: en('F'), objectFolderItems: [] },
  },
  { kind: 'objects/Picklist', prefix: 'LIST', base: { name: 'L', name_i18n: en('L'), listTypeEntries: [{ key: 'a', name: 'A', name_i18n: en('A') }] } }, // prettier-ignore
  { kind: 'objects/NotificationTemplate', prefix: 'NOTE', base: { name: 'N', type: 'email', body: en('b'), recipients: [{ to: 'x' }] } }, // prettier-ignore
  { kind: 'objects/WorkflowDefinition', prefix: 'flow', base: { title: 'W', content: '<xml/>', active: true } },
  { kind: 'objects/ObjectDefinition', prefix: 'THING', unique: 'name', base: { ...without(ticket, 'externalReferenceCode'), name: 'Thing' } }, // prettier-ignore
  { kind: 'objects/ObjectEntry', prefix: 'Ticket/e', parent: 'TICKET', base: entry, openMembers },
  { kind: 'objects/ApiApplication', prefix: 'APP', unique: 'baseURL', openMembers: ['description', 'status', 'version', 'keywords'], base: { title: 'A', baseURL: 'a', applicationStatus: { key: 'published' } } }, // prettier-ignore
  { kind: 'analytics/ProcessReport', prefix: 'process', base: report({ instantPreviewReport: false }) },
  { kind: 'analytics/DecisionReport', prefix: 'decision', base: report() },
  { kind: 'analytics/CombinedReport', prefix: 'both', base: { data: { configuration: {}, visualization: 'bar', reports: [] } } }, // prettier-ignore
  { kind: 'analytics/Dashboard', prefix: 'board', base: { description: 'd', tiles: [], availableFilters: [], refreshRateSeconds: 5 } }, // prettier-ignore
  { kind: 'analytics/Collection', prefix: 'shelf', base: { dataSources: [] } },
];

function without(spec: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(spec).filter(([name]) => name !== key));
}

/** Formats, the kinds that each can hold, and the place of the specs in its files. */
const objects = storedKinds.map(({ kind }) => kind).filter((kind) => kind.startsWith('objects/'));
const entities = ['ProcessReport', 'DecisionReport', 'CombinedReport', 'Dashboard'].map((name) => `analytics/${name}`);
export const formats: readonly { format: string; kinds: readonly string[] | null; isArchive?: true }[] = [
  ...['JSON', 'JSONL', 'ZIP'].map((format) => ({ format, kinds: null })),
  ...['JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL'].map((format) => ({ format, kinds: objects, isArchive: true as const })),
  { format: 'CSV', kinds: ['fast-data/CastFunction', 'objects/ObjectEntry'], isArchive: true },
  { format: 'OPTIMIZE_JSON', kinds: entities },
];
