/**
 * The rule for all texts: well-formed Unicode without U+0000. PostgreSQL cannot store U+0000, and UTF-8 cannot encode half of a
 * surrogate pair, so one database would refuse other texts and the other would change them.
 */

/** The reason why a text cannot be stored, for a message: "… contains the character U+0000"; undefined if it can. */
export function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'the character U+0000';
  return text.isWellFormed() ? undefined : 'half of a surrogate pair';
}

/** A text with U+FFFD in place of characters that cannot be stored, for display. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
