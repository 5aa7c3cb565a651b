/** A syntax error in a text that should be one JSON value. Offsets are in UTF-16 units, from 0. */
export interface JsonFault {
  offset: number;
  /** A noun phrase: what would be valid here. */
  expected: string;
  /** A noun phrase: what is here. */
  found: string;
  /** True if the text is valid but incomplete. */
  isTruncated: boolean;
}

const stringEnd = 'a closing quotation mark';
const separatorOf = { '{': 'a comma or "}"', '[': 'a comma or "]"' } as const;

/**
 * Finds the first syntax error of a text that `JSON.parse` refused. The engine's own messages differ between versions and seldom state
 * the position. Iterative; used only after a failure.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  return new FaultFinder(text).find();
}

type Expectation = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'separator' | 'end';

class FaultFinder {
  private offset = 0;
  private readonly open: ('{' | '[')[] = [];
  private expectation: Expectation = 'value';
  private readonly scalarPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
  private readonly wordPattern = /[\w.+-]+/y;

  constructor(private readonly text: string) {}

  find(): JsonFault | undefined {
    for (;;) {
      this.skipSpace();
      if (this.offset >= this.text.length) return this.expectation === 'end' ? undefined : this.faultHere();
      const fault = this.step(this.text.charAt(this.offset));
      if (fault !== undefined) return fault;
    }
  }

  private step(character: string): JsonFault | undefined {
    switch (this.expectation) {
      case 'value':
      case 'valueOrEnd':
        return this.value(character);
      case 'key':
      case 'keyOrEnd':
        return this.key(character);
      case 'colon':
        return character === ':' ? this.pass('value') : this.faultHere();
      case 'separator':
        return this.separator(character);
      case 'end':
        return this.faultHere();
    }
  }

  private value(character: string): JsonFault | undefined {
    if (character === '"') return this.string() ?? this.afterValue();
    if (character === '{' || character === '[') {
      this.open.push(character);
      return this.pass(character === '{' ? 'keyOrEnd' : 'valueOrEnd');
    }
    if (character === ']' && this.expectation === 'valueOrEnd') return this.close();
    this.scalarPattern.lastIndex = this.offset;
    const scalar = this.scalarPattern.exec(this.text)?.[0];
    this.wordPattern.lastIndex = this.offset;
    if (scalar === undefined || this.wordPattern.exec(this.text)?.[0] !== scalar) return this.faultHere();
    this.offset += scalar.length;
    return this.afterValue();
  }

  private key(character: string): JsonFault | undefined {
    if (character === '}' && this.expectation === 'keyOrEnd') return this.close();
    if (character !== '"') return this.faultHere();
    const fault = this.string();
    this.expectation = 'colon';
    return fault;
  }

  private separator(character: string): JsonFault | undefined {
    const container = this.open.at(-1);
    if (character === ',') return this.pass(container === '{' ? 'key' : 'value');
    const closer = container === '{' ? '}' : ']';
    return character === closer ? this.close() : this.faultHere();
  }

  private string(): JsonFault | undefined {
    this.offset += 1;
    for (; this.offset < this.text.length; this.offset += 1) {
      const code = this.text.charCodeAt(this.offset);
      if (code === 0x22) {
        this.offset += 1;
        return undefined;
      }
      if (code < 0x20) return this.faultHere(stringEnd);
      if (code === 0x5c && !this.isEscapeRight()) return this.faultHere('a valid JSON escape sequence');
    }
    return this.faultHere(stringEnd);
  }

  /** Skips an escape sequence, up to its last character. */
  private isEscapeRight(): boolean {
    const escape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(this.offset, this.offset + 6))?.[0];
    if (escape === undefined) return false;
    this.offset += escape.length - 1;
    return true;
  }

  private close(): JsonFault | undefined {
    this.open.pop();
    this.offset += 1;
    return this.afterValue();
  }

  private afterValue(): JsonFault | undefined {
    this.expectation = this.open.length === 0 ? 'end' : 'separator';
    return undefined;
  }

  private pass(next: Expectation): JsonFault | undefined {
    this.offset += 1;
    this.expectation = next;
    return undefined;
  }

  private skipSpace(): void {
    while (this.offset < this.text.length && isJsonSpace(this.text.charCodeAt(this.offset))) this.offset += 1;
  }

  private faultHere(expected = this.expectedHere()): JsonFault {
    const isTruncated = this.offset >= this.text.length;
    const found = isTruncated ? 'the end' : nameOfCharacter(this.text.codePointAt(this.offset) ?? 0);
    return { offset: Math.min(this.offset, this.text.length), expected, found, isTruncated };
  }

  private expectedHere(): string {
    switch (this.expectation) {
      case 'value':
        return 'a value';
      case 'valueOrEnd':
        return 'a value or "]"';
      case 'key':
        return 'a key in quotation marks';
      case 'keyOrEnd':
        return 'a key in quotation marks or "}"';
      case 'colon':
        return 'a colon';
      case 'separator':
        return separatorOf[this.open.at(-1) ?? '{'];
      case 'end':
        return 'the end';
    }
  }
}

function isJsonSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Name of a character for a message: itself in quotation marks if it is visible, else its code point. */
export function nameOfCharacter(code: number): string {
  if (code === 0x0a || code === 0x0d) return 'a line break';
  const isVisible = code > 0x20 && code !== 0x7f && !/^[\p{C}\p{Z}]$/u.test(String.fromCodePoint(code));
  return isVisible
    ? `"${String.fromCodePoint(code)}"`
    : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
