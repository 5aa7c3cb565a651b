/**
 * Splits a JSON file that arrives in chunks into its top-level parts: the members of an object, the elements of one list, or one value
 * per line. Each part is the bytes of one JSON value, for `JSON.parse`; the syntax between the parts is checked here. Memory is bounded
 * by one part, the depth is limited, and a chunk may end anywhere. Never throws for invalid data.
 */
import type { Problem } from '../../../shared/problem.js';
import { maxItemBytes, maxNestingDepth } from '../../../shared/limits.js';
import {
  duplicateKey,
  emptyFile,
  itemTooLarge,
  nestedTooDeep,
  notJson,
  notUtf8,
  truncatedFile,
} from './fileProblems.js';
import { nameOfCharacter } from './jsonFault.js';
import { JsonValueScan } from './jsonValueScan.js';
import { canBegin, expectedIn, isKeyExpected, stateAfter } from './scanState.js';
import type { ScanState } from './scanState.js';
import { parseJsonBytes } from './parseJsonBytes.js';
import type { JsonSlice } from './parseJsonBytes.js';

/** Slices are valid until the next call of the scanner. Nothing follows a `problem`. */
export type ScanEvent =
  | { type: 'member'; key: string; slice: JsonSlice }
  | { type: 'list'; key: string }
  | { type: 'element'; slice: JsonSlice; bytesRead: number }
  /** A line without a valid value; scanning continues after it. */
  | { type: 'badLine'; problem: Problem; slice: JsonSlice; bytesRead: number }
  | { type: 'problem'; problem: Problem };

/** How to split a file. Limits are those of src/shared/limits.ts by default. */
export interface ScanOptions {
  /** `members`: one object. `elements`: one list. `lines`: JSON Lines, each line an element. */
  layout: 'members' | 'elements' | 'lines';
  /** With `members`: the key whose list is split into its elements. */
  listKey?: string;
  /** With `lines`: an invalid line becomes a `badLine` event and is skipped; otherwise it ends the scan. */
  skipsBadLines?: boolean;
  maxDepth?: number;
  maxBytes?: number;
}

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Scans one file: {@link feed} it chunk after chunk, then {@link end} it. */
export class JsonFileScanner {
  /** True after a problem: nothing more is read. */
  isStopped = false;
  /** Keys of the top-level object so far. */
  readonly keys = new Set<string>();
  private state: ScanState;
  private readonly value: JsonValueScan;
  private readonly maxBytes: number;
  private events: ScanEvent[] = [];
  private carry: Buffer | undefined;
  /** Offset of the window in the file. */
  private base = 0;
  private position = 0;
  /** Start of the current value in the window, or -1 between values. */
  private valueStart = -1;
  private valueLine = 1;
  private valueColumn = 1;
  private memberKey = '';
  private markBytes = 0;
  /** The problem of the line that is being skipped. */
  private skipped: Problem | undefined;

  constructor(private readonly options: ScanOptions) {
    this.state = 'start';
    this.maxBytes = options.maxBytes ?? maxItemBytes;
    this.value = new JsonValueScan({
      maxDepth: options.maxDepth ?? maxNestingDepth,
      isLineBound: options.layout === 'lines',
    });
  }

  /** True after the end of the top-level value. */
  get isOver(): boolean {
    return this.state === 'over';
  }

  /** The current line, from 1. */
  get line(): number {
    return this.value.line;
  }

  /** Scans the next bytes of the file and returns the parts that are now complete. */
  feed(chunk: Buffer): ScanEvent[] {
    const window = this.carry === undefined ? chunk : Buffer.concat([this.carry, chunk]);
    this.events = [];
    while (this.position < window.length && !this.isStopped) {
      if (this.skipped !== undefined) this.skipLine(window, this.skipped);
      else if (this.valueStart >= 0) this.continueValue(window);
      else this.step(window[this.position] as number);
    }
    this.keepOpenValue(window);
    return this.events;
  }

  /** Ends the file; returns the problem of an incomplete or blank one. */
  end(): ScanEvent[] {
    this.events = [];
    if (this.isStopped) return this.events;
    // Only white space ends a number, and the last line of a file may have no line break.
    if (this.state === 'line' && this.valueStart >= 0 && this.value.isScalar) this.feed(Buffer.from('\n'));
    if (this.valueStart < 0 && ['over', 'line', 'afterLine'].includes(this.state)) return this.events;
    this.stop(this.state === 'start' ? emptyFile() : truncatedFile(this.line));
    return this.events;
  }

  private keepOpenValue(window: Buffer): void {
    const kept = this.valueStart < 0 ? window.length : this.valueStart;
    if (window.length - kept > this.maxBytes && !this.isStopped) this.stop(itemTooLarge(this.valueLine, this.maxBytes));
    this.carry = kept < window.length && !this.isStopped ? window.subarray(kept) : undefined;
    this.base += kept;
    this.position -= kept;
    if (this.valueStart >= 0) this.valueStart = 0;
  }

  private step(byte: number): void {
    if (byte === 0x0a) this.breakLine();
    else if (byte === 0x20 || byte === 0x0d || byte === 0x09) this.position += 1;
    else if (this.state === 'start') this.start(byte);
    else if (!this.isPunctuation(byte)) this.beginValue(byte);
  }

  private breakLine(): void {
    this.position += 1;
    this.value.line += 1;
    this.value.lineStart = this.base + this.position;
    if (this.state === 'afterLine') this.state = 'line';
  }

