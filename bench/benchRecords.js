/**
 * The records that everything is measured with: single views with one reference each, about 310 bytes a line, in the order of
 * their names, as an export has them. The same numbers always give the same bytes.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

export const benchKind = 'fast-data/SingleView';

const header = {
  format: 'waybill/bundle',
  formatVersion: 1,
  requirements: [],
  source: {
    branch: 'main',
    exportedAt: '2026-01-01T00:00:00.000Z',
    exportedBy: null,
    instance: { id: '018f0000-0000-7000-8000-0000000000aa', name: 'bench-source' },
    project: { id: '018f0000-0000-7000-8000-0000000000bb', key: 'bench-source', name: 'Bench source' },
  },
};

const recordsPerWrite = 2000;
// Prime to every size that ends in a zero: references are spread over the whole file.
const stride = 7919;

/**
 * Writes a bundle (JSON Lines) of `count` records.
 * @param edition another edition has the same names and ids, and another content in every record; a function gives it for each place
 * @param prefix what names begin with: files with other prefixes have no name in common
 * @param namesOf which places a record refers to; by default one, spread over the file
 */
export async function writeBenchBundle(path, { count, edition = 1, namesOf = oneReference, prefix = 'view' }) {
  const editionAt = typeof edition === 'function' ? edition : () => edition;
  const views = function* () {
    for (let place = 0; place < count; place += 1)
      yield recordAt(place, { edition: editionAt(place), targets: namesOf(place, count), prefix });
  };
  await writeBundle(path, views());
}

/** Writes a bundle (JSON Lines) of records, whose members are in the order of canonical JSON. */
export async function writeBundle(path, records) {
  const file = await open(path, 'w');
  const hash = createHash('sha256').update(`${JSON.stringify(digestedHeader())}\n`);
  try {
    await file.write(`${JSON.stringify(header)}\n`);
    let count = 0;
    let text = '';
    for (const record of records) {
      text += `${JSON.stringify(record)}\n`;
      count += 1;
      if (count % recordsPerWrite !== 0) continue;
      hash.update(text);
      await file.write(text);
      text = '';
    }
    hash.update(text);
    await file.write(text);
    const digest = `sha256:${hash.digest('hex')}`;
    await file.write(`${JSON.stringify({ count, digest })}\n`);
  } finally {
    await file.close();
  }
}

/** So many cast functions; their names end in words, as names do. */
export function* castFunctions(count) {
  for (let place = 0; place < count; place += 1) {
    const casting = 'module.exports = function (value) { return value }';
    yield {
      kind: 'fast-data/CastFunction',
      name: castName(place),
      spec: { casting, dataType: 'string', type: 'custom' },
    };
  }
}

/** So many projections, each with a field that goes through a cast function whose name is not quite that of one of `known`. */
export function* projectionsThatLack(count, known) {
  yield { kind: 'fast-data/SystemOfRecord', name: 'erp', spec: { adapter: 'debezium' } };
  for (let place = 0; place < count; place += 1) {
    const castFunction = castName((place * stride) % known).replace('cast', 'csat');
    const fields = [
      { name: 'id', primaryKey: true, type: 'string' },
      { castFunction, name: 'label', type: 'string' },
    ];
    yield { kind: 'fast-data/Projection', name: `lacking_${place}`, parent: 'erp', spec: { fields } };
  }
}

const words = ['order', 'customer', 'invoice', 'parcel', 'route', 'harbour', 'ticket', 'tariff', 'vessel', 'crane'];

function castName(place) {
  const [first, second] = [words[place % 10], words[Math.floor(place / 10) % 10]];
  return `cast_${first}_${second}_${String(place).padStart(6, '0')}`;
}

/** The name of the record at a place, from 0. */
export function nameAt(place, prefix = 'view') {
  return `${prefix}_${String(place).padStart(8, '0')}`;
}

/** All refer to the first record. */
export function firstOnly(place) {
  return place === 0 ? [] : [0];
}

/** Five references to the records below in a tree of breadth five, so that the closure of the first record is the whole file. */
export function fiveReferences(place, count) {
  return [1, 2, 3, 4, 5].map((branch) => (place * 5 + branch) % count);
}

function oneReference(place, count) {
  return [(place * stride + 1) % count];
}

/** Keys in the order of canonical JSON, here and below, so that the file's digest is over its own bytes. */
function recordAt(place, { edition, targets, prefix }) {
  const updates = targets
    .toSorted((a, b) => a - b)
    .map((target) => [nameAt(target, prefix), { strategy: '__automatic__' }]);
  return {
    id: `018f0000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    kind: benchKind,
    name: nameAt(place, prefix),
    spec: {
      description: `Edition ${edition} of what is known of ${place}.`,
      fields: [
        { name: '_id', type: 'ObjectId' },
        { name: 'code', type: 'string' },
      ],
      kafkaProjectionUpdates: Object.fromEntries(updates),
    },
  };
}

/** What the digest of a bundle covers: its header without when and by whom it was exported. */
function digestedHeader() {
  const { branch, instance, project } = header.source;
  return { ...header, source: { branch, instance, project } };
}
