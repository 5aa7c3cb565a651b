import { lostNumber } from '../../../shared/exactNumbers.js';
import { isJsonObject } from '../../../shared/json.js';
import type { FileSource } from '../format.js';
import { scanFile } from '../scanning/scanFile.js';
import { JsonFileScanner } from '../scanning/jsonFileScanner.js';
import type { ScanEvent, ScanOptions } from '../scanning/jsonFileScanner.js';
import { parseJsonBytes } from '../scanning/parseJsonBytes.js';
import type { JsonSlice } from '../scanning/parseJsonBytes.js';
import type { Problem } from '../../../shared/problem.js';
import { storableText } from '../../../shared/storableText.js';
import type { RecordEvent, RecordPlace } from './recordEvents.js';
import { withArticle } from '../../../shared/withArticle.js';

/** `list`: one JSON array. `lines`: JSON Lines. `items`: the array `items` of one object. */
export type JsonRecordLayout = 'list' | 'lines' | 'items';

const scanOptionsByLayout: Record<JsonRecordLayout, ScanOptions> = {
  list: { layout: 'elements' },
  lines: { layout: 'lines', skipsBadLines: true },
  items: { layout: 'members', listKey: 'items' },
};

/** Maximum length of an invalid line that is kept to be shown. */
const maxKeptBytes = 64 * 1024;

/**
 * Streams records from JSON. An element that is not an object is reported with its position, and reading continues. The same applies to
 * a line of JSON Lines that is invalid, too deep or not UTF-8. Any other invalid JSON ends the reading, because the rest cannot be
 * trusted.
 */
export async function* readJsonRecords(source: FileSource, layout: JsonRecordLayout): AsyncGenerator<RecordEvent[]> {
  const scanner = new JsonFileScanner(scanOptionsByLayout[layout]);
  let index = 0;
  for await (const found of scanFile(source, scanner)) {
    const events: RecordEvent[] = [];
    for (const event of found) {
      if (event.type === 'element' || event.type === 'badLine') index += 1;
      const read = readEvent(event, layout, index);
      if (read === undefined) continue;
      events.push(read);
      if (read.type !== 'problem') continue;
      yield events;
      return;
    }
    if (events.length > 0) yield events;
  }
}

function readEvent(event: ScanEvent, layout: JsonRecordLayout, index: number): RecordEvent | undefined {
  if (event.type === 'problem') return event;
  if (event.type === 'list') return undefined;
  const { slice } = event;
  if (event.type === 'badLine') {
    return brokenLine(event.problem, slice, { index, line: slice.line, bytesRead: event.bytesRead });
  }
  const parsed = parseJsonBytes(slice);
  if (event.type === 'member') {
    if ('problem' in parsed) return { type: 'problem', problem: parsed.problem };
    if (parsed.duplicate) return { type: 'problem', problem: inMember(event.key, parsed.duplicate) };
    return { type: 'member', key: event.key, value: parsed.value, line: slice.line };
  }
  const place = { index, line: slice.line, bytesRead: event.bytesRead };
  if ('problem' in parsed) {
    return layout === 'lines' ? brokenLine(parsed.problem, slice, place) : { type: 'problem', problem: parsed.problem };
  }
  return isJsonObject(parsed.value)
    ? { type: 'record', record: parsed.value, place, ...(parsed.duplicate && { problems: [parsed.duplicate] }) }
    : {
        type: 'broken',
        fault: `is ${nameOfValue(parsed.value)}, not an object`,
        place,
        record: { '(value)': parsed.value },
      };
}

function brokenLine(problem: Problem, slice: JsonSlice, place: RecordPlace): RecordEvent {
  const record = { '(text)': storableText(slice.bytes.toString('utf8', 0, maxKeptBytes)) };
  return { type: 'broken', fault: `is not valid JSON (${lowerFirst(problem.message)})`, place, record };
}

/** Adds the key of a top-level member to a problem inside it. */
function inMember(key: string, problem: Problem): Problem {
  return { ...problem, path: [key, ...problem.path] };
}

function nameOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (lostNumber(value) !== undefined) return 'a number';
  return typeof value === 'string' ? 'a text' : withArticle(typeof value);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
