/** The settings of an import in the words of the products. */
import type { CreateStrategy, UpdateStrategy } from '../api/operations.generated.js';

interface Word<Value extends string> {
  value: Value;
  text: string;
}

/** For files of records, which Liferay's words are about. */
const ofRecords = {
  create: [
    { value: 'INSERT', text: 'Only Add New Records' },
    { value: 'UPSERT', text: 'Add or Update Records' },
  ],
  update: [
    { value: 'UPDATE', text: 'Overwrite Records' },
    { value: 'PARTIAL_UPDATE', text: 'Update Changed Record Fields' },
  ],
} as const;

const ofResources = {
  create: [
    { value: 'INSERT', text: 'a collision, to be decided' },
    { value: 'UPSERT', text: 'is updated' },
  ],
  update: [
    { value: 'UPDATE', text: 'the whole spec' },
    { value: 'PARTIAL_UPDATE', text: 'only the fields of the file' },
  ],
} as const;

interface StrategyWords {
  create: readonly Word<CreateStrategy>[];
  update: readonly Word<UpdateStrategy>[];
}

/** What a copy does where the branch has its name already, and how it updates. */
export function strategyWords(isOfRecords: boolean): StrategyWords {
  return isOfRecords ? ofRecords : ofResources;
}

/** Whether a format holds records of Liferay. */
export function isOfRecords(format: string | null | undefined): boolean {
  return format?.startsWith('objects/') ?? false;
}

/** What separates the cells of a table. */
export const delimiters: readonly Word<string>[] = [
  { value: ',', text: 'commas' },
  { value: ';', text: 'semicolons' },
  { value: '\t', text: 'tabs' },
  { value: '|', text: 'vertical bars' },
];

/** What encloses a cell of a table. */
export const quotes: readonly Word<string>[] = [{ value: "'", text: 'single quotes' }];

/** Formats that a content may not tell apart from others. */
export const formats: readonly Word<string>[] = [
  { value: 'waybill/json', text: 'Waybill bundle, JSON' },
  { value: 'waybill/jsonl', text: 'Waybill bundle, JSON Lines' },
  { value: 'objects/csv', text: 'Records, CSV' },
  { value: 'objects/json', text: 'Records, JSON' },
  { value: 'objects/jsonl', text: 'Records, JSON Lines' },
  { value: 'objects/jsont', text: 'Liferay batch, JSONT' },
  { value: 'fast-data/console-configuration', text: 'Fast Data configuration of a Console' },
  { value: 'fast-data/er-schema', text: 'ER schema' },
  { value: 'fast-data/aggregation', text: 'Aggregation of a single view' },
  { value: 'fast-data/data-model', text: 'Data models' },
  { value: 'fast-data/projection-storer', text: 'Projection Storer configuration' },
  { value: 'analytics/entities', text: 'Camunda Optimize entities' },
];

const titleByFormat = new Map([
  ...formats.map(({ value, text }) => [value, text] as const),
  ['archive/zip', 'ZIP archive'],
]);

export function formatTitle(format: string): string {
  return titleByFormat.get(format) ?? format;
}
