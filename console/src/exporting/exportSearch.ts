/** What of an export its address says: a link shows another person the same selection. */
import type { ExportFormat } from '../api/operations.generated.js';

export interface ExportSearch {
  /** Ids of resources, with commas between them. */
  ids?: string;
  /** Names of kinds that are selected as wholes, with commas between them. */
  kinds?: string;
  all?: boolean;
  format?: ExportFormat;
  /** The kind that the list shows, and the text that it is searched for. */
  tab?: string;
  q?: string;
  /** A template that the export begins with. */
  template?: string;
  /** The task that wrote, or writes, the file. */
  task?: string;
}

const formats = new Set<unknown>([
  ...['JSON', 'JSONL', 'ZIP', 'DIRECTORY', 'CSV', 'JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL', 'OPTIMIZE_JSON'],
]);

export function exportSearch(given: Record<string, unknown>): ExportSearch {
  const { ids, kinds, all, format, tab, q, template, task } = given;
  const texts = { ids, kinds, tab, q, template, task };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => typeof value === 'string' && value !== '')),
    ...(all === true && { all }),
    ...(formats.has(format) && { format: format as ExportFormat }),
  };
}

/** More ids than these make an address that servers and mail programs cut. */
export const mostIdsInAddress = 150;
