import { escapePointerSegment } from '../../../shared/jsonPointer.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import { contentIgnored, otherKeys } from '../documents/contentIgnored.js';
import type { DocumentContext, DocumentFormat, DocumentItem } from '../documents/documentReader.js';
import { quote } from '../scanning/fileProblems.js';
import { entriesOf, fastDataKinds, pickText } from './looseShapes.js';
import { storerProjectionItem, unreadOfStorerProjection } from './storerProjection.js';
import { adapterOf } from './systemItems.js';

const readKeys: ReadonlySet<string> = new Set(['version', 'settings', 'projections']);
const pathKeys = ['filepath', 'filePath', 'path'] as const;
// Names of keys only: the parts that are left out hold addresses and secrets of the service.
const ignoredReason = 'They belong to the service that writes the projections, and services are never imported.';

/** The configuration of a Projection Storer: one system of record with all that its projections are. */
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
    const projections = entriesOf(file['projections'], '/projections');
    const inner = projections.flatMap(unreadOfStorerProjection).map((key) => `projections.*.${key}`);
    const ignored = [...otherKeys(file, readKeys), ...new Set([...unreadOfCastFunctions(settings), ...inner])];
    return {
      items: [
        ...castFunctionItems(settings),
        system,
        ...projections.map((entry) => storerProjectionItem(entry, system.name)),
      ],
      problems: contentIgnored(ignored, ignoredReason),
    };
  },
};

function hasMapping(projection: JsonValue): boolean {
  return isJsonObject(projection) && isJsonObject(projection['fieldsMapping']);
}

function systemItem(settings: JsonObject, context: DocumentContext): DocumentItem {
  const { systemOfRecords, ...rest } = settings;
  const [first] = Array.isArray(systemOfRecords) ? systemOfRecords : [systemOfRecords];
  const name = typeof first === 'string' && first !== '' ? first : context.name;
  const spec = { ...adapterOf([settings['dataSourceAdapter']]), settings: rest };
  return { kind: fastDataKinds.systemOfRecord, name, at: '/settings/systemOfRecords', spec };
}

/** Custom cast functions are files of the service: the spec names the file, and says that the type is not known. */
function castFunctionItems(settings: JsonObject): DocumentItem[] {
  const { castFunctions } = settings;
  if (!isJsonObject(castFunctions)) return [];
  return Object.entries(castFunctions).map(([name, file]) => {
    const path = isJsonObject(file) ? pickText(file, pathKeys) : file;
    const message = `The file does not say what the cast function ${quote(name)} returns; "all" was assumed.`;
    return {
      kind: fastDataKinds.castFunction,
      name,
      at: `/settings/castFunctions/${escapePointerSegment(name)}`,
      spec: { dataType: 'all', casting: typeof path === 'string' ? `__fromFile__[${path}]` : '', type: 'custom' },
      problems: [warningProblem('FIELD_TYPE_ASSUMED', message, { path: ['dataType'] })],
    };
  });
}

function unreadOfCastFunctions({ castFunctions }: JsonObject): string[] {
  return entriesOf(castFunctions, '').flatMap(({ value }) =>
    isJsonObject(value) ? otherKeys(value, new Set(pathKeys)).map((key) => `settings.castFunctions.*.${key}`) : [],
  );
}
