import {
  entityExtension,
  isEntityFormat,
  isRecordFormat,
  recordExtension,
  recordFileStem,
  type RecordClass,
} from '../formats/index.js';
import type { ExportOrder } from './exportSelection.js';

/**
 * `fast-data-export-20260131T101500Z.json`: with the pack if all items belong to one, else `waybill`. The name of a file of records
 * states their class (`object-entry.C_Ticket-20260131T101500Z.csv`), so that the import detects it.
 */
export function exportFileName(
  { format, isArchive = false }: Pick<ExportOrder, 'format' | 'isArchive'>,
  classes: readonly RecordClass[],
  exportedAt: string,
): string {
  const timestamp = exportedAt.replace(/[-:]/g, '').replace(/\.\d+Z$/, 'Z');
  const [first] = classes;
  if (isRecordFormat(format) && !isArchive && first !== undefined) {
    return `${recordFileStem(first)}-${timestamp}.${recordExtension(format)}`;
  }
  const packs = new Set(classes.map(({ kind }) => kind.split('/')[0]));
  const [pack] = packs.size === 1 ? packs : ['waybill'];
  return `${pack ?? 'waybill'}-export-${timestamp}.${isArchive ? 'zip' : extensionOf(format)}`;
}

function extensionOf(format: ExportOrder['format']): string {
  if (format === 'DIRECTORY') return 'zip';
  return isEntityFormat(format) ? entityExtension : format.toLowerCase();
}
