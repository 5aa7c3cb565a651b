/** The options of an import as they stand in an address, so that a set of options can be shared. */
import type { CreateStrategy, ImportMode, StageImportInput, UpdateStrategy } from '../api/operations.generated.js';
import type { JsonObject } from '../json.js';
import type { FileShape } from './fileShape.js';

export interface ImportSearch {
  mode?: ImportMode;
  format?: string;
  createStrategy?: CreateStrategy;
  updateStrategy?: UpdateStrategy;
  kind?: string;
  definitionErc?: string;
  /** For a file that does not name its one resource. */
  name?: string;
  /** Of a CSV file: what separates two cells, and what encloses one. */
  delimiter?: string;
  quote?: string;
  /** Whether the first line of a CSV file names the columns. */
  hasHeader?: boolean;
  /** The id of a collection. */
  intoCollection?: string;
  isScopeExtended?: boolean;
  isPrivate?: boolean;
  isDeletionAllowed?: boolean;
  isStrict?: boolean;
  /** Kinds of which the import deletes what is no longer in the file. */
  mirrorKinds?: readonly string[];
  /** The id of a template. */
  template?: string;
}

export const entryKind = 'objects/ObjectEntry';

/** What must be chosen before a file of this shape can be read. */
export function whyIncomplete(shape: FileShape, { kind, definitionErc, format, template }: ImportSearch) {
  if (shape !== 'table' || format !== undefined || template !== undefined) return undefined;
  if (kind === undefined) return 'Choose the kind of the records first.';
  return kind === entryKind && definitionErc === undefined ? 'Choose the definition of the records first.' : undefined;
}

const texts = [
  ...(['format', 'kind', 'definitionErc', 'name', 'delimiter', 'quote'] as const),
  ...(['intoCollection', 'template'] as const),
];
const flags = ['hasHeader', 'isScopeExtended', 'isPrivate', 'isDeletionAllowed', 'isStrict'] as const;

export function readImportSearch(given: Record<string, unknown>): ImportSearch {
  const search: ImportSearch = {};
  const { mode, createStrategy, updateStrategy, mirrorKinds } = given;
  if (mode === 'COPY' || mode === 'REFERENCE') search.mode = mode;
  if (createStrategy === 'INSERT' || createStrategy === 'UPSERT') search.createStrategy = createStrategy;
  if (updateStrategy === 'UPDATE' || updateStrategy === 'PARTIAL_UPDATE') search.updateStrategy = updateStrategy;
  if (Array.isArray(mirrorKinds)) {
    const kinds = mirrorKinds.filter((kind) => typeof kind === 'string');
    if (kinds.length > 0) search.mirrorKinds = kinds;
  }
  for (const name of texts) {
    const value = given[name];
    // An address turns a text of digits into a number.
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') search[name] = String(value);
  }
  for (const name of flags) {
    const value = given[name];
    if (typeof value === 'boolean') search[name] = value;
  }
  return search;
}

/** The options of a plan that exists, for the next file. */
export function searchOfSettings(settings: JsonObject): ImportSearch {
  const { csv, ...rest } = settings;
  return readImportSearch({ ...rest, ...(typeof csv === 'object' && !Array.isArray(csv) && csv) });
}

export function stageInputOf(search: ImportSearch, branchId: string): Omit<StageImportInput, 'file'> {
  const { mode, format, template, delimiter, quote, hasHeader, mirrorKinds, ...options } = search;
  const csv = { ...(delimiter !== undefined && { delimiter }), ...(quote !== undefined && { quote }) };
  return {
    branchId,
    ...(mode && { mode }),
    ...(format !== undefined && { format }),
    options: {
      ...options,
      ...(mirrorKinds && { mirrorKinds: [...mirrorKinds] }),
      ...((Object.keys(csv).length > 0 || hasHeader !== undefined) && {
        csv: { ...csv, ...(hasHeader !== undefined && { hasHeader }) },
      }),
      ...(template !== undefined && { templateId: template }),
    },
  };
}
