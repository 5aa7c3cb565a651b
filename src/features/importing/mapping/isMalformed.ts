import type { FileItem } from '../../formats/index.js';

const codes: ReadonlySet<string> = new Set(['ITEM_MALFORMED', 'SCHEMA_VERSION_UNSUPPORTED']);

/** Whether a reader could not make a whole item of it: what else it lacks follows from that. */
export function isMalformed({ problems }: FileItem): boolean {
  return problems.length > 0 && problems.some(({ code }) => codes.has(code));
}
