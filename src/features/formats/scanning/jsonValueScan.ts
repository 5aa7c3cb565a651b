/**
 * Finds the end of one JSON value in a stream of bytes, without making anything of it: strings, escapes and brackets are
 * followed, nothing else is looked at. This loop sees every byte of every file, so it is written for speed. It never checks the grammar inside
 * the value: `JSON.parse` of the slice does that, once.
 */

const lineFeed = 0x0a;
const quotationMark = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Why a scan gave up: more levels than allowed, or a line break inside a value that must stand on one line. */
export type ScanFault = 'TOO_DEEP' | 'LINE_BREAK';

/** Limits of a {@link JsonValueScan}. */
export interface ValueLimits {
  /** How many brackets may be open at once inside one value. */
  maxDepth: number;
  /** True when a value must not go over the end of its line (JSON Lines). */
  isLineBound: boolean;
}

/** The state of a scan; it may be interrupted after any byte. Lines are counted here, because this is where most bytes pass. */
export class JsonValueScan {
  /** The present line, from 1. */
  line = 1;
  /** Offset in the file at which the present line starts. */
  lineStart = 0;
  fault: ScanFault | undefined;
  /** Where to go on in the next window, counted from the start of the last one. */
  resumeAt = 0;
  /** True for a number or a literal: these have no end of their own. */
  isScalar = false;
  /** How many members the objects of the value have, as it is written. */
  memberCount = 0;
  private depth = 0;
  private isInString = false;

  constructor(private readonly limits: ValueLimits) {}

  /** Begins a value whose first byte is `byte`. */
  begin(byte: number): void {
    this.depth = 0;
    this.memberCount = 0;
    this.isInString = false;
    this.isScalar = byte !== quotationMark && byte !== openBrace && byte !== openBracket;
  }

  /**
   * Goes on at `from`. Gives the offset after the value's last byte, or -1 when the value is not over at the end of the window (then
   * `resumeAt` says where to go on, which may be one byte beyond the window) or when `fault` is set.
   */
  advance(window: Buffer, from: number, base: number): number {
    return this.isScalar ? this.advanceScalar(window, from) : this.advanceNested(window, from, base);
  }

  private advanceScalar(window: Buffer, from: number): number {
    let index = from;
    while (index < window.length && !endsScalar(window[index] as number)) index += 1;
    this.resumeAt = index;
    return index < window.length ? index : -1;
  }

  // The one place where all bytes pass: one loop with local variables; splitting it up would halve its speed.
  // eslint-disable-next-line complexity
  private advanceNested(window: Buffer, from: number, base: number): number {
    const end = window.length;
    let index = from;
    let depth = this.depth;
    let isInString = this.isInString;
    for (; index < end; index += 1) {
      const byte = window[index] as number;
      if (isInString) {
        if (byte === backslash) index += 1;
        else if (byte === quotationMark) {
          isInString = false;
          if (depth === 0) return index + 1;
        } else if (byte === lineFeed && this.breakLine(base + index)) return -1;
      } else if (byte === quotationMark) isInString = true;
      else if (byte === openBrace || byte === openBracket) {
        depth += 1;
        if (depth > this.limits.maxDepth) return this.giveUp('TOO_DEEP');
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (depth === 0) return index + 1;
      } else if (byte === colon) this.memberCount += 1;
      else if (byte === lineFeed && this.breakLine(base + index)) return -1;
    }
    this.depth = depth;
    this.isInString = isInString;
    this.resumeAt = index;
    return -1;
  }

  private breakLine(offset: number): boolean {
    if (this.limits.isLineBound) this.giveUp('LINE_BREAK');
    else {
      this.line += 1;
      this.lineStart = offset + 1;
    }
    return this.limits.isLineBound;
  }

  private giveUp(fault: ScanFault): -1 {
    this.fault = fault;
    return -1;
  }
}

function endsScalar(byte: number): boolean {
  return byte <= 0x20 || byte === 0x2c || byte === closeBrace || byte === closeBracket;
}
