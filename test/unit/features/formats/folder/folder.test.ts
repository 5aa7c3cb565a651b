import { mkdir, readFile, rename, symlink, utimes, writeFile, stat, copyFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { FileItem } from '../../../../../src/features/formats/index.js';
import type { JsonObject, JsonValue } from '../../../../../src/shared/json.js';
import { writeFolder } from '../../../../../src/features/formats/folder/writeFolder.js';
import { itemOf, source, TestFolder } from './writtenFolder.js';

const script = 'module.exports = function trim (value) {\n  return value.trim()\n}';
const markers = '<<<<<<< ours\none\n=======\ntwo\n>>>>>>> theirs\n';

describe('a folder with one file for each resource', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await TestFolder.make()));
  afterEach(() => folder.remove());

  it('has sorted, indented JSON without a time, a count or a digest', async () => {
    await folder.write([itemOf('books', { b: [1, { d: null }], a: {}, '10': true, '2': [] }, { title: 'Books' })]);
    expect(await folder.texts()).toEqual({
      '.gitattributes': '* -text\n',
      'fast-data/Projection/books.json': `{
  "kind": "fast-data/Projection",
  "name": "books",
  "title": "Books",
  "id": "id-of-books",
  "spec": {
    "10": true,
    "2": [],
    "a": {},
    "b": [
      1,
      {
        "d": null
      }
    ]
  }
}
`,
      'waybill.json': `{
  "format": "waybill/folder",
  "formatVersion": 1,
  "source": {
    "branch": "main",
    "instance": {
      "id": "i",
      "name": "here"
    },
    "project": {
      "id": "p",
      "key": "library",
      "name": "Library"
    }
  }
}
`,
    });
  });

  it('keeps scripts and XML in files of their own', async () => {
    const xml = '<?xml version="1.0"?>\r\n<workflow/>\r\n';
    const spec = {
      casting: script,
      content: xml,
      steps: [{ name: 'first step', script: 'a = 1\nb = 2\n' }],
      short: 'a\nb',
    };
    await folder.write([itemOf('trim', spec)]);
    const texts = await folder.texts();
    expect(texts).toMatchObject({
      'fast-data/Projection/trim~casting.js': script,
      'fast-data/Projection/trim~content.xml': xml,
      'fast-data/Projection/trim~steps.first step.script.groovy': 'a = 1\nb = 2\n',
    });
    expect(texts['fast-data/Projection/trim.json']).toContain('"casting": {\n      "$file": "trim~casting.js"\n    }');
    expect((await folder.items())[0]?.spec).toEqual(spec);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(`${script}\n`, '<p>\n', `${markers}x`, `\ufeff\r\n${'x'.repeat(500)}\n`, '\ud800\n'.repeat(200)),
  );
  const key = fc.oneof(fc.constantFrom('$file', '$$file', '__proto__', 'casting', 'name', '1', 'content'), text);
  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }) as fc.Arbitrary<JsonValue>,
    ),
  }));
  const spec = fc.dictionary(key, value, { maxKeys: 4 }) as fc.Arbitrary<JsonObject>;
  const name = fc.oneof(
    fc.constantFrom('lending', 'Lending', 'LENDING', 'con', 'a/b', 'A/b', '..', 'é', 'e\u0301', 'x~y'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
  );
  const optional = fc.option(text, { nil: null });
  const origin = {
    ...{ instance: { id: 'i', name: 'there' }, project: null, branch: 'main', exportedAt: '2026-01-01T00:00:00.000Z' },
    ...{ sourceName: 'x', sourceId: null, bundleDigest: 'sha256:1' },
  };
  const item = fc
    .record({
      name,
      spec,
      kind: fc.constantFrom('a/K', 'b/K'),
      title: optional,
      parent: optional,
      origins: fc.constantFrom<FileItem['origins'][]>([], [origin, origin]),
    })
    .map(({ name: own, spec: content, ...more }) =>
      itemOf(own, JSON.parse(JSON.stringify(content)) as JsonObject, { ...more, sourceId: null }),
    );
  const items = fc.uniqueArray(item, { selector: ({ kind, name: own }) => `${kind} ${own}`, maxLength: 5 });

  it('loses nothing of any spec and any name, and the same content gives the same bytes in any order', async () => {
    await fc.assert(
      fc.asyncProperty(items, async (all) => {
        const [one, other] = [await TestFolder.make(), await TestFolder.make()];
        try {
          await one.write(all);
          await other.write([...all].reverse());
          expect(await one.faults()).toEqual([]);
          const read = await one.items();
          const byName = (list: typeof read) => new Map(list.map((each) => [`${each.kind} ${each.name}`, each]));
          expect(byName(read)).toEqual(byName(all));
          const texts = await one.texts();
          expect(await other.texts()).toEqual(texts);
          expect(await one.write(read)).toMatchObject({ written: 0, removed: 0 });
          expect(await one.texts()).toEqual(texts);
        } finally {
          await one.remove();
          await other.remove();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('touches no file that is right already', async () => {
    await folder.write([itemOf('a'), itemOf('b')]);
    const old = new Date(0);
    await utimes(folder.file('fast-data/Projection/a.json'), old, old);
    expect(await folder.write([itemOf('a'), itemOf('b', { x: 1 })])).toEqual({
      ...{ resources: 2, written: 1, unchanged: 3, removed: 0 },
    });
    expect((await stat(folder.file('fast-data/Projection/a.json'))).mtime).toEqual(old);
  });

  it('removes what it wrote for a resource that is gone, and nothing else', async () => {
    await folder.write([itemOf('gone', { casting: script }), itemOf('Other/x'), itemOf('kept')]);
    const ours = 'fast-data/Projection/new.json';
    await writeFile(folder.file(ours), JSON.stringify({ kind: 'fast-data/Projection', name: 'new', spec: {} }));
    await writeFile(folder.file('README.md'), 'notes');
    await writeFile(folder.file('fast-data/Projection/notes.txt'), 'notes');
    await writeFile(folder.file('fast-data/Projection/broken.json'), markers);
    expect(await folder.write([itemOf('kept')])).toMatchObject({ removed: 3 });
    expect(Object.keys(await folder.texts())).toEqual([
      ...['.gitattributes', 'README.md', 'fast-data/Projection/broken.json', 'fast-data/Projection/kept.json', ours],
      ...['fast-data/Projection/notes.txt', 'waybill.json'],
    ]);
  });

  it('removes it too after an editor has put a byte order mark in front', async () => {
    await folder.write([itemOf('gone'), itemOf('kept')]);
    const file = folder.file('fast-data/Projection/gone.json');
    await writeFile(file, `\uFEFF${await readFile(file, 'utf8')}`);
    expect((await folder.items()).map(({ name }) => name)).toEqual(['gone', 'kept']);
    expect(await folder.write([itemOf('kept')])).toMatchObject({ removed: 1 });
  });

  it('is as it was if it is interrupted before its files are replaced', async () => {
    await folder.write([itemOf('a')]);
    const before = await folder.texts();
    const controller = new AbortController();
    const items = function* () {
      yield itemOf('a', { x: 1 });
      yield itemOf('b');
      controller.abort(new Error('interrupted'));
      yield itemOf('c');
    };
    const writing = writeFolder(folder.path, { source, items }, { signal: controller.signal });
    await expect(writing).rejects.toThrow('interrupted');
    expect(await folder.texts()).toEqual(before);
  });

  it('is told to be broken if it is interrupted while its files are replaced, and mended by the next export', async () => {
    await folder.write([itemOf('a')]);
    // A folder stands where a file must go: the replacement ends half way.
    await mkdir(folder.file('fast-data/Projection/b.json/x'), { recursive: true });
    await expect(folder.write([itemOf('a', { x: 1 }), itemOf('b')])).rejects.toThrow();
    expect((await folder.faults())[0]).toMatch(/^\.waybill-incomplete: An export into this folder was interrupted/);
    await rename(folder.file('fast-data/Projection/b.json'), folder.file('moved'));
    await folder.write([itemOf('a', { x: 1 }), itemOf('b')]);
    expect(await folder.faults()).toEqual([]);
    expect(Object.keys(await folder.texts())).not.toContain('.waybill-incomplete');
  });

  it('tells every fault with its file and line', async () => {
    await folder.write([itemOf('a', { casting: script }), itemOf('b'), itemOf('c'), itemOf('d'), itemOf('e')]);
    const file = (name: string) => folder.file(`fast-data/Projection/${name}`);
    await writeFile(file('b.json'), `{\n${markers}}`);
    await rename(file('c.json'), file('renamed.json'));
    await copyFile(file('d.json'), file('copy.json'));
    await writeFile(file('f.json'), (await readFile(file('e.json'), 'utf8')).replace('"e"', '"f"'));
    await writeFile(file('a~casting.js'), `x\n${markers}`);
    await writeFile(file('g.json'), '{\n  "a": 1,\n}');
    await writeFile(
      file('h.json'),
      '{"kind": "fast-data/Projection", "name": "h", "spec": {"x": {"$file": "../../secret"}}}',
    );
    await writeFile(
      file('i.json'),
      '{"kind": "fast-data/Projection", "name": "i", "spec": {"x": {"$file": "none.js"}}}',
    );
    await writeFile(file('j.json'), '{"kind": "fast-data/Projection", "name": "j"}');
    await writeFile(file('k.json'), '[]');
    await symlink('/etc/hosts', file('link.json'));
    const faults = (await folder.faults()).map((fault) => fault.replaceAll('fast-data/Projection/', ''));
    expect(faults).toEqual([
      'link.json: This is a link, or not a file at all: nothing outside the folder is read.',
      'a.json:2: In "a~casting.js": The file contains a conflict that Git could not merge.',
      'b.json:2: The file contains a conflict that Git could not merge.',
      expect.stringMatching(/^g\.json:3: The file is not valid JSON/),
      'h.json: "$file" must be the name of a file in the same folder, but it is "../../secret".',
      'i.json: The file "none.js" is missing: a text of this resource is in it.',
      expect.stringMatching(/^j\.json:1: The record of .* is incomplete: it has no "spec"/),
      'k.json:1: The file is no resource: a resource has a "kind", a "name" and a "spec".',
      'd.json: copy.json contains the Projection "d" too.'
        .replace('the Projection', 'the fast-data/Projection')
        .replace('fast-data/Projection/', ''),
      'f.json: e.json has the same "id": one of the two is a copy.',
      expect.stringMatching(/^copy\.json: The file contains the .*"d", which belongs in d\.json/),
      expect.stringMatching(/^renamed\.json: The file contains the .*"c", which belongs in c\.json/),
    ]);
  });

  it('finds a name with its suffix and without it, as long as no other file is meant', async () => {
    await folder.write([itemOf('Lending')]);
    const written = 'fast-data/Projection/Lending.json';
    await writeFile(
      folder.file(written.replace('Lending', 'lending')),
      (await readFile(folder.file(written), 'utf8')).replaceAll('Lending', 'lending'),
    );
    expect((await folder.faults()).join()).toMatch(/"Lending", which belongs in .*Lending~[\da-f]{10}\.json/);
    await folder.write(await folder.items());
    expect(await folder.faults()).toEqual([]);
  });

  it('writes through no link', async () => {
    const other = await TestFolder.make();
    await symlink(other.path, folder.file('fast-data'));
    await expect(folder.write([itemOf('a')])).rejects.toThrow('fast-data is a link: nothing is written through it.');
    expect(await other.texts()).toEqual({});
    await other.remove();
  });

  it('says what a folder is that is none of Waybill', async () => {
    expect(await folder.faults()).toEqual([
      'waybill.json: The folder has no file waybill.json, so it is not one of Waybill.',
    ]);
    await writeFile(folder.file('waybill.json'), '{"format": "waybill/folder", "formatVersion": 2}');
    expect(await folder.faults()).toEqual(['waybill.json: The folder has format version "2"; version 1 is supported.']);
  });
});
