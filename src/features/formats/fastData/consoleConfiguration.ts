import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { contentIgnored, holdsContent, otherKeys } from '../documents/contentIgnored.js';
import type { DocumentContent, DocumentFormat, DocumentItem } from '../documents/documentReader.js';
import { castFunctionItem, castFunctionKeys, castFunctionName } from './castFunctions.js';
import { erSchemaKeys, erSchemaItem, erSchemaName, singleViewItem, singleViewKeys } from './consoleViews.js';
import { dataModelItem, dataModelKeys } from './dataModelItems.js';
import { entriesOf, fastDataKinds, pickText } from './looseShapes.js';
import type { LooseEntry } from './looseShapes.js';
import { projectionItem, projectionKeys, projectionName, unreadOfTopics } from './projectionItems.js';
import type { NameOf } from './projectionItems.js';
import { systemItem, systemKeys, systemName } from './systemItems.js';

const collectionKeys = ['systems', 'castFunctions', 'singleViews', 'erSchemas'];
const metadataKeys: ReadonlySet<string> = new Set(['version', 'updatedAt', 'lastCommitId', 'deletedElements']);
const metadataReason = 'They say how the configuration was saved; what is imported has a history of its own.';
const fastDataKeys: ReadonlySet<string> = new Set([...collectionKeys, ...metadataKeys]);
const ignoredReason =
  'Only cast functions, systems of record with their projections, ER schemas, single views and collections are imported.';

/**
 * A project's Fast Data configuration (`fastdata-config.json`), or the whole configuration of a project that holds it as `fastDataConfig`, beside
 * `config` with the CRUD collections. The product's documents do not say what its systems, single views and ER schemas
 * look like inside, so the likely names of each part are tried. Items stand after what they need.
 */
export const consoleConfigurationFormat: DocumentFormat = {
  name: 'fast-data/console-configuration',
  title: 'Mia-Platform Console configuration (Fast Data)',
  recognizes: (document) => isJsonObject(document) && (isFastData(document) || isProject(document)),
  extract: (document) => {
    const project = document as JsonObject;
    if (!isProject(project)) return fastDataContent(project, '');
    const inner = isJsonObject(project['fastDataConfig']) ? project['fastDataConfig'] : {};
    const fastData = fastDataContent(inner, '/fastDataConfig', otherProjectKeys(project));
    return { items: [...fastData.items, ...collectionItems(project)], problems: fastData.problems };
  },
};

function isFastData(document: JsonObject): boolean {
  return (
    collectionKeys.some((key) => isCollection(document[key])) &&
    Object.keys(document).every((key) => !key.startsWith('config'))
  );
}

function isProject(document: JsonObject): boolean {
  return 'fastDataConfig' in document && (isJsonObject(document['fastDataConfig']) || isJsonObject(document['config']));
}

function isCollection(value: JsonValue | undefined): boolean {
  return isJsonObject(value) || Array.isArray(value);
}

function fastDataContent(fastData: JsonObject, at: string, otherParts: readonly string[] = []): DocumentContent {
  const entries = (key: string): LooseEntry[] => entriesOf(fastData[key], `${at}/${key}`);
  const castFunctions = entries('castFunctions');
  const systems = entries('systems');
  const projections = systems.map((system) => ({ system, entries: projectionEntries(system) }));
  const erSchemas = entries('erSchemas');
  const singleViews = entries('singleViews');
  const castFunctionNameOf = nameLookup(castFunctions, castFunctionName, ['castFunctionId', 'id', 'name']);
  const names = {
    erSchemaNameOf: nameLookup(erSchemas, erSchemaName, ['erSchemaId', 'id']),
    systemNameOf: nameLookup(systems, systemName, ['systemId', 'id']),
    projectionNameOf: nameLookup(
      projections.flatMap((inner) => inner.entries),
      projectionName,
      ['projectionId', 'id'],
    ),
  };
  const items: DocumentItem[] = [
    ...castFunctions.map(castFunctionItem),
    ...systems.map(systemItem),
    ...projections.flatMap(({ system, entries: own }) =>
      own.map((entry) => projectionItem(entry, systemName(system), castFunctionNameOf)),
    ),
    ...erSchemas.map(erSchemaItem),
    ...singleViews.map((entry) => singleViewItem(entry, names)),
  ];
  const ignored = [
    ...otherKeys(fastData, fastDataKeys),
    ...otherInnerKeys('castFunctions', castFunctions, castFunctionKeys),
    ...otherInnerKeys('systems', systems, systemKeys),
    ...otherInnerKeys(
      'systems.*.projections',
      projections.flatMap((inner) => inner.entries),
      projectionKeys,
    ),
    ...unreadTopics(projections.flatMap((inner) => inner.entries)),
    ...otherInnerKeys('erSchemas', erSchemas, erSchemaKeys),
    ...otherInnerKeys('singleViews', singleViews, singleViewKeys),
  ];
  const metadata = [...metadataKeys].filter((key) => holdsContent(fastData[key]));
  return {
    items,
    problems: [
      ...contentIgnored([...ignored, ...otherParts], ignoredReason),
      ...contentIgnored(metadata, metadataReason),
    ],
  };
}

function unreadTopics(projections: readonly LooseEntry[]): string[] {
  const keys = projections.flatMap(({ value }) => (isJsonObject(value) ? unreadOfTopics(value['topics']) : []));
  return [...new Set(keys)].map((key) => `systems.*.projections.*.${key}`);
}

function projectionEntries(system: LooseEntry): LooseEntry[] {
  return isJsonObject(system.value) ? entriesOf(system.value['projections'], `${system.at}/projections`) : [];
}

/** Looks a name up by the key of its entry or any of its ids. */
function nameLookup(
  entries: readonly LooseEntry[],
  nameOf: (entry: LooseEntry) => string,
  idKeys: readonly string[],
): NameOf {
  const nameById = new Map<string, string>();
  for (const entry of entries) {
    const ids = isJsonObject(entry.value) ? idKeys.map((key) => pickText(entry.value as JsonObject, [key])) : [];
    for (const id of [entry.key, ...ids]) if (id !== undefined) nameById.set(id, nameOf(entry));
  }
  return (id) => nameById.get(id) ?? id;
}

function otherInnerKeys(place: string, entries: readonly LooseEntry[], known: ReadonlySet<string>): string[] {
  const keys = entries.flatMap(({ value }) => (isJsonObject(value) ? otherKeys(value, known) : []));
  return [...new Set(keys)].map((key) => `${place}.*.${key}`);
}

function collectionItems(project: JsonObject): DocumentItem[] {
  const config = isJsonObject(project['config']) ? project['config'] : {};
  const entries = entriesOf(config['collections'], '/config/collections');
  return entries.map((entry) => dataModelItem(fastDataKinds.crudCollection, entry));
}

/** Parts of a whole project that are not imported. Single values beside them (commit ids and the like) are no content. */
function otherProjectKeys(project: JsonObject): string[] {
  const config = isJsonObject(project['config']) ? project['config'] : {};
  const collections = entriesOf(config['collections'], '');
  return [
    ...otherKeys(project, new Set(['config', 'fastDataConfig', ...metadataKeys])),
    ...otherKeys(config, new Set(['collections']))
      .filter((key) => isCollection(config[key]))
      .map((key) => `config.${key}`),
    ...otherInnerKeys('config.collections', collections, dataModelKeys),
  ];
}
