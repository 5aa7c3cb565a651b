/**
 * The one rule for texts, wherever they come from: Unicode that is well formed, without U+0000. PostgreSQL keeps no U+0000, and UTF-8
 * has no form for half of a surrogate pair, so that any other text would be refused by one database and changed by the other.
 */

/** What of a text can't be kept, for a sentence: "… holds the character U+0000"; undefined for a text that can. */
export function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'the character U+0000';
  return text.isWellFormed() ? undefined : 'half of a surrogate pair';
}

/** A text that can't be kept, as it may be shown: with U+FFFD in the place of what is wrong. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
