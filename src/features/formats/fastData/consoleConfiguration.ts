import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { contentIgnored, otherKeys } from '../scanning/contentIgnored.js';
import type { DocumentContent, DocumentFormat } from '../documents/documentReader.js';
import { castFunctionItem, castFunctionName } from './castFunctions.js';
import { erSchemaItem, erSchemaName, singleViewItem } from './consoleViews.js';
import { dataModelItem } from './dataModelItems.js';
import { entriesOf, fastDataKinds, leftOf, pickText } from './looseShapes.js';
import type { LooseEntry, LooseItem } from './looseShapes.js';
import { projectionItem, projectionName } from './projectionItems.js';
import type { NameOf } from './projectionItems.js';
import { systemItem, systemName } from './systemItems.js';

const collectionKeys = ['systems', 'castFunctions', 'singleViews', 'erSchemas'];
const metadataKeys: ReadonlySet<string> = new Set(['version', 'updatedAt', 'lastCommitId', 'deletedElements']);
const metadataReason = 'They describe how the configuration was saved; imported resources have their own history.';
const ignoredReason =
  'Only cast functions, systems of record with their projections, ER schemas, single views and collections can be imported.';

/**
 * A project's Fast Data configuration (`fastdata-config.json`), or the whole configuration of a project, with that as `fastDataConfig`
 * and the CRUD collections in `config`. The documentation of the product does not show the shape of systems, single views and ER
 * schemas, so several likely names of each member are tried. Items come after the items that they depend on.
 */
export const consoleConfigurationFormat: DocumentFormat = {
  name: 'fast-data/console-configuration',
  title: 'Mia-Platform Console configuration (Fast Data)',
  recognizes: (document) => isJsonObject(document) && (isFastData(document) || isProject(document)),
  extract: (document) => {
    const project = document as JsonObject;
    if (!isProject(project)) return fastDataContent(project, '');
    const inner = isJsonObject(project['fastDataConfig']) ? project['fastDataConfig'] : {};
    const collections = collectionItems(project);
    const fastData = fastDataContent(inner, '/fastDataConfig', otherProjectKeys(project, collections));
    return { items: [...fastData.items, ...collections], problems: fastData.problems };
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
  const castFunctionItems = castFunctions.map(castFunctionItem);
  const systemItems = systems.map(systemItem);
  const projectionItems = projections.flatMap(({ system, entries: own }) =>
    own.map((entry) => projectionItem(entry, systemName(system), castFunctionNameOf)),
  );
  const erSchemaItems = erSchemas.map(erSchemaItem);
  const singleViewItems = singleViews.map((entry) => singleViewItem(entry, names));
  const ignored = [
    ...otherKeys(fastData, metadataKeys).filter((key) => !collectionKeys.includes(key) || !isCollection(fastData[key])),
    ...leftOf('castFunctions.*.', castFunctionItems),
    ...leftOf('systems.*.', systemItems),
    ...leftOf('systems.*.projections.*.', projectionItems),
    ...leftOf('erSchemas.*.', erSchemaItems),
    ...leftOf('singleViews.*.', singleViewItems),
  ];
  const metadata = [...metadataKeys].filter((key) => Object.hasOwn(fastData, key));
  return {
    items: [...castFunctionItems, ...systemItems, ...projectionItems, ...erSchemaItems, ...singleViewItems],
    problems: [
      ...contentIgnored([...ignored, ...otherParts], ignoredReason),
      ...contentIgnored(metadata, metadataReason),
    ],
  };
}

function projectionEntries(system: LooseEntry): LooseEntry[] {
  return isJsonObject(system.value) ? entriesOf(system.value['projections'], `${system.at}/projections`) : [];
}

/** Finds names by the key of an entry or any of its ids. */
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

function collectionItems(project: JsonObject): LooseItem[] {
  const config = isJsonObject(project['config']) ? project['config'] : {};
  const entries = entriesOf(config['collections'], '/config/collections');
  return entries.map((entry) => dataModelItem(fastDataKinds.crudCollection, entry));
}

/** Parts of a whole project that are not imported. */
function otherProjectKeys(project: JsonObject, collections: readonly LooseItem[]): string[] {
  const { config = null, fastDataConfig = null } = project;
  const read = [
    ...(isJsonObject(config) ? ['config'] : []),
    ...(isJsonObject(fastDataConfig) ? ['fastDataConfig'] : []),
  ];
  const inside = isJsonObject(config) ? otherKeys(config, new Set(isCollection(config['collections']) ? ['collections'] : [])) : []; // prettier-ignore
  return [
    ...otherKeys(project, new Set(read)),
    ...inside.map((key) => `config.${key}`),
    ...leftOf('config.collections.*.', collections),
  ];
}