  private start(byte: number): void {
    const offset = this.base + this.position;
    if (offset === this.markBytes && byte === byteOrderMark[offset]) {
      this.markBytes += 1;
      this.position += 1;
      return;
    }
    if (this.markBytes % byteOrderMark.length !== 0) {
      this.stop(notUtf8(1));
      return;
    }
    const { layout } = this.options;
    const opener = layout === 'members' ? 0x7b : 0x5b;
    if (layout === 'lines') this.state = 'line';
    else if (byte === opener) this.go(layout === 'members' ? 'keyOrEnd' : 'elementOrEnd');
    else this.refuse(byte, layout === 'members' ? '"{"' : '"["');
  }

  /** Handles a byte of top-level syntax. False: a value starts here, or the byte is invalid. */
  private isPunctuation(byte: number): boolean {
    const next = stateAfter(this.state, byte);
    if (next === 'endOfList') return this.go(this.options.layout === 'elements' ? 'over' : 'afterMember');
    if (next !== undefined) return this.go(next);
    if (byte !== 0x5b || this.state !== 'member' || this.memberKey !== this.options.listKey) return false;
    this.events.push({ type: 'list', key: this.memberKey });
    return this.go('elementOrEnd');
  }

  private go(state: ScanState): true {
    this.state = state;
    this.position += 1;
    return true;
  }

  private beginValue(byte: number): void {
    if (!canBegin(this.state, byte)) {
      this.refuse(byte, expectedIn[this.state]);
      return;
    }
    this.valueStart = this.position;
    this.valueLine = this.value.line;
    this.valueColumn = this.base + this.position - this.value.lineStart + 1;
    this.value.begin(byte);
  }

  private continueValue(window: Buffer): void {
    const end = this.value.advance(window, this.position, this.base);
    if (this.value.fault !== undefined) this.stopInValue(window);
    else if (end < 0) this.position = this.value.resumeAt;
    else if (end - this.valueStart > this.maxBytes) this.stop(itemTooLarge(this.valueLine, this.maxBytes));
    else this.endValue(window, end);
  }

  private stopInValue(window: Buffer): void {
    const problem = this.faultInValue(window);
    this.value.fault = undefined;
    if (this.options.skipsBadLines) this.position = this.valueStart;
    this.fail(problem);
  }

  private faultInValue(window: Buffer): Problem {
    if (this.value.fault === 'TOO_DEEP') return nestedTooDeep(this.value.line);
    const lineEnd = window.indexOf(0x0a, this.valueStart);
    const parsed = parseJsonBytes(this.slice(window, lineEnd < 0 ? window.length : lineEnd));
    if ('problem' in parsed && parsed.problem.code !== 'FILE_TRUNCATED') return parsed.problem;
    const place = { line: this.valueLine, column: this.valueColumn };
    return notJson(place, 'a value that ends on its line', 'a line break inside it');
  }

  /** Ends the scan, or continues after the line. */
  private fail(problem: Problem): void {
    if (this.options.skipsBadLines) this.skipped = problem;
    else this.stop(problem);
  }

  private skipLine(window: Buffer, problem: Problem): void {
    const found = window.indexOf(0x0a, this.position);
    const end = found < 0 ? window.length : found;
    if (this.state !== 'over') {
      const slice = { bytes: window.subarray(this.position, end), line: this.value.line, column: this.valueColumn };
      this.events.push({ type: 'badLine', problem, slice, bytesRead: this.base + end });
      // The problem is reported once; if the line continues in the next window, the rest is only skipped.
      this.state = 'over';
    }
    this.valueStart = -1;
    this.position = end;
    if (found < 0) return;
    this.skipped = undefined;
    this.state = 'line';
  }

  private endValue(window: Buffer, end: number): void {
    const slice = this.slice(window, end);
    this.position = end;
    this.valueStart = -1;
    if (isKeyExpected(this.state)) this.takeKey(slice);
    else if (this.state === 'member') {
      this.events.push({ type: 'member', key: this.memberKey, slice });
      this.state = 'afterMember';
    } else {
      this.events.push({ type: 'element', slice, bytesRead: this.base + end });
      this.state = this.state === 'line' ? 'afterLine' : 'afterElement';
    }
  }

  private takeKey(slice: JsonSlice): void {
    const parsed = parseJsonBytes(slice);
    if ('problem' in parsed) {
      this.stop(parsed.problem);
      return;
    }
    this.memberKey = parsed.value as string;
    if (this.keys.has(this.memberKey))
      this.stop(duplicateKey({ key: this.memberKey, path: [this.memberKey] }, slice.line));
    this.keys.add(this.memberKey);
    this.state = 'colon';
  }

  private slice(window: Buffer, end: number): JsonSlice {
    const { memberCount } = this.value;
    return {
      bytes: window.subarray(this.valueStart, end),
      line: this.valueLine,
      column: this.valueColumn,
      memberCount,
    };
  }

  private refuse(byte: number, expected: string): void {
    const place = { line: this.value.line, column: this.base + this.position - this.value.lineStart + 1 };
    this.fail(
      byte < 0x80 ? notJson(place, expected, nameOfCharacter(byte)) : notJson(place, expected, 'another character'),
    );
  }

  private stop(problem: Problem): void {
    this.isStopped = true;
    this.events.push({ type: 'problem', problem });
  }
}
