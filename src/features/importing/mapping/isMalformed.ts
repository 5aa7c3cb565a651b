import type { FileItem } from '../../formats/index.js';

const codes: ReadonlySet<string> = new Set(['ITEM_MALFORMED', 'SCHEMA_VERSION_UNSUPPORTED']);

/** Whether the reader could not parse the whole item. Further checks would only report consequences. */
export function isMalformed({ problems }: FileItem): boolean {
  return problems.length > 0 && problems.some(({ code }) => codes.has(code));
}
