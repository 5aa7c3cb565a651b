import { exportFileName } from '../../../../src/features/exporting/exportFileName.js';
import type { ExportOrder } from '../../../../src/features/exporting/exportSelection.js';
import type { RecordClass } from '../../../../src/features/formats/index.js';

const ofKind = (kind: string): RecordClass => ({ kind, definitionName: undefined });
const trim = ofKind('fast-data/CastFunction');
const view = ofKind('fast-data/SingleView');
const entries = { kind: 'objects/ObjectEntry', definitionName: 'Ticket' };

describe('the name of a file of an export', () => {
  it.each<[Pick<ExportOrder, 'format' | 'isArchive'>, RecordClass[], string]>([
    [{ format: 'JSON' }, [trim, view], 'fast-data-export-20260131T101500Z.json'],
    [{ format: 'JSONL' }, [trim, entries], 'waybill-export-20260131T101500Z.jsonl'],
    [{ format: 'JSON' }, [], 'waybill-export-20260131T101500Z.json'],
    [{ format: 'ZIP' }, [trim], 'fast-data-export-20260131T101500Z.zip'],
    [{ format: 'DIRECTORY' }, [trim], 'fast-data-export-20260131T101500Z.zip'],
    [{ format: 'CSV' }, [entries], 'object-entry.C_Ticket-20260131T101500Z.csv'],
    [{ format: 'CSV', isArchive: true }, [entries], 'objects-export-20260131T101500Z.zip'],
    [{ format: 'CSV' }, [], 'waybill-export-20260131T101500Z.csv'],
    [{ format: 'OPTIMIZE_JSON' }, [ofKind('analytics/Dashboard')], 'analytics-export-20260131T101500Z.json'],
  ])('%j of %j is %s', (order, classes, name) => {
    expect(exportFileName(order, classes, '2026-01-31T10:15:00.123Z')).toBe(name);
  }); // prettier-ignore
});
