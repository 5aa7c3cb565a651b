import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { diskFile } from '../../../../../src/features/files/worker.js';
import { writeBundle, type RecordBlock } from '../../../../../src/features/formats/index.js';
import { canonicalJson, sha256 } from '../../../../../src/shared/canonicalJson.js';
import type { JsonValue } from '../../../../../src/shared/json.js';
import { withFolder } from '../writtenFile.js';
import { blockOf, formats, records, requirements, source, textsOf, write } from './writtenBundle.js';

describe('writeBundle', () => {
  it('lays a JSON bundle out with a line for each member, requirement and record', async () => {
    const text = await write('JSON', records.slice(0, 2));
    const lines = text.split('\n');
    expect(lines[0]).toBe('{"format":"waybill/bundle",');
    expect(lines[1]).toBe('"formatVersion":1,');
    expect(lines[2]).toMatch(/^"source":\{"branch":"main","exportedAt"/);
    expect(lines.slice(3, 6)).toEqual([
      '"requirements":[',
      `${canonicalJson(requirements[0] as unknown as JsonValue)}],`,
      '"resources":[',
    ]);
    expect(lines.slice(6, 9)).toEqual([`${textsOf(records)[0]!},`, textsOf(records)[1], '],']);
    expect(lines[9]).toBe('"count":2,');
    expect(lines[10]).toMatch(/^"digest":"sha256:[0-9a-f]{64}"\}$/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      ...['format', 'formatVersion', 'source', 'requirements', 'resources', 'count', 'digest'],
    ]);
  });

  it('writes JSON Lines as header, records and trailer', async () => {
    const lines = (await write('JSONL', records)).split('\n');
    expect(lines[0]).toMatch(/^\{"format":"waybill\/bundle","formatVersion":1,"requirements":\[/);
    expect(lines.slice(1, 4)).toEqual(textsOf(records));
    expect(lines[4]).toMatch(/^\{"count":3,"digest":"sha256:[0-9a-f]{64}"\}$/);
    expect(lines.slice(5)).toEqual(['']);
  });

  it.each(formats)('tells size, hash, count and digest of what it wrote (%s)', async (format) => {
    await withFolder(async (folder) => {
      const file = path.join(folder, 'out');
      const progress: number[] = [];
      const batches = [records.slice(0, 1), records.slice(1)].map((block) => blockOf(textsOf(block)));
      const written = await writeBundle({
        file: diskFile(file),
        format,
        source,
        requirements,
        records: batches,
        onProgress: ({ count }) => progress.push(count),
      });
      const bytes = await readFile(file);
      expect(written).toMatchObject({
        sizeBytes: bytes.length,
        sha256: sha256(bytes).replace('sha256:', ''),
        count: 3,
      });
      expect(bytes.toString()).toContain(written.digest);
      expect(progress).toEqual([1, 3]);
      expect(await readdir(folder)).toEqual(['out']);
    });
  });

  it('gives the same bytes for the same content, and the same digest at another time, from another person, in the other shape', async () => {
    expect(await write('JSON', records)).toBe(await write('JSON', records));
    const later = { ...source, exportedAt: '2027-01-01T00:00:00.000Z', exportedBy: null };
    const digestOf = (text: string): string => /"digest":"(sha256:[0-9a-f]{64})"\}\n$/.exec(text)![1]!;
    const digests = [
      digestOf(await write('JSON', records)),
      digestOf(await write('JSONL', records)),
      digestOf(await write('JSON', records, { source: later })),
    ];
    expect(new Set(digests).size).toBe(1);
    expect(digestOf(await write('JSON', records, { requirements: [] }))).not.toBe(digests[0]);
    expect(digestOf(await write('JSON', records, { source: { ...source, branch: 'dev' } }))).not.toBe(digests[0]);
  });

  it('leaves nothing behind when the records fail or the signal ends it', async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, 'out');
      const options = { file: diskFile(file), format: 'JSON' as const, source, requirements };
      async function* failing(): AsyncGenerator<RecordBlock> {
        yield blockOf(textsOf(records));
        await Promise.reject(new Error('the database is gone'));
      }
      await expect(writeBundle({ ...options, records: failing() })).rejects.toThrow('the database is gone');
      const signal = AbortSignal.abort(new Error('cancelled'));
      await expect(writeBundle({ ...options, records: [blockOf(textsOf(records))], signal })).rejects.toThrow(
        'cancelled',
      );
      expect(await readdir(folder)).toEqual([]);
    });
  });
});
