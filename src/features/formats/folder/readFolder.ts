/**
 * Reads a folder with one file for each resource. People edit it and Git merges it, so it states no digest and no count, and every fault is
 * found: each is about one file; those of an item are its problems. What decides is the content of a file; its path must agree with it. Memory holds one resource, and the
 * names of all.
 */
import { isUtf8 } from 'node:buffer';
import { exactJson } from '../../../shared/exactNumbers.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { maxItemBytes, maxNestingDepth } from '../../../shared/limits.js';
import type { Problem } from '../../../shared/problem.js';
import { readSource } from '../bundle/bundleHeader.js';
import { readRecord } from '../bundle/readRecord.js';
import { loadDocument } from '../documents/loadDocument.js';
import type { FileItem } from '../format.js';
import { itemTooLarge, notUtf8, quote } from '../scanning/fileProblems.js';
import {
  folderFormat,
  folderFormatVersion,
  folderManifest,
  folderOfPath,
  halfWrittenMark,
  isRecordPath,
  type FolderEvent,
  type FolderFiles,
} from './folderFiles.js';
import * as problems from './folderProblems.js';
import { findMergeMarker } from './mergeMarkers.js';
import { PlacesInFolder } from './placesInFolder.js';
import { putTexts, textFilesOf } from './textFiles.js';

export async function* readFolder(files: FolderFiles): AsyncGenerator<FolderEvent> {
  if (files.isHalfWritten) yield { type: 'fault', path: halfWrittenMark, problem: problems.halfWritten() };
  yield await readManifest(files);
  // Of another folder, such as the one that a person is in, nothing else is worth saying.
  if (!files.paths.includes(folderManifest)) return;
  for (const path of files.refused) yield { type: 'fault', path, problem: problems.linkRefused() };
  const present = new Set(files.paths);
  const used = new Set<string>();
  const places = new PlacesInFolder();
  for (const path of files.paths.filter(isRecordPath)) {
    const read = await new RecordReading(files, { path, present, used }).read();
    if ('problem' in read) {
      yield { type: 'fault', path, problem: read.problem };
      continue;
    }
    places.add(path, read.item);
    yield { type: 'item', path, ...read };
  }
  yield* places.faults();
  for (const path of files.paths)
    if (isLeftOver(path, used)) yield { type: 'fault', path, problem: problems.unusedFile() };
}

/** A text beside resources that none of them names. What lies directly in the folder, and notes, are nobody's. */
function isLeftOver(path: string, used: ReadonlySet<string>): boolean {
  return path.includes('/') && !isRecordPath(path) && !used.has(path) && !/\.md$/i.test(path);
}

async function readManifest(files: FolderFiles): Promise<FolderEvent> {
  const fault = (problem: Problem): FolderEvent => ({ type: 'fault', path: folderManifest, problem });
  if (!files.paths.includes(folderManifest)) return fault(problems.noManifest());
  const loaded = await loadJson(await files.read(folderManifest));
  if ('problem' in loaded) return fault(loaded.problem);
  const { format, formatVersion, source } = isJsonObject(loaded.value) ? loaded.value : {};
  if (format !== folderFormat)
    return fault(problems.badManifest(format === undefined ? 'does not' : `states ${quote(exactJson(format))}`));
  if (formatVersion !== folderFormatVersion)
    return fault(problems.otherVersion(formatVersion === undefined ? 'none' : quote(exactJson(formatVersion))));
  return { type: 'source', source: { ...readSource(source), exportedAt: null, exportedBy: null } };
}

interface RecordPlace {
  path: string;
  present: ReadonlySet<string>;
  /** Texts that are named; this reading adds its own. */
  used: Set<string>;
}

/** The reading of one resource and of the texts beside it. */
class RecordReading {
  constructor(
    private readonly files: FolderFiles,
    private readonly place: RecordPlace,
  ) {}

  async read(): Promise<{ item: FileItem; sizeBytes: number } | { problem: Problem }> {
    const { path } = this.place;
    const bytes = await this.files.read(path);
    const loaded = await loadJson(bytes);
    if ('problem' in loaded) return loaded;
    const record = loaded.value;
    if (!isJsonObject(record) || !('kind' in record) || !('name' in record)) return { problem: problems.noRecord() };
    const { spec } = record;
    const texts = isJsonObject(spec) ? await this.readTexts(spec) : undefined;
    if (texts && 'problem' in texts) return texts;
    const whole = texts && isJsonObject(spec) ? { ...record, spec: putTexts(spec, texts.textByFile) } : record;
    const read = readRecord(whole, { line: 1, fallbackKind: undefined });
    if ('problem' in read) return read;
    // A digest that somebody left in the file is that of an earlier content.
    const item: FileItem = { ...read.item, claimedDigest: null, member: `${this.files.base}${path}` };
    return { item, sizeBytes: bytes.length + (texts?.sizeBytes ?? 0) };
  }

  private async readTexts(
    spec: JsonObject,
  ): Promise<{ textByFile: ReadonlyMap<string, string>; sizeBytes: number } | { problem: Problem }> {
    const textByFile = new Map<string, string>();
    let sizeBytes = 0;
    for (const name of textFilesOf(spec)) {
      if (!isPlainName(name))
        return { problem: problems.badFileMember(quote(typeof name === 'string' ? name : exactJson(name))) };
      const path = `${folderOfPath(this.place.path)}${name}`;
      if (!this.place.present.has(path)) return { problem: problems.noTextFile(name) };
      this.place.used.add(path);
      const bytes = await this.files.read(path);
      sizeBytes += bytes.length;
      if (sizeBytes > maxItemBytes) return { problem: itemTooLarge(1) };
      const fault = faultOfText(bytes);
      if (fault) return { problem: { ...fault, message: `In ${quote(name)}: ${fault.message}` } };
      textByFile.set(name, bytes.toString('utf8'));
    }
    return { textByFile, sizeBytes };
  }
}

function isPlainName(name: JsonValue): name is string {
  return typeof name === 'string' && name !== '' && !/[/\\]/.test(name) && !name.startsWith('.');
}

function faultOfText(bytes: Buffer): Problem | undefined {
  if (!isUtf8(bytes)) return notUtf8(1);
  const conflict = findMergeMarker(bytes.toString('utf8'));
  return conflict === undefined ? undefined : problems.mergeConflict(conflict);
}

async function loadJson(bytes: Buffer): Promise<{ value: JsonValue } | { problem: Problem }> {
  const conflict = findMergeMarker(bytes.toString('utf8'));
  if (conflict !== undefined) return { problem: problems.mergeConflict(conflict) };
  if (bytes.length > maxItemBytes) return { problem: itemTooLarge(1) };
  const open = () => (async function* () { yield await Promise.resolve(bytes); })(); // prettier-ignore
  // The record around a spec adds one level.
  const limits = { maxBytes: maxItemBytes, maxDepth: maxNestingDepth + 1 };
  const loaded = await loadDocument({ open }, bytes.length, limits);
  if ('problem' in loaded) return loaded;
  return loaded.duplicate ? { problem: loaded.duplicate } : { value: loaded.document };
}
