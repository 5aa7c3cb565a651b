/** What a chosen file looks like by its first characters: which options are shown first. The server decides what it is. */

export type FileShape = 'archive' | 'batch' | 'bundle' | 'product' | 'records' | 'reports' | 'table' | 'unknown';

export type UploadOption =
  | ('mode' | 'template' | 'private' | 'strategies' | 'deletion' | 'mirror' | 'collection')
  | ('format' | 'kind' | 'definition' | 'csv' | 'name' | 'strict');

/** In the order in which they stand on the screen. */
export const uploadOptions: readonly UploadOption[] = [
  ...(['kind', 'definition', 'csv', 'mode', 'template', 'strategies', 'collection'] as const),
  ...(['name', 'private', 'deletion', 'mirror', 'format', 'strict'] as const),
];

export interface ShapeWords {
  /** Follows "It looks like". */
  title: string;
  first: ReadonlySet<UploadOption>;
}

const words: Readonly<Record<FileShape, ShapeWords>> = {
  archive: { title: 'an archive of files', first: new Set(['mode', 'strategies']) },
  batch: { title: 'a batch file of Liferay', first: new Set(['strategies', 'deletion']) },
  bundle: { title: 'a bundle of Waybill', first: new Set(['mode']) },
  product: { title: 'a configuration file', first: new Set(['name', 'strategies']) },
  records: { title: 'records', first: new Set(['kind', 'definition', 'strategies']) },
  reports: { title: 'reports of Camunda Optimize', first: new Set(['collection', 'private']) },
  table: { title: 'a table of records', first: new Set(['kind', 'definition', 'csv', 'strategies']) },
  unknown: { title: 'something else', first: new Set(['format']) },
};

/** Options that only some files have a use for: of these formats, or of files that look like them. All other options fit every file. */
const formatsByOption: Readonly<Partial<Record<UploadOption, RegExp>>> = {
  kind: /^(?:waybill\/|objects\/|fast-data\/data-model$)/,
  definition: /^objects\//,
  csv: /^objects\/csv$/,
  collection: /^(?:waybill|analytics)\//,
  name: /^(?:fast-data\/(?!console-configuration$)|objects\/item$)/,
};

/** What a shape is in the end; an archive may hold anything, and what is unknown may be anything. */
const formatsOfShape: Readonly<Record<FileShape, readonly string[] | undefined>> = {
  archive: undefined,
  batch: ['objects/jsont'],
  bundle: ['waybill/json'],
  product: ['fast-data/data-model', 'objects/item'],
  records: ['objects/json'],
  reports: ['analytics/entities'],
  table: ['objects/csv'],
  unknown: undefined,
};

/** Whether a file has a use for an option: by the format that a person chose for it, else by what it looks like. */
export function fits(option: UploadOption, shape: FileShape, format: string | undefined): boolean {
  const users = formatsByOption[option];
  const possible = format === undefined ? formatsOfShape[shape] : [format];
  return users === undefined || possible === undefined || possible.some((each) => users.test(each));
}

/** Whether a file of this shape may hold records of Liferay. */
export function mayHoldRecords(shape: FileShape | undefined): boolean {
  return shape === 'batch' || shape === 'records' || shape === 'table';
}

export function wordsOfShape(shape: FileShape): ShapeWords {
  return words[shape];
}

/** How much of a file is looked at, in bytes. */
export const headBytes = 16_384;

/** `head`: the first characters of the file. */
export function shapeOf(head: string): FileShape {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('PK')) return 'archive';
  if (!/^[[{]/.test(text)) return /^.*[,;|\t]/.test(text) ? 'table' : 'unknown';
  if (text.includes('"waybill/bundle"')) return 'bundle';
  if (text.includes('"exportEntityType"')) return 'reports';
  if (/^\{\s*"(?:configuration|actions)"\s*:/.test(text)) return 'batch';
  return text.startsWith('[') || hasObjectPerLine(text) ? 'records' : 'product';
}

function hasObjectPerLine(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2).map((line) => line.trim());
  return first.endsWith('}') && second.startsWith('{');
}
