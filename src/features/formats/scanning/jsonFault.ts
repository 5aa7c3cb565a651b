import { printParseErrorCode, visit } from 'jsonc-parser';

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

/**
 * Finds the first syntax error of a text that `JSON.parse` refused. The engine's own messages differ between versions and seldom state
 * the position. The depth of the text must have been checked: the parser is recursive.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expected = 'a value';
  let fault: JsonFault | undefined;
  const begin = (bracket: '{' | '[') => {
    open.push(bracket);
    expected = bracket === '{' ? 'a key in quotation marks or "}"' : 'a value or "]"';
  };
  const endValue = () => (expected = separatorOf[open.at(-1) ?? 'file']);
  // The parser ends what is open before it reports that its end is missing.
  let beforeEnd = expected;
  const end = () => {
    beforeEnd = expected;
    open.pop();
    endValue();
  };
  visit(
    text,
    {
      onObjectBegin: () => {
        begin('{');
      },
      onArrayBegin: () => {
        begin('[');
      },
      onObjectEnd: end,
      onArrayEnd: end,
      onObjectProperty: () => (expected = 'a colon'),
      onLiteralValue: endValue,
      onSeparator: (mark) => (expected = mark === ':' || open.at(-1) === '[' ? 'a value' : 'a key in quotation marks'),
      onError: (code, offset, length) => {
        const name = printParseErrorCode(code);
        const here = /^Close\w+Expected$/.test(name) ? beforeEnd : expected;
        const isInString = stringErrors.has(name) && /^a (?:key|value)/.test(here);
        fault ??= isInString ? faultInString(text, offset, length) : faultAt(text, offset, here);
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return fault;
}

const separatorOf = { '{': 'a comma or "}"', '[': 'a comma or "]"', file: 'the end' } as const;

const stringErrors: ReadonlySet<string> = new Set([
  ...['UnexpectedEndOfString', 'InvalidUnicode', 'InvalidEscapeCharacter', 'InvalidCharacter'],
]);

/** The parser gives the place of the string; the error is inside of it or at its end. */
function faultInString(text: string, offset: number, length: number): JsonFault {
  const string = text.slice(offset, offset + length);
  const error = /[^ -\u{10ffff}]|\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/u.exec(string.replaceAll(/\\\\/g, '..'));
  const expected = error?.[0] === '\\' ? 'a valid JSON escape sequence' : 'a closing quotation mark';
  return faultAt(text, offset + (error?.index ?? length), expected);
}

function faultAt(text: string, offset: number, expected: string): JsonFault {
  const isTruncated = offset >= text.length;
  const found = isTruncated ? 'the end' : nameOfCharacter(text.codePointAt(offset) ?? 0);
  return { offset, expected, found, isTruncated };
}

/** Name of a character for a message: itself in quotation marks if it is visible, else its code point. */
export function nameOfCharacter(code: number): string {
  if (code === 0x0a || code === 0x0d) return 'a line break';
  const isVisible = code > 0x20 && code !== 0x7f && !/^[\p{C}\p{Z}]$/u.test(String.fromCodePoint(code));
  return isVisible
    ? `"${String.fromCodePoint(code)}"`
    : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
