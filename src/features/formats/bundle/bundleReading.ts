/**
 * Reads one bundle: turns the events of the scanner into file events, and checks count and digest. The digest is first computed over the
 * bytes of the records, which is right for files that Waybill wrote. If it differs, the file is read a second time and the digest is
 * computed over each record in canonical form, so that a reformatted file, or one whose header comes last, is accepted.
 */
import { canonicalJson } from '../../../shared/canonicalJson.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { contentIgnored } from '../scanning/contentIgnored.js';
import type { FileEvent, FileItem, ReadOptions } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import type { ScanEvent } from '../scanning/jsonFileScanner.js';
import { parseJsonBytes } from '../scanning/parseJsonBytes.js';
import type { JsonSlice, ParsedJson } from '../scanning/parseJsonBytes.js';
import { BundleDigest } from './bundleDigest.js';
import {
  afterTrailer,
  draftUnclear,
  noDigest,
  noList,
  emptyBundle,
  noTrailer,
  otherCount,
  otherDigest,
} from './bundleProblems.js';
import { digestedHeader, draftMember, readSource, refuseHeader, unreadOfSource } from './bundleHeader.js';
import { recordHashOf } from './recordHash.js';
import { brokenRecord, readRecord } from './readRecord.js';

const headerKeys: ReadonlySet<string> = new Set([
  'format',
  'formatVersion',
  draftMember,
  'source',
  'requirements',
  'count',
  'digest',
]);

/** Reads the file again and returns the digest over the records in canonical form. */
export type DigestAgain = (headerText: string) => Promise<string>;

/** The part of a scan event that a record needs. */
type RecordPart = Pick<Extract<ScanEvent, { type: 'element' }>, 'slice' | 'bytesRead'> & {
  recordHash?: string | undefined;
};

type ParsedValue = Exclude<ParsedJson, { problem: Problem }>;

/** The state of reading one bundle. */
export class BundleReading {
  /** True after an error about the whole file: nothing more is read. */
  isOver = false;
  private readonly members = new Map<string, JsonValue>();
  private digest: BundleDigest | undefined;
  private count = 0;
  private hasList = false;
  private isSourceGiven = false;
  /** Whether the source was given among the events that are being taken: what is known belongs to the source before. */
  private isSourceNew = false;
  private trailerLine: number | undefined;
  private events: FileEvent[] = [];

  constructor(
    private readonly layout: 'JSON' | 'JSONL',
    private readonly options: Pick<ReadOptions, 'kind' | 'known'>,
  ) {}

  /** Handles the events of one chunk. */
  take(found: readonly ScanEvent[]): FileEvent[] {
    this.events = [];
    this.isSourceNew = false;
    for (const event of found) {
      if (this.isOver) break;
      if (event.type === 'problem') this.refuse(event.problem);
      else if (event.type === 'list') this.hasList = true;
      else if (event.type === 'badLine') this.takeBroken(event.problem, null, event);
      else this.takeValue(event);
    }
    return this.events;
  }

  /** Checks count and digest at the end of the file. `endLine`: its last line. */
  async finish(endLine: number, digestAgain: DigestAgain): Promise<FileEvent[]> {
    this.events = [];
    const problem = this.refuseClaims(endLine);
    const headerText = this.headerText();
    if (problem !== undefined) this.refuse(problem);
    else if (this.isDraft) this.endDraft(headerText);
    else await this.compareDigest(this.digestOver(headerText) ?? '', () => digestAgain(headerText));
    return this.events;
  }

  private get isDraft(): boolean {
    return this.members.get(draftMember) === true;
  }

  /** A draft has no count or digest to compare. */
  private endDraft(headerText: string): void {
    this.giveSource();
    const bundleDigest = this.digestOver(headerText) ?? new BundleDigest(headerText).end();
    this.events.push({ type: 'end', bundleDigest, claimedDigest: null, claimedCount: null });
  }

