import type { FileItem } from '../../formats/index.js';

/** Claims that a reader could not make a whole item of it: what else it lacks follows from that. */
export function isMalformed({ problems }: FileItem): boolean {
  return problems.length > 0 && problems.some(({ code }) => code === 'ITEM_MALFORMED');
}
