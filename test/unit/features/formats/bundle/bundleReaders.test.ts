import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { diskFile } from '../../../../../src/features/files/worker.js';
import { formatReaders, writeBundle } from '../../../../../src/features/formats/index.js';
import { canonicalJson } from '../../../../../src/shared/canonicalJson.js';
import type { JsonObject } from '../../../../../src/shared/json.js';
import { readContent, readPath, readWith, withFolder } from '../writtenFile.js';
import { blockOf, formats, origins, records, requirements, source, textsOf, write } from './writtenBundle.js';

describe('the readers of bundles', () => {
  it.each(formats)('read what the writer wrote (%s)', async (format) => {
    const { reader, events, items, problems, end } = await readContent(await write(format, records));
    expect(reader).toBe(format === 'JSON' ? 'waybill/json' : 'waybill/jsonl');
    expect(problems).toEqual([]);
    expect(events[0]).toEqual({ type: 'source', source });
    expect(items.map(({ name }) => name)).toEqual(['farm', 'trees', 'Obst']);
    const firstLine = format === 'JSON' ? 7 : 2;
    expect(items[0]).toEqual({
      kind: 'fast-data/ErSchema',
      name: 'farm',
      title: null,
      externalReferenceCode: null,
      parent: null,
      sourceId: 'r1',
      origins: [],
      spec: { version: '1.0.0', config: {} },
      claimedDigest: 'sha256:00',
      isPartial: false,
      line: firstLine,
      problems: [],
    });
    expect(items[1]).toMatchObject({ parent: 'erp', title: 'Trees, "old"', origins, line: firstLine + 1 });
    expect(items[2]).toMatchObject({ externalReferenceCode: 'ERC-É', spec: records[2]!['spec'] });
    expect(end).toMatchObject({ claimedCount: 3, bundleDigest: end!.claimedDigest });
  });

  it('read back any records, in both shapes', async () => {
    const spec = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
    const record = fc.record({ kind: fc.constant('k/A'), name: fc.string({ minLength: 1 }), spec });
    const property = fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...formats),
      async (values, format) => {
        const canonical = values.map((value) => JSON.parse(canonicalJson(value as JsonObject)) as JsonObject);
        const { items, problems } = await readContent(await write(format, canonical));
        expect(problems).toEqual([]);
        expect(items.map(({ kind, name, spec: read }) => ({ kind, name, spec: read }))).toEqual(canonical);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('gives batches of at most 500 events, with the bytes read so far', async () => {
    const many = Array.from({ length: 1300 }, (_, index) => ({ kind: 'k/A', name: `n${index}`, spec: {} }));
    await withFolder(async (folder) => {
      const file = path.join(folder, 'many');
      const { sizeBytes } = await writeBundle({
        file: diskFile(file),
        format: 'JSON',
        source,
        requirements: [],
        records: [blockOf(textsOf(many))],
      });
      const sizes: number[] = [];
      const bytesRead: number[] = [];
      for await (const batch of formatReaders[0]!.read({ ...diskFile(file), fileName: 'many', sizeBytes })) {
        sizes.push(batch.length);
        for (const event of batch) if (event.type === 'item') bytesRead.push(event.bytesRead);
      }
      expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
      expect(bytesRead).toHaveLength(1300);
      expect(bytesRead).toEqual(bytesRead.toSorted((a, b) => a - b));
      expect(bytesRead.at(-1)).toBeLessThanOrEqual(sizeBytes);
    });
  });

  it('accept a file that was laid out anew, with its members in any order', async () => {
    const bundle = JSON.parse(await write('JSON', records)) as JsonObject;
    const pretty = await readContent(JSON.stringify(bundle, null, 2).replaceAll('\n', '\r\n'));
    expect(pretty.problems).toEqual([]);
    expect(pretty.items).toHaveLength(3);
    const { resources, ...rest } = bundle;
    const reversed = await readContent(JSON.stringify({ resources, digest: rest['digest'], ...rest }));
    expect(reversed.problems).toEqual([]);
    expect(reversed.end?.bundleDigest).toBe(bundle['digest']);
    expect(reversed.events.find(({ type }) => type === 'source')).toEqual({ type: 'source', source });
  });

  it('accept records whose keys were reordered by hand in JSON Lines', async () => {
    const [header, ...lines] = (await write('JSONL', records)).trimEnd().split('\n');
    const reordered = lines.map((line) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as JsonObject).reverse())),
    );
    const { problems, items } = await readContent([header, '', ...reordered].join('\r\n\r\n'));
    expect(problems).toEqual([]);
    expect(items).toHaveLength(3);
  });

  it.each(formats)('refuse content that was changed (%s)', async (format) => {
    const text = await write(format, records);
    const changed = await readContent(text.replace('"name":"farm"', '"name":"firm"'));
    expect(changed.problems.map(({ code }) => code)).toEqual(['DIGEST_MISMATCH']);
    expect(changed.items).toHaveLength(3);
    expect(changed.end).toBeUndefined();
    const otherSource = await readContent(text.replace('"key":"orchard"', '"key":"0rchard"'));
    expect(otherSource.problems.map(({ code }) => code)).toEqual(['DIGEST_MISMATCH']);
  });

  it.each(formats)('refuse a bundle from which a record was taken out (%s)', async (format) => {
    const text = await write(format, records);
    const { problems } = await readContent(text.replace(/^\{.*"trees".*\n/m, ''));
    expect(problems).toEqual([expect.objectContaining({ code: 'COUNT_MISMATCH', severity: 'ERROR' })]);
    expect(problems[0]!.message).toBe('The bundle states 3 resources, but contains 2.');
  });

  it.each(formats)('refuse every truncation (%s)', async (format) => {
    const text = await write(format, records.slice(0, 2));
    for (let length = 40; length < text.length - 1; length += 13) {
      const { problems, end } = await readContent(text.slice(0, length));
      expect({ length, codes: problems.map(({ code }) => code) }).toEqual({ length, codes: ['FILE_TRUNCATED'] });
      expect(end).toBeUndefined();
    }
  });

  it('refuse a bundle without its digest, without resources, or without the list', async () => {
    const bundle = JSON.parse(await write('JSON', records)) as JsonObject;
    const codesOf = async (content: unknown): Promise<string[]> =>
      (await readContent(content)).problems.map(({ code }) => code);
    expect(await codesOf({ ...bundle, digest: undefined })).toEqual(['DIGEST_MISMATCH']);
    expect(await codesOf({ ...bundle, resources: undefined })).toEqual(['FORMAT_UNRECOGNIZED']);
    expect(await codesOf({ ...bundle, resources: {} })).toEqual(['FORMAT_UNRECOGNIZED']);
    expect(await codesOf(await write('JSON', [], { records: [] }))).toEqual(['NOTHING_TO_IMPORT']);
    expect(await codesOf(await write('JSONL', [], { records: [] }))).toEqual(['NOTHING_TO_IMPORT']);
  });

  it.each(formats)(
    'refuse a version that they do not read, before any record, and name the one they do (%s)',
    async (format) => {
      const text = (await write(format, records)).replace('"formatVersion":1', '"formatVersion":2');
      const { problems, items } = await readContent(text);
      expect(items).toEqual([]);
      expect(problems).toEqual([expect.objectContaining({ code: 'FORMAT_VERSION_UNSUPPORTED' })]);
      expect(problems[0]!.message).toBe('The bundle has version "2"; this server supports version 1.');
      const unversioned = await readContent((await write(format, records)).replace('"formatVersion":1,', ''));
      expect(unversioned.problems.map(({ code }) => code)).toEqual(['FORMAT_VERSION_UNSUPPORTED']);
    },
  );

  it('refuse a second bundle behind the first', async () => {
    const text = await write('JSONL', records);
    const { problems } = await readContent(text + text);
    expect(problems).toEqual([expect.objectContaining({ code: 'FILE_NOT_JSON', line: 6 })]);
  });

  it('report unknown members, and continue', async () => {
    const bundle = JSON.parse(await write('JSON', records)) as JsonObject;
    const { problems, items, end } = await readContent({ ...bundle, extra: 1 });
    expect(problems).toEqual([
      expect.objectContaining({ code: 'CONTENT_IGNORED', severity: 'WARNING', path: ['extra'] }),
    ]);
    expect(items).toHaveLength(3);
    expect(end).toBeDefined();
  });

  it('give an unknown source when the file has none, or one of another shape', async () => {
    const bundle = JSON.parse(await write('JSON', records)) as JsonObject;
    const unknown = { instance: null, project: null, branch: null, exportedAt: null, exportedBy: null };
    const odd = await readContent({ ...bundle, source: { project: { id: 1 }, branch: 7 } });
    expect(odd.events.find(({ type }) => type === 'source')).toEqual({ type: 'source', source: unknown });
  });

  it('read a spec that is nested up to the limit, and refuse one that is deeper', async () => {
    const nested = (depth: number): string =>
      `{"kind":"k/A","name":"n","spec":${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}}`;
    for (const format of formats) {
      const fits = await readContent(await write(format, [], { records: [blockOf([nested(100)])] }));
      expect(fits.problems).toEqual([]);
      const tooDeep = await readContent(await write(format, [], { records: [blockOf([nested(101)])] }));
      expect(tooDeep.problems.map(({ code }) => code)).toEqual(['NESTING_TOO_DEEP']);
    }
  });

  it('keep keys such as __proto__ as data', async () => {
    const record = '{"kind":"k/A","name":"__proto__","spec":{"__proto__":{"admin":true}}}';
    const { items } = await readContent(await write('JSON', [], { records: [blockOf([record])] }));
    expect(Object.keys(items[0]!.spec)).toEqual(['__proto__']);
    expect(({} as JsonObject)['admin']).toBeUndefined();
  });

  it('read a bundle whose header is after the first 64 KiB', async () => {
    const bundle = JSON.parse(
      await write('JSON', [...records, { kind: 'k/A', name: 'big', spec: { text: 'x'.repeat(100_000) } }]),
    ) as JsonObject;
    const { resources, ...rest } = bundle;
    const { reader, problems, items } = await readContent(JSON.stringify({ resources, ...rest }));
    expect(reader).toBe('waybill/json');
    expect(problems).toEqual([]);
    expect(items).toHaveLength(4);
  });

  it('read JSON Lines whose header is longer than 64 KiB', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...requirements[0]!, name: `ledger ${index}` }));
    for (const format of formats) {
      const { reader, problems } = await readContent(await write(format, records, { requirements: many }));
      expect(reader).toBe(format === 'JSON' ? 'waybill/json' : 'waybill/jsonl');
      expect(problems).toEqual([]);
    }
  });

  it('read through the JSON Lines reader even a file that ends without line break', async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, 'x');
      await writeFile(file, (await write('JSONL', records)).trimEnd());
      expect((await readPath(file)).problems).toEqual([]);
      expect(
        (await readWith(formatReaders[1]!, { ...diskFile(file), fileName: 'x', sizeBytes: 1 })).items,
      ).toHaveLength(3);
    });
  });
});
