import type { BundleFormat } from '../formats/index.js';
import type { WorkerContext } from '../workers/index.js';

/** `fast-data-export-20260131T101500Z.json`: the pack when all items are of one, else `waybill`. Reads `export_item`. */
export async function exportFileName(
  context: WorkerContext,
  format: BundleFormat,
  exportedAt: string,
): Promise<string> {
  const rows = await context.connection.all<{ kind: string }>('SELECT DISTINCT kind FROM export_item');
  const packs = new Set(rows.map(({ kind }) => kind.split('/')[0]));
  const [pack] = packs.size === 1 ? packs : ['waybill'];
  const timestamp = exportedAt.replace(/[-:]/g, '').replace(/\.\d+Z$/, 'Z');
  return `${pack ?? 'waybill'}-export-${timestamp}.${format.toLowerCase()}`;
}
