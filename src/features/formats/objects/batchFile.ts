/**
 * Batch files of Liferay (`*.batch-engine-data.json`): one object with `items` and usually `configuration`. A saved page of the REST API
 * has `items` too, and page numbers. The configuration is read first, wherever it is in the file.
 */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { contentIgnored } from '../scanning/contentIgnored.js';
import type { FileEvent, FileHead, FormatReader, ReadOptions, StatedSettings } from '../format.js';
import { scanFile } from '../scanning/scanFile.js';
import { JsonFileScanner } from '../scanning/jsonFileScanner.js';
import { parseJsonBytes } from '../scanning/parseJsonBytes.js';
import { readJsonRecords } from '../records/jsonRecords.js';
import type { RecordEvent } from '../records/recordEvents.js';
import { readBatchSettings } from './batchSettings.js';
import type { BatchSettings } from './batchSettings.js';
import { definitionOfDelegate, findClass } from './objectsClasses.js';
import { readObjects } from './readObjects.js';

const batchKeys: ReadonlySet<string> = new Set(['actions', 'configuration', 'items']);
const pageKeys: ReadonlySet<string> = new Set([
  'actions',
  'facets',
  'items',
  'lastPage',
  'page',
  'pageSize',
  'totalCount',
]);

/** JSONT: files that Liferay exports with settings, and files that people write for Liferay. */
export const batchFileReader: FormatReader = {
  name: 'objects/jsont',
  title: 'Liferay batch file (JSONT, *.batch-engine-data.json)',
  recognizes: (head) => head.topLevelKeys.includes('configuration') && hasItems(head),
  read: readBatchFile,
};

/** A saved response of the REST API. */
export const savedPageReader: FormatReader = {
  name: 'objects/page',
  title: 'Liferay items, a saved page of the REST interface',
  recognizes: ({ topLevelKeys }) => topLevelKeys.includes('items') && topLevelKeys.every((key) => pageKeys.has(key)),
  read: readBatchFile,
};

/** In a file that is larger than its head, the items may come after the head. */
function hasItems({ topLevelKeys, isWhole, text }: FileHead): boolean {
  return topLevelKeys.includes('items') || (!isWhole && /"className"\s*:/.test(text));
}

async function* readBatchFile(options: ReadOptions): AsyncGenerator<FileEvent[]> {
  const outer = await readOuterMembers(options);
  if ('problem' in outer) {
    yield [{ type: 'problem', problem: outer.problem }];
    return;
  }
  const { members, configurationLine } = outer;
  const { configuration } = members;
  const settings = isJsonObject(configuration) ? readBatchSettings(configuration, configurationLine) : undefined;
  const mapping = options.mapping ?? settings?.mapping;
  const beside: JsonObject = {};
  yield* readObjects({
    options: { ...options, mapping },
    statement: {
      className: settings?.className,
      definitionName: settings?.delegate === undefined ? undefined : definitionOfDelegate(settings.delegate),
      parentErc: settings?.parentErc,
      site: settings?.site,
      siteNumber: settings?.siteNumber,
      settings: statedSettings(settings, options),
      restrictedFields: settings?.restrictedFields ?? [],
    },
    settings: statedSettings(settings, options),
    problems: [...(settings?.problems ?? []), ...refuseConfiguration(configuration)],
    records: (source) => notingMembers(readJsonRecords(source, 'items'), beside),
    finish: (count) => [...unknownMembers(beside), ...missingPages(beside, count)],
  });
}

interface OuterMembers {
  members: JsonObject;
  configurationLine: number | undefined;
}

/** Reads the members before the items; all members if `configuration` is not among them. */
async function readOuterMembers(options: ReadOptions): Promise<OuterMembers | { problem: Problem }> {
  const scanner = new JsonFileScanner({ layout: 'members', listKey: 'items' });
  const found: OuterMembers = { members: {}, configurationLine: undefined };
  let hasItemsList = false;
  for await (const events of scanFile(options, scanner)) {
    for (const event of events) {
      if (event.type === 'problem') return event;
      if (event.type === 'list') {
        if ('configuration' in found.members) return found;
        hasItemsList = true;
      }
      if (event.type !== 'member') continue;
      const parsed = parseJsonBytes(event.slice);
      if ('problem' in parsed) return parsed;
      if (parsed.duplicate) return { problem: { ...parsed.duplicate, path: [event.key, ...parsed.duplicate.path] } };
      found.members[event.key] = parsed.value;
      if (event.key === 'configuration') found.configurationLine = event.slice.line;
    }
  }
  return hasItemsList ? found : { problem: noItems() };
}

/** Yields the records. Other members go into `beside`, which keeps little of them. */
async function* notingMembers(
  records: AsyncIterable<RecordEvent[]>,
  beside: JsonObject,
): AsyncGenerator<RecordEvent[]> {
  for await (const events of records) {
    for (const event of events) {
      // Not by assignment, because of the key "__proto__".
      if (event.type === 'member')
        Object.defineProperty(beside, event.key, { value: keptOf(event.value), enumerable: true });
    }
    yield events;
  }
}

function keptOf(value: JsonValue): JsonValue {
  return typeof value === 'number' ? value : null;
}

function statedSettings(settings: BatchSettings | undefined, { kind }: ReadOptions): StatedSettings | undefined {
  const known = kind ?? findClass(settings?.className ?? '')?.kind;
  if (!settings || known === undefined) return undefined;
  return { kind: known, ...settings.strategies, ...(settings.mapping ? { mapping: settings.mapping } : {}) };
}

function refuseConfiguration(configuration: JsonValue | undefined): Problem[] {
  if (configuration === undefined || isJsonObject(configuration)) return [];
  const message = 'The member "configuration" of the file is not an object.';
  return [errorProblem('FORMAT_UNRECOGNIZED', message, { path: ['configuration'] })];
}

function unknownMembers(members: JsonObject): Problem[] {
  const unknown = Object.keys(members).filter((key) => !batchKeys.has(key) && !pageKeys.has(key));
  return contentIgnored(unknown, 'A batch file consists of "configuration" and "items".');
}

function missingPages({ totalCount, page, lastPage }: JsonObject, count: number): Problem[] {
  if (typeof totalCount !== 'number' || totalCount <= count) return [];
  const which = typeof page === 'number' && typeof lastPage === 'number' ? `page ${page} of ${lastPage}` : 'one page';
  const message = `The file is ${which}: it contains ${count} of ${totalCount} items.`;
  const fix = 'Request all items with a larger "pageSize", or import the other pages too.';
  return [warningProblem('COUNT_MISMATCH', message, { path: ['totalCount'], fix })];
}

function noItems(): Problem {
  return errorProblem('FORMAT_UNRECOGNIZED', 'The file has no list "items".', { path: ['items'] });
}
