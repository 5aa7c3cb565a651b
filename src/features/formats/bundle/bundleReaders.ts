import type { FileEvent, FileHead, FileSource, FormatReader, ReadOptions } from '../format.js';
import { inBatches } from '../eventBatches.js';
import { scanFile } from '../scanning/scanFile.js';
import { JsonFileScanner } from '../scanning/jsonFileScanner.js';
import type { ScanEvent, ScanOptions } from '../scanning/jsonFileScanner.js';
import { maxNestingDepth } from '../../../shared/limits.js';
import { BundleDigest } from './bundleDigest.js';
import { draftMember } from './bundleHeader.js';
import { addCanonical, BundleReading, isTrailer } from './bundleReading.js';
import { parseJsonBytes } from '../scanning/parseJsonBytes.js';
import type { JsonSlice } from '../scanning/parseJsonBytes.js';

type BundleLayout = 'JSON' | 'JSONL';

// The record around a spec adds one level.
const maxDepth = maxNestingDepth + 1;
const scanOptionsByLayout: Record<BundleLayout, ScanOptions> = {
  JSON: { layout: 'members', listKey: 'resources', maxDepth },
  JSONL: { layout: 'lines', skipsBadLines: true, maxDepth },
};
const bundleKeys: ReadonlySet<string> = new Set([
  ...['format', 'formatVersion', draftMember, 'source', 'requirements', 'resources', 'count', 'digest'],
]);
const formatMember = /"format"\s*:\s*"waybill\/bundle"/;

/** Waybill's own bundle as one JSON document. It is streamed, so the size of the file does not matter. */
export const bundleJsonReader: FormatReader = {
  name: 'waybill/json',
  title: 'Waybill bundle (JSON)',
  recognizes: (head) => looksLikeBundle(head) && !looksLikeLines(head),
  read: (options) => readBundle('JSON', options),
};

/** Waybill's own bundle as JSON Lines: header, one record per line, trailer. */
export const bundleLinesReader: FormatReader = {
  name: 'waybill/jsonl',
  title: 'Waybill bundle (JSON Lines)',
  recognizes: (head) => looksLikeBundle(head) && looksLikeLines(head),
  read: (options) => readBundle('JSONL', options),
};

function looksLikeBundle(head: FileHead): boolean {
  const keys = head.topLevelKeys;
  if (keys[0] === undefined) return false;
  if (keys.includes('format')) return formatMember.test(head.text);
  // A file that was edited by hand may have its header after the resources, outside the head.
  return !head.isWhole && keys.includes('resources') && keys.every((key) => bundleKeys.has(key));
}

/** Whether the first line is a header. If the head contains no complete line: whether it is the start of one. */
function looksLikeLines(head: FileHead): boolean {
  if (head.topLevelKeys.includes('resources')) return false;
  const lineEnd = head.text.trimStart().indexOf('\n');
  if (lineEnd < 0) return true;
  return head.text.trimStart().slice(0, lineEnd).trimEnd().endsWith('}') && head.topLevelKeys.length > 1;
}

async function* readBundle(layout: BundleLayout, options: ReadOptions): AsyncGenerator<FileEvent[]> {
  const scanner = new JsonFileScanner(scanOptionsByLayout[layout]);
  const reading = new BundleReading(layout, options);
  let isHeadRead = false;
  for await (const found of scanFile(options, scanner)) {
    const headEnd: number = isHeadRead ? 0 : endOfHead(layout, found);
    isHeadRead ||= headEnd > 0;
    // What is known of the records depends on the source, which the header usually states.
    for (const part of headEnd > 0 ? [found.slice(0, headEnd), found.slice(headEnd)] : [found]) {
      await options.known?.expect(part.length);
      yield* inBatches(reading.take(part));
      if (reading.isOver) return;
    }
  }
  yield await reading.finish(scanner.line, (headerText) => digestAgain(layout, options, headerText));
}

/** The number of events up to the start of the records; 0 if that is not among them. */
function endOfHead(layout: BundleLayout, events: readonly ScanEvent[]): number {
  return events.findIndex(({ type }) => type === (layout === 'JSONL' ? 'element' : 'list')) + 1;
}

async function digestAgain(layout: BundleLayout, source: FileSource, headerText: string): Promise<string> {
  const digest = new BundleDigest(headerText);
  let isHeader = layout === 'JSONL';
  for await (const found of scanFile(source, new JsonFileScanner(scanOptionsByLayout[layout]))) {
    for (const event of found) {
      if (event.type !== 'element') continue;
      if (!isHeader && !(layout === 'JSONL' && isTrailerSlice(event.slice))) addCanonical(digest, event.slice);
      isHeader = false;
    }
  }
  return digest.end();
}

function isTrailerSlice(slice: JsonSlice): boolean {
  const parsed = parseJsonBytes(slice);
  return 'value' in parsed && isTrailer(parsed.value);
}
