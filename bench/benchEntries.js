/**
 * Object entries to measure with: the definition that they are held against, and files of them in each format. About 310 bytes a
 * record as a line of JSON. The same numbers always give the same bytes.
 */
import { open } from 'node:fs/promises';

const field = (name, businessType, DBType, more = {}) => ({
  ...{ name, businessType, DBType, externalReferenceCode: `${name.toUpperCase()}_FIELD`, label: { en_US: name } },
  ...{ indexed: true, required: false, ...more },
});

const fields = [
  field('title', 'Text', 'String', { required: true }),
  field('description', 'LongText', 'Clob'),
  field('stock', 'Integer', 'Integer'),
  field('price', 'Decimal', 'Double'),
  field('isSold', 'Boolean', 'Boolean'),
  field('deliveredOn', 'Date', 'Date'),
];

/** The code of the definition, for `definitionErc`. */
export const entryDefinition = 'BENCH_ITEM';

/** A batch file with the definition. */
export const definitionFile = JSON.stringify({
  configuration: { className: 'com.liferay.object.admin.rest.dto.v1_0.ObjectDefinition' },
  items: [
    {
      externalReferenceCode: entryDefinition,
      label: { en_US: 'Item' },
      name: 'BenchItem',
      objectFields: fields,
      pluralLabel: { en_US: 'Items' },
      scope: 'company',
      status: { code: 0 },
    },
  ],
});

/** What RAW holds a record against. */
export const entrySchema = {
  type: 'object',
  required: ['externalReferenceCode', 'title'],
  properties: {
    externalReferenceCode: { type: 'string', maxLength: 255 },
    title: { type: 'string', maxLength: 280 },
    description: { type: 'string', maxLength: 65_000 },
    stock: { type: 'integer' },
    price: { type: 'number' },
    isSold: { type: 'boolean' },
    deliveredOn: { type: 'string' },
  },
  additionalProperties: false,
};

/** How each format puts records together. */
const layouts = {
  JSONL: { start: '', text: (entry) => JSON.stringify(entry), between: '\n', end: '\n' },
  JSON: { start: '[\n', text: (entry) => JSON.stringify(entry), between: ',\n', end: '\n]\n' },
  CSV: {
    start: `${Object.keys(entryAt(0, 1)).join(',')}\n`,
    text: (entry) => Object.values(entry).join(','),
    between: '\n',
    end: '\n',
  },
  /** The records as RAW reads them. */
  RAW: {
    start: '',
    text: (entry) => JSON.stringify({ name: entry.externalReferenceCode, kind: 'objects/ObjectEntry', spec: entry }),
    between: '\n',
    end: '\n',
  },
};

/** The formats that the server is measured with. */
export const entryFormats = ['JSONL', 'JSON', 'CSV'];

const recordsPerWrite = 2000;
/** Every so many records one lacks what its definition requires, where bad ones are wanted. */
const badEvery = 100;

/** How many of `count` records are bad. */
export function badCount(count) {
  return Math.floor(count / badEvery);
}

/** Writes `count` entries; another edition has the same codes, and another content in every record. */
export async function writeEntries(path, format, { count, edition = 1, hasBad = false }) {
  const { start, text, between, end } = layouts[format];
  const file = await open(path, 'w');
  try {
    await file.write(start);
    for (let from = 0; from < count; from += recordsPerWrite) {
      const texts = [];
      for (let place = from; place < Math.min(from + recordsPerWrite, count); place += 1) {
        const entry = entryAt(place, edition);
        texts.push(text(hasBad && (place + 1) % badEvery === 0 ? { ...entry, title: '' } : entry));
      }
      await file.write((from === 0 ? '' : between) + texts.join(between));
    }
    await file.write(end);
  } finally {
    await file.close();
  }
}

function entryAt(place, edition) {
  const code = String(place).padStart(8, '0');
  return {
    externalReferenceCode: `ITEM-${code}`,
    title: `Item ${code} of edition ${edition}`,
    description: `What is known of item ${code} in edition ${edition}: it stands on shelf ${place % 977} and was counted twice.`,
    stock: place % 1000,
    price: (place % 5000) + 0.5,
    isSold: place % 2 === 0,
    deliveredOn: `2026-0${(place % 9) + 1}-15`,
  };
}
