/**
 * Rows in columns. On a terminal, the last column is cut so that lines fit; in a pipe nothing is cut. What a server says is shown without
 * control characters, which a terminal would obey.
 */
import type { Terminal } from '../terminal/terminal.js';

const gap = '  ';
const narrowest = 12;

/** Writes the rows below their titles; `titles` without a row writes nothing. */
export function sayTable(terminal: Terminal, titles: readonly string[], rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  const [head = '', ...lines] = alignRows([titles, ...rows], terminal.width);
  terminal.say(terminal.paint(head, 'quiet'));
  for (const line of lines) terminal.say(line);
}

/** The lines of a table without titles. */
export function alignRows(rows: readonly (readonly string[])[], width?: number): string[] {
  const shown = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of shown)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell));
  return shown.map((row) => {
    const last = row.length - 1;
    const before = row.slice(0, last).map((cell, at) => padded(cell, widths[at] ?? 0));
    const start = before.map((cell) => cell + gap).join('');
    const room = width === undefined ? Infinity : Math.max(narrowest, width - lengthOf(start));
    return (start + cut(row[last] ?? '', room)).trimEnd();
  });
}

export function cut(text: string, length: number): string {
  const letters = Array.from(text);
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}

/** A text of a server for a terminal: one line, without escape sequences. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what must not reach a terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - lengthOf(cell)));
}

/** In letters, not in units of UTF-16. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
