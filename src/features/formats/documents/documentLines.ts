import { endOfString } from '../../../shared/endOfString.js';
import { escapePointerSegment } from '../../../shared/jsonPointer.js';

export interface DocumentLines {
  /** Line, from 1, of each wanted JSON Pointer that exists: the line of its key, or of the start of the element. */
  lineByPointer: ReadonlyMap<string, number>;
}

interface Frame {
  /** Pointer of the object or list if it may contain a wanted place, else undefined. */
  pointer: string | undefined;
  isArray: boolean;
  index: number;
  isPlaceNext: boolean;
  childPointer: string | undefined;
}

/** Finds the lines of places in a text that `JSON.parse` accepted. Iterative; keeps the wanted places only. */
export function readDocumentLines(text: string, wanted: ReadonlySet<string>): DocumentLines {
  return new LineReader(text, wanted).read();
}

class LineReader {
  private readonly lineByPointer = new Map<string, number>();
  private readonly onTheWay: ReadonlySet<string>;
  private readonly frames: Frame[] = [];
  private line = 1;

  constructor(
    private readonly text: string,
    private readonly wanted: ReadonlySet<string>,
  ) {
    this.onTheWay = prefixesOf(wanted);
  }

  read(): DocumentLines {
    let offset = 0;
    while (offset < this.text.length) offset = this.step(offset);
    return { lineByPointer: this.lineByPointer };
  }

  /** Reads one token and returns the offset after it. */
  private step(offset: number): number {
    const character = this.text.charAt(offset);
    if (character === '\n') this.line += 1;
    if (character <= ' ') return offset + 1;
    const frame = this.frames.at(-1);
    if (character === '}' || character === ']') this.frames.pop();
    else if (character === ',') this.nextPlace(frame);
    else if (character !== ':') return this.value(character, offset, frame);
    return offset + 1;
  }

  private nextPlace(frame: Frame | undefined): void {
    if (frame === undefined) return;
    frame.isPlaceNext = true;
    frame.index += 1;
  }

  private value(character: string, offset: number, frame: Frame | undefined): number {
    const end = character === '"' ? endOfString(this.text, offset) : offset + 1;
    if (frame?.isPlaceNext === true) {
      frame.isPlaceNext = false;
      this.enterPlace(frame, frame.isArray ? undefined : this.text.slice(offset, end));
    }
    if (character === '{' || character === '[') this.open(character === '[', frame);
    return end;
  }

  private enterPlace(frame: Frame, quotedKey: string | undefined): void {
    frame.childPointer = undefined;
    if (frame.pointer === undefined) return;
    const segment =
      quotedKey === undefined ? String(frame.index) : escapePointerSegment(JSON.parse(quotedKey) as string);
    const pointer = `${frame.pointer}/${segment}`;
    if (this.wanted.has(pointer) && !this.lineByPointer.has(pointer)) this.lineByPointer.set(pointer, this.line);
    if (this.onTheWay.has(pointer)) frame.childPointer = pointer;
  }

  private open(isArray: boolean, parent: Frame | undefined): void {
    if (parent === undefined) this.lineByPointer.set('', this.line);
    this.frames.push({
      pointer: parent === undefined ? '' : parent.childPointer,
      isArray,
      index: 0,
      isPlaceNext: true,
      childPointer: undefined,
    });
  }
}

function prefixesOf(pointers: ReadonlySet<string>): Set<string> {
  const prefixes = new Set<string>();
  for (const pointer of pointers) {
    for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const prefix = pointer.slice(0, end);
      if (prefixes.has(prefix)) break;
      prefixes.add(prefix);
    }
  }
  return prefixes;
}
