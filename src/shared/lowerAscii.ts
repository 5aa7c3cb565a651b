/** Folds ASCII letters only, as `lower()` does on the columns of both databases, whatever the locale. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