  /** In a draft, a malformed record blocks only itself. In any other bundle it means that the file is damaged. */
  private takeBroken(problem: Problem, value: JsonValue, { slice, bytesRead }: RecordPart): void {
    if (!this.isDraft || !this.hasList || this.trailerLine !== undefined) {
      this.refuse(problem);
      return;
    }
    this.count += 1;
    const place = { line: slice.line, fallbackKind: this.options.kind };
    this.events.push({ type: 'item', item: brokenRecord(value, { ...place, problem, index: this.count }), bytesRead });
  }

  private takeValue(event: Exclude<ScanEvent, { type: 'problem' | 'list' | 'badLine' }>): void {
    const part = event.type === 'element' ? this.withHash(event) : undefined;
    if (part && this.takeKnown(part)) return;
    const parsed = parseJsonBytes(event.slice);
    if ('problem' in parsed) {
      if (part) this.takeBroken(parsed.problem, null, part);
      else this.refuse(parsed.problem);
    } else if (event.type === 'member') {
      if (parsed.duplicate) this.refuse({ ...parsed.duplicate, path: [event.key, ...parsed.duplicate.path] });
      else this.takeMember(event.key, parsed.value, event.slice.line);
    } else if (part && this.layout === 'JSON') this.takeRecord(parsed, part);
    else if (part) this.takeLine(parsed, part);
  }

  /** Not for a draft, which is edited by hand, nor for the header and what follows the trailer. */
  private withHash({ slice, bytesRead }: RecordPart): RecordPart {
    const isRecord = this.options.known && this.hasList && !this.isDraft && this.trailerLine === undefined;
    return { slice, bytesRead, recordHash: isRecord ? recordHashOf(slice.bytes) : undefined };
  }

  /** Takes a record that an earlier file contains too, without reading it. */
  private takeKnown({ slice, bytesRead, recordHash }: RecordPart): boolean {
    if (recordHash === undefined || this.isSourceNew) return false;
    const place = this.options.known?.find(recordHash);
    if (place === undefined) return false;
    this.countRecord(slice);
    const known = { place, recordHash, line: slice.line, sizeBytes: slice.bytes.length };
    this.events.push({ type: 'known', known, bytesRead });
    return true;
  }

  private countRecord(slice: JsonSlice): void {
    this.count += 1;
    this.digest ??= new BundleDigest(this.headerText());
    this.digest.add(slice.bytes);
  }

  private takeLine(parsed: ParsedValue, part: RecordPart): void {
    const { value, duplicate } = parsed;
    const { slice } = part;
    if (duplicate && (!this.hasList || isTrailer(value))) {
      this.refuse(duplicate);
      return;
    }
    if (this.trailerLine !== undefined) this.refuse(afterTrailer(slice.line, this.trailerLine));
    else if (!this.hasList) {
      this.hasList = true;
      this.takeMembers(isJsonObject(value) ? value : {}, slice.line);
      this.refuseHeader();
    } else if (isTrailer(value)) {
      this.trailerLine = slice.line;
      this.takeMembers(value, slice.line);
    } else this.takeRecord(parsed, part);
  }

  private takeMembers(object: JsonObject, line: number): void {
    for (const [key, value] of Object.entries(object)) this.takeMember(key, value, line);
  }

  private takeMember(key: string, value: JsonValue, line: number): void {
    if (!headerKeys.has(key) && key !== 'resources') {
      const message = `The member ${quote(key)} of the file was ignored: bundles of this version do not have it.`;
      this.events.push({ type: 'problem', problem: warningProblem('CONTENT_IGNORED', message, { path: [key], line }) });
      return;
    }
    if (key === draftMember && value !== true) {
      this.refuse(draftUnclear(line));
      return;
    }
    this.members.set(key, value);
    if (key === 'source') this.giveSource();
    if (key === 'format' || key === 'formatVersion') this.refuseHeader(true);
  }

