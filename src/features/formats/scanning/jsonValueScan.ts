/**
 * Finds the end of one JSON value in a stream of bytes. It follows only strings, escapes and brackets, and does not check the syntax
 * inside the value: `JSON.parse` does that, once. This loop runs for every byte of every file, so it is optimised for speed.
 */

const lineFeed = 0x0a;
const quotationMark = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Why a scan stopped: too many levels, or a line break inside a value that must be on one line. */
export type ScanFault = 'TOO_DEEP' | 'LINE_BREAK';

/** Limits of a {@link JsonValueScan}. */
export interface ValueLimits {
  /** Maximum number of open brackets. */
  maxDepth: number;
  /** True if a value must end on its line (JSON Lines). */
  isLineBound: boolean;
}

/** State of a scan, which can be interrupted after any byte. It also counts lines, because most bytes pass here. */
export class JsonValueScan {
  /** The current line, from 1. */
  line = 1;
  /** Offset of the start of the current line in the file. */
  lineStart = 0;
  fault: ScanFault | undefined;
  /** Where to continue in the next window, relative to the start of the last one. */
  resumeAt = 0;
  /** True for a number or a literal, which have no end of their own. */
  isScalar = false;
  /** Number of members of all objects of the value, duplicates included. */
  memberCount = 0;
  private depth = 0;
  private isInString = false;

  constructor(private readonly limits: ValueLimits) {}

  /** Starts a value whose first byte is `byte`. */
  begin(byte: number): void {
    this.depth = 0;
    this.memberCount = 0;
    this.isInString = false;
    this.isScalar = byte !== quotationMark && byte !== openBrace && byte !== openBracket;
  }

  /**
   * Continues at `from`. Returns the offset after the value's last byte. Returns -1 if the value continues after the window (`resumeAt`
   * is then the place to continue, possibly one byte after the window) or if `fault` is set.
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

  // All bytes pass here. One loop with local variables: splitting it would halve its speed.
  // oxlint-disable-next-line complexity
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
