/** The same values in files that are no single document of JSON: lines, tables and archives. */
import { exactJson } from '../../src/shared/exactNumbers.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/shared/json.js';
import { zipOf } from '../support/zipOf.js';
import { batch, bundle, entry, isKnownToSayNothing, picklist, type FileShape } from './fileShapes.js';

const entryHints = { kind: 'objects/ObjectEntry', definitionErc: 'BOOK', definitionName: 'Book' };

const linesOf = (values: readonly JsonValue[]) => `${values.map(exactJson).join('\n')}\n`;

const elementsOf = (list: JsonValue): JsonValue[] => (Array.isArray(list) ? list : [list]);

function partsOf(document: JsonValue): { header: JsonObject; resources: JsonValue[] } {
  const { resources = [], ...header } = document as JsonObject;
  return { header, resources: elementsOf(resources) };
}

/** A table of all rows: a cell holds a text as it is, and anything else as JSON. */
function tableOf(document: JsonValue): string {
  const rows = elementsOf(document).filter(isJsonObject);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: JsonValue | undefined) => {
    const text = value === undefined || value === null ? '' : typeof value === 'string' ? value : exactJson(value);
    return `"${text.replaceAll('"', '""')}"`;
  };
  const own = (row: JsonObject, name: string) => (Object.hasOwn(row, name) ? row[name] : undefined);
  return [names, ...rows.map((row) => names.map((name) => own(row, name)))]
    .map((cells) => `${cells.map((value) => cell(value)).join(',')}\r\n`)
    .join('');
}

const row = {
  ...{ externalReferenceCode: 'a', title: 'x', 'state.key': 'k', label_en_US: 'L', 'label_i18n.de-DE': 'M' },
  ...{ 'tags.key_0': 't', 'tags.name_0': 'T', more_i18n: 'en_US:x\nde_DE:y', count: '7' },
};

/** Settings of a member that state nothing say nothing: its items tell what they are. */
function saysNothingInMember([, ...path]: readonly string[], value: JsonValue): boolean {
  const isSettings = path.length === 1 && path[0] === 'configuration';
  return isKnownToSayNothing(path, value) || (isSettings && isJsonObject(value) && Object.keys(value).length === 0);
}

export const containers: FileShape[] = [
  { name: 'lines of records', base: [entry, { ...entry, externalReferenceCode: 'f' }], hints: entryHints, write: (document) => linesOf(elementsOf(document)) }, // prettier-ignore
  { name: 'lines of a bundle', base: bundle, write: (document) => {
    const { header, resources } = partsOf(document);
    return linesOf([header, ...resources]);
  } }, // prettier-ignore
  { name: 'a table', base: [row, { ...row, externalReferenceCode: 'b' }], hints: { ...entryHints, fieldTypes: { count: 'integer' }, csv: { delimiter: ',' } }, write: tableOf, saysNothing: (_, value) => value === null || value === '' }, // prettier-ignore
  { name: 'a folder of files of records', base: { 'lists.json': batch('headless.admin.list.type.dto.v1_0.ListTypeDefinition', picklist), 'entries.json': batch('object.rest.dto.v1_0.ObjectEntry', entry, { delegate: 'C_Book' }) }, numRuns: 20, saysNothing: saysNothingInMember, write: (document) => zipOf(Object.fromEntries(Object.entries(document as JsonObject).map(([name, member]) => [name, exactJson(member)]))) }, // prettier-ignore
];