  private giveSource(): void {
    if (this.isSourceGiven) return;
    this.isSourceGiven = true;
    this.isSourceNew = true;
    const source = this.members.get('source');
    this.events.push({ type: 'source', source: readSource(source) });
    const unread = unreadOfSource(source).map((place) => (place === '' ? 'source' : `source.${place}`));
    for (const problem of contentIgnored(unread, 'No source of this version has it, or not in this form.')) {
      this.events.push({ type: 'problem', problem });
    }
  }

  /** `isPartly`: missing members are not reported, because they may follow. */
  private refuseHeader(isPartly = false): void {
    if (isPartly && !(this.members.has('format') && this.members.has('formatVersion'))) return;
    const problem = refuseHeader(this.members.get('format'), this.members.get('formatVersion'));
    if (problem !== undefined && !this.isOver) this.refuse(problem);
  }

  private takeRecord({ value, duplicate }: ParsedValue, { slice, bytesRead, recordHash }: RecordPart): void {
    const read = readRecord(value, { line: slice.line, fallbackKind: this.options.kind, isDraft: this.isDraft });
    if ('problem' in read) {
      this.takeBroken(read.problem, value, { slice, bytesRead });
      return;
    }
    this.countRecord(slice);
    if (duplicate) read.item.problems.push(inRecord(duplicate, read.item));
    this.events.push({ type: 'item', item: read.item, bytesRead, recordHash });
  }

  private headerText(): string {
    return digestedHeader({
      formatVersion: this.members.get('formatVersion') ?? null,
      requirements: this.members.get('requirements') ?? [],
      source: this.members.get('source') ?? null,
    });
  }

  private refuseClaims(endLine: number): Problem | undefined {
    const header = refuseHeader(this.members.get('format'), this.members.get('formatVersion'));
    if (header !== undefined) return header;
    if (!this.hasList) return noList();
    if (this.isDraft) return this.count === 0 ? emptyBundle() : undefined;
    if (this.layout === 'JSONL' && this.trailerLine === undefined) return noTrailer(endLine);
    const claimedCount = this.claimedCount();
    if (claimedCount !== null && claimedCount !== this.count) return otherCount(claimedCount, this.count);
    if (typeof this.members.get('digest') !== 'string') return noDigest();
    return this.count === 0 ? emptyBundle() : undefined;
  }

  private claimedCount(): number | null {
    const count = this.members.get('count');
    return typeof count === 'number' ? count : null;
  }

  /** The digest over the bytes of the records; undefined if the header did not come first. */
  private digestOver(headerText: string): string | undefined {
    return this.digest?.headerText === headerText ? this.digest.end() : undefined;
  }

  private async compareDigest(fast: string, again: () => Promise<string>): Promise<void> {
    const claimedDigest = this.members.get('digest') as string;
    const bundleDigest = fast === claimedDigest ? fast : await again();
    this.giveSource();
    if (bundleDigest !== claimedDigest) this.refuse(otherDigest());
    else this.events.push({ type: 'end', bundleDigest, claimedDigest, claimedCount: this.claimedCount() });
  }

  private refuse(problem: Problem): void {
    this.isOver = true;
    this.events.push({ type: 'problem', problem });
  }
}

/** Turns a fault of a record into a problem of its item; places are relative to the spec. */
function inRecord(problem: Problem, { kind, name }: FileItem): Problem {
  const [first, ...rest] = problem.path;
  return { ...problem, path: first === 'spec' ? rest : problem.path, kind, name };
}

/** Adds one record in canonical form. Invalid JSON was reported in the first pass. */
export function addCanonical(digest: BundleDigest, slice: JsonSlice): void {
  const parsed = parseJsonBytes(slice);
  if ('value' in parsed) digest.add(Buffer.from(canonicalJson(parsed.value)));
}

/** Whether a line is the last one of a bundle: it has a digest, and no member of a record. */
export function isTrailer(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && 'digest' in value && !('kind' in value) && !('name' in value) && !('spec' in value);
}
