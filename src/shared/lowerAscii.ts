/** Lower-cases ASCII letters only, as `lower()` on the columns of both databases does, whatever the locale. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
