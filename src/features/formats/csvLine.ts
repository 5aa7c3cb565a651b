import { guardedText } from './records/csvCells.js';

/** One line of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection). */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = guardedText(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
