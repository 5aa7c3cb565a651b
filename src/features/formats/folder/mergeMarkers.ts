/** The lines that Git leaves where it could not merge, at the start of a line. */
const start = /^<{7}(?: |$)/;
const end = /^>{7}(?: |$)/;

/** The line, from 1, of the first conflict that Git left in a text; undefined if there is none. */
export function findMergeMarker(text: string): number | undefined {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return undefined;
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => start.test(line));
  return first >= 0 && lines.slice(first).some((line) => end.test(line)) ? first + 1 : undefined;
}
