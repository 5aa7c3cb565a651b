/** Finds the values of a record that a file of records cannot contain, by reading what would be written. */
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { itemTitle, quoted } from '../../kinds/worker.js';
import type { FieldType } from '../format.js';
import { pickFields } from '../records/fieldPaths.js';
import { RowReading } from './csvHeader.js';
import { lossAt, type Loss } from './notCarried.js';
import { lostPlaces, type LostPlace } from './lostPlaces.js';
import { isKnownByName } from './recordFormats.js';
import type { ExportRecord, RecordFormat } from './recordFormats.js';
import { describingMembers, itemOfRecord, reservedMembers, withoutMembers } from './recordItem.js';

/** How the records of a kind or a definition are written and read. */
export interface RecordLossesOptions {
  format: RecordFormat;
  /** For tables: the types of the cells, by field. */
  cellTypes: Readonly<Record<string, FieldType>>;
  /** Only these fields are written; undefined: all. */
  fields: readonly string[] | undefined;
}

/** One instance for each kind or definition. */
export class RecordLosses {
  private readonly rows: RowReading | undefined;
  private readonly fields: readonly string[] | undefined;

  constructor({ format, cellTypes, fields }: RecordLossesOptions) {
    this.rows = format === 'CSV' ? new RowReading(cellTypes) : undefined;
    this.fields = fields;
  }

  of(record: ExportRecord): Loss[] {
    const { kind, spec } = record;
    const item = itemOfRecord(record);
    const read = this.rows?.recordOf(item) ?? item;
    const specOfRead = isKnownByName(kind) ? withoutMembers(read, reservedMembers(kind, spec)) : read;
    const wished = this.fields ? pickFields(spec, this.fields) : spec;
    const places = lostPlaces(wished, specOfRead);
    const describing = places.length === 0 ? undefined : describingMembers(record);
    return [
      ...lossesBeside(record, { item, isWhole: this.fields === undefined }),
      ...places.map((place) => lossAt(place, whyLost(place, describing))),
    ];
  }
}

/** Losses outside of the spec. If fields are chosen, the title is not expected. */
function lossesBeside(
  { kind, title = null, externalReferenceCode }: ExportRecord,
  { item, isWhole }: { item: JsonObject; isWhole: boolean },
): Loss[] {
  if (isKnownByName(kind)) return [];
  const hasCode = externalReferenceCode === null || item['externalReferenceCode'] === externalReferenceCode;
  const hasTitle = title === null || !isWhole || itemTitle(item) === title;
  return [
    ...(hasCode ? [] : [{ noun: 'the external reference code', path: [], why: 'its item is known by its name' }]),
    ...(hasTitle ? [] : [{ noun: 'the title', path: [], why: 'its item states no title of its own' }]),
  ];
}

function whyLost({ path, value, instead }: LostPlace, describing: ReadonlySet<string> | undefined): string {
  const [outermost = ''] = path;
  if (describing?.has(outermost)) return `the member ${quoted(outermost)} of its item describes the resource itself`;
  if (instead === undefined && isEmpty(value)) return 'an empty value cannot be distinguished from an absent one';
  if (instead === undefined) return 'no column leads to it';
  const isText = typeof instead === 'string' && typeof value !== 'string';
  return `it would be read as ${isText ? 'a string' : 'another value'}`;
}

function isEmpty(value: JsonValue): boolean {
  return value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
