import { escapePointerSegment } from '../../../shared/jsonPointer.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import { contentIgnored, otherKeys } from '../scanning/contentIgnored.js';
import type { DocumentContext, DocumentFormat, DocumentItem } from '../documents/documentReader.js';
import { quote } from '../scanning/fileProblems.js';
import { entriesOf, fastDataKinds, leftOf, pickText } from './looseShapes.js';
import type { LooseItem } from './looseShapes.js';
import { Members, textOf } from './members.js';
import { storerProjectionItem } from './storerProjection.js';
import { adapterOf } from './systemItems.js';

const readKeys: ReadonlySet<string> = new Set(['settings', 'projections']);
const pathKeys = ['filepath', 'filePath', 'path'] as const;
// Names of keys only, because the values contain addresses and secrets of the service.
const ignoredReason = 'They belong to the service that writes the projections, and services are never imported.';

/** The configuration of a Projection Storer: one system of record with its projections. */
export const projectionStorerFormat: DocumentFormat = {
  name: 'fast-data/projection-storer',
  title: 'Projection Storer configuration',
  recognizes: (document) =>
    isJsonObject(document) &&
    isJsonObject(document['settings']) &&
    isJsonObject(document['projections']) &&
    ('systemOfRecords' in document['settings'] || Object.values(document['projections']).some(hasMapping)),
  extract: (document, context) => {
    const file = document as JsonObject;
    const settings = isJsonObject(file['settings']) ? file['settings'] : {};
    const system = systemItem(settings, context);
    const projections = entriesOf(file['projections'], '/projections').map((entry) =>
      storerProjectionItem(entry, system.name),
    );
    const ignored = [
      ...otherKeys(file, readKeys),
      ...leftOf('settings.', [system]),
      ...leftOf('projections.*.', projections),
    ];
    return {
      items: [...castFunctionItems(settings), system, ...projections],
      problems: contentIgnored(ignored, ignoredReason),
    };
  },
};

function hasMapping(projection: JsonValue): boolean {
  return isJsonObject(projection) && isJsonObject(projection['fieldsMapping']);
}

/** The name is that of the only system in the file. All other settings are kept. */
function systemItem(settings: JsonObject, context: DocumentContext): LooseItem {
  const { systemOfRecords = null, ...rest } = settings;
  const first = Array.isArray(systemOfRecords) ? (systemOfRecords[0] ?? null) : systemOfRecords;
  const name = textOf(first);
  const isRead = name !== undefined && (!Array.isArray(systemOfRecords) || systemOfRecords.length === 1);
  return {
    kind: fastDataKinds.systemOfRecord,
    name: name ?? context.name,
    at: '/settings/systemOfRecords',
    spec: { ...adapterOf(new Members(settings), ['dataSourceAdapter']), settings: rest },
    left: isRead || !('systemOfRecords' in settings) ? [] : ['systemOfRecords'],
  };
}

/**
 * Custom cast functions are files of the service, so the spec has the name of the file. Other members stay in the settings of the
 * system.
 */
function castFunctionItems(settings: JsonObject): DocumentItem[] {
  const { castFunctions } = settings;
  if (!isJsonObject(castFunctions)) return [];
  return Object.entries(castFunctions).map(([name, file]) => {
    const path = isJsonObject(file) ? pickText(file, pathKeys) : file;
    const message = `The file does not state the return type of the cast function ${quote(name)}; "all" was assumed.`;
    return {
      kind: fastDataKinds.castFunction,
      name,
      at: `/settings/castFunctions/${escapePointerSegment(name)}`,
      spec: { dataType: 'all', casting: typeof path === 'string' ? `__fromFile__[${path}]` : '', type: 'custom' },
      problems: [warningProblem('FIELD_TYPE_ASSUMED', message, { path: ['dataType'] })],
    };
  });
}
