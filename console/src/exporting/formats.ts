/** The shapes of exported files, as a person chooses them. */
import type { ExportFormat } from '../api/operations.generated.js';

interface Format {
  text: string;
  note?: string;
  /** Only for branches with resources of this pack. */
  pack?: string;
  /** Whether it holds records, of which a person may choose fields and filter rows. */
  isOfRecords: boolean;
}

export const formats: Readonly<Record<ExportFormat, Format>> = {
  JSON: { text: 'JSON', note: 'one file', isOfRecords: false },
  JSONL: { text: 'JSON Lines', note: 'any size', isOfRecords: false },
  ZIP: { text: 'ZIP', note: 'a file for each resource', isOfRecords: false },
  DIRECTORY: { text: 'Folder for Git', note: 'in a ZIP', isOfRecords: false },
  OPTIMIZE_JSON: { text: 'Optimize', note: 'reports and dashboards', pack: 'analytics', isOfRecords: false },
  LIFERAY_JSON: { text: 'Liferay JSON', note: 'records', pack: 'objects', isOfRecords: true },
  LIFERAY_JSONL: { text: 'Liferay JSON Lines', note: 'records, any size', pack: 'objects', isOfRecords: true },
  JSONT: { text: 'Liferay batch (JSONT)', note: 'records', pack: 'objects', isOfRecords: true },
  CSV: { text: 'CSV', note: 'records as a table', isOfRecords: true },
};

export function formatChoices(packs: ReadonlySet<string>) {
  return (Object.keys(formats) as ExportFormat[]).flatMap((value) => {
    const { text, note, pack } = formats[value];
    return pack === undefined || packs.has(pack) ? [{ value, text, ...(note !== undefined && { note }) }] : [];
  });
}
