import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { diskFile } from '../../../../../src/features/files/worker.js';
import { canonicalJson } from '../../../../../src/shared/canonicalJson.js';
import { checkBundleSize, writeBundle, type RecordBlock } from '../../../../../src/features/formats/index.js';
import { blockOf } from './writtenBundle.js';
import { readPath, withFolder } from '../writtenFile.js';
import type { ReadFile } from '../writtenFile.js';

const source = {
  instance: { id: 'i', name: 'Home' },
  project: { id: 'p', key: 'shop', name: 'Shop' },
  branch: 'main',
  exportedAt: '2024-05-01T10:00:00.000Z',
  exportedBy: null,
};
const records = ['z', 'a/b', 'ä'].map((name) =>
  canonicalJson({ kind: 'fast-data/ErSchema', name, spec: { version: '1', config: {} } }),
);

/** Exports three resources as an archive, changes it, and reads it. */
async function readArchive(change: (zip: JSZip) => JSZip | Promise<JSZip> = (zip) => zip): Promise<ReadFile> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'bundle.zip');
    await writeBundle({ file: diskFile(file), format: 'ZIP', source, requirements: [], records: [blockOf(records)] });
    const changed = await change(await JSZip.loadAsync(await readFile(file)));
    await writeFile(file, await changed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
    return readPath(file);
  });
}

/** The same files in another order, perhaps in a folder. */
function packAgain(zip: JSZip, folder = ''): JSZip {
  const packed = new JSZip();
  for (const name of Object.keys(zip.files).sort().reverse())
    packed.file(folder + name, zip.file(name)!.async('nodebuffer'));
  return packed;
}

const firstPath = 'resources/fast-data/ErSchema/z.json';

describe('an archive that Waybill exported', () => {
  it.each<[string, (zip: JSZip) => JSZip]>([
    ['as it was written', (zip) => zip],
    ['packed again in another order', packAgain],
    ['packed again inside of a folder', (zip) => packAgain(zip, 'shop/')],
  ])('is read back %s', async (_, change) => {
    const { items, problems, events, end } = await readArchive(change);
    expect(problems).toEqual([]);
    expect(items.map(({ name, spec }) => [name, spec])).toEqual(
      ['z', 'a/b', 'ä'].map((name) => [name, { version: '1', config: {} }]),
    );
    expect(items[0]!.member).toMatch(/resources\/fast-data\/ErSchema\/z\.json$/);
    expect(events[0]).toEqual({ type: 'source', source });
    expect(end).toMatchObject({ claimedCount: 3, bundleDigest: end!.claimedDigest });
  });

  it('is read back with a text that compresses as well as a ZIP bomb does', async () => {
    const text = 'a'.repeat(2 * 1024 * 1024);
    const record = canonicalJson({
      kind: 'fast-data/ErSchema',
      name: 'long',
      spec: { version: '1', config: { text } },
    });
    const { items, problems } = await withFolder(async (folder) => {
      const file = path.join(folder, 'bundle.zip');
      await writeBundle({
        file: diskFile(file),
        format: 'ZIP',
        source,
        requirements: [],
        records: [blockOf([record])],
      });
      return readPath(file);
    });
    expect(problems).toEqual([]);
    expect(items.map(({ spec }) => spec)).toEqual([{ version: '1', config: { text } }]);
  });

  it('holds more than 64 MiB of text', async () => {
    const block = randomBytes(2048).toString('hex').repeat(256);
    function* records(): Generator<RecordBlock> {
      for (let index = 0; index < 80; index++)
        yield blockOf([
          canonicalJson({ kind: 'fast-data/ErSchema', name: `r${index}`, spec: { version: '1', config: { block } } }),
        ]);
    }
    await withFolder(async (folder) => {
      const file = path.join(folder, 'bundle.zip');
      const written = await writeBundle({
        file: diskFile(file),
        format: 'ZIP',
        source,
        requirements: [],
        records: records(),
      });
      expect(written.count).toBe(80);
      const { items, problems } = await readPath(file);
      expect([items.length, problems]).toEqual([80, []]);
    });
  });

  it('is refused for more resources than a reader accepts, before anything is written', () => {
    expect(checkBundleSize('ZIP', 99_999)).toEqual([]);
    expect(checkBundleSize('JSONL', 100_000)).toEqual([]);
    expect(checkBundleSize('ZIP', 100_000)).toMatchObject([
      { code: 'SETTING_INVALID', message: 'The selection has 100,000 resources; an archive can hold 99,999.' },
    ]);
  });

  it('may be laid out anew', async () => {
    const { items, problems } = await readArchive(async (zip) => {
      const text = await zip.file(firstPath)!.async('string');
      return zip.file(firstPath, JSON.stringify(JSON.parse(text)));
    });
    expect([items.length, problems]).toEqual([3, []]);
  });

  it.each<[string, (zip: JSZip) => JSZip, string, RegExp]>([
    [
      'changed',
      (zip) => zip.file(firstPath, JSON.stringify({ kind: 'fast-data/ErSchema', name: 'z', spec: {} })),
      'DIGEST_MISMATCH',
      /changed or damaged/,
    ],
    ['missing', (zip) => zip.remove(firstPath), 'COUNT_MISMATCH', /z\.json/],
    [
      'not valid',
      (zip) => zip.file(firstPath, '{"kind":'),
      'FILE_TRUNCATED',
      /^In "resources\/fast-data\/ErSchema\/z\.json": /,
    ],
    ['without a name', (zip) => zip.file(firstPath, '{"kind":"fast-data/ErSchema"}'), 'ITEM_MALFORMED', /has no name/],
  ])('is refused when a resource is %s', async (_, change, ...[code, message]) => {
    const { problems, end } = await readArchive(change);
    expect(problems).toMatchObject([{ code, message: expect.stringMatching(message) as string }]);
    expect(end).toBeUndefined();
  });

  it('warns of a file that the manifest does not list', async () => {
    const { items, problems } = await readArchive((zip) => zip.file('resources/fast-data/ErSchema/extra.json', '{}'));
    expect(items).toHaveLength(3);
    expect(problems).toMatchObject([{ code: 'CONTENT_IGNORED', severity: 'WARNING' }]);
  });

  it('is refused in a version that is not read', async () => {
    const { problems } = await readArchive(async (zip) => {
      const manifest = JSON.parse(await zip.file('manifest.json')!.async('string')) as object;
      return zip.file('manifest.json', JSON.stringify({ ...manifest, formatVersion: 9 }));
    });
    expect(problems).toMatchObject([{ code: 'FORMAT_VERSION_UNSUPPORTED' }]);
  });
});
