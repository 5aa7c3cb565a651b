import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { diskFile } from '../../../../../src/features/files/worker.js';
import type { JsonObject } from '../../../../../src/shared/json.js';
import type { ExportRecord, RecordFormat } from '../../../../../src/features/formats/index.js';
import { writeRecords, type WriteRecordsOptions } from '../../../../../src/features/formats/writing/writeRecords.js';
import { readPath, withFolder, type Hints, type ReadFile } from '../writtenFile.js';

function entry(code: string, members: JsonObject = {}, definition = 'Ticket'): ExportRecord {
  const spec = { externalReferenceCode: code, ...members };
  return { kind: 'objects/ObjectEntry', name: `${definition}/${code}`, externalReferenceCode: code, spec };
}

function resource(kind: string, code: string, members: JsonObject = {}): ExportRecord {
  return {
    kind: `objects/${kind}`,
    name: code,
    externalReferenceCode: code,
    spec: { externalReferenceCode: code, ...members },
  };
}

type Options = Partial<Omit<WriteRecordsOptions, 'file' | 'format' | 'records'>>;

/** Writes records, two at a time, and hands over the bytes and what reading them gives. */
async function write(
  format: RecordFormat,
  records: readonly ExportRecord[],
  { hints, ...options }: Options & { hints?: Hints } = {},
): Promise<{ bytes: Buffer; text: string; read: ReadFile; count: number }> {
  const batches = Array.from({ length: Math.ceil(records.length / 2) }, (_, place) =>
    records.slice(place * 2, place * 2 + 2),
  );
  return withFolder(async (folder) => {
    const file = path.join(folder, 'export');
    const written = await writeRecords({
      file: diskFile(file),
      format,
      isArchive: false,
      records: () => batches,
      ...options,
    });
    const bytes = await readFile(file);
    expect(written).toMatchObject({
      count: records.length,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await readdir(folder)).toEqual(['export']);
    return { bytes, text: bytes.toString(), count: written.count, read: await readPath(file, hints) };
  });
}

const entryHints: Hints = { kind: 'objects/ObjectEntry', definitionName: 'Ticket' };

describe('writeRecords', () => {
  const two = [entry('A', { title: 'One' }), entry('B', { n: 1 })];

  it('writes a batch file that can be imported again as it is', async () => {
    const { text, read } = await write('JSONT', two);
    expect(text).toBe(
      [
        '{"configuration":{"className":"com.liferay.object.rest.dto.v1_0.ObjectEntry",' +
          '"parameters":{"createStrategy":"UPSERT","importStrategy":"ON_ERROR_FAIL","updateStrategy":"UPDATE"},' +
          '"taskItemDelegateName":"C_Ticket","version":"v1.0"},',
        '"items":[',
        '{"externalReferenceCode":"A","title":"One"},',
        '{"externalReferenceCode":"B","n":1}',
        ']}',
        '',
      ].join('\n'),
    );
    expect(read.problems).toEqual([]);
    expect(read.items.map(({ kind, name, definition }) => [kind, name, definition])).toEqual([
      ['objects/ObjectEntry', 'Ticket/A', { name: 'Ticket' }],
      ['objects/ObjectEntry', 'Ticket/B', { name: 'Ticket' }],
    ]);
    expect(read.events).toContainEqual({
      type: 'settings',
      settings: {
        kind: 'objects/ObjectEntry',
        createStrategy: 'UPSERT',
        updateStrategy: 'UPDATE',
        importStrategy: 'ON_ERROR_FAIL',
      },
    });
  });

  it('writes an array and lines', async () => {
    const list = await write('LIFERAY_JSON', two, { hints: entryHints });
    expect(list.text).toBe('[\n{"externalReferenceCode":"A","title":"One"},\n{"externalReferenceCode":"B","n":1}\n]\n');
    const lines = await write('LIFERAY_JSONL', two, { hints: entryHints });
    expect(lines.text).toBe('{"externalReferenceCode":"A","title":"One"}\n{"externalReferenceCode":"B","n":1}\n');
    expect(lines.read.items.map(({ spec }) => spec)).toEqual(list.read.items.map(({ spec }) => spec));
  });

  it('writes a table with dotted headers that no spreadsheet runs', async () => {
    const written = {
      externalReferenceCode: 'B',
      label_i18n: { en_US: 'Cat', 'de-DE': 'Katze' },
      ok: true,
      list: [1, 'x'],
    };
    const records = [
      entry('A', {
        t: '=1+1',
        state: { key: 'open', name: 'Open' },
        tags: [{ key: 'red' }, { key: 'blue', name: 'Blue' }],
        n: -1,
      }),
      entry('B', { ...written, none: null, empty: '' }),
    ];
    const { text, read } = await write('CSV', records, {
      hints: { ...entryHints, fieldTypes: { n: 'integer', ok: 'boolean', list: 'json' } },
    });
    expect(text).toBe(
      [
        'externalReferenceCode,t,state.key,state.name,tags.key_0,tags.key_1,tags.name_1,n,label_en_US,label_i18n.de-DE,ok,list,none,empty',
        "A,'=1+1,open,Open,red,blue,Blue,-1,,,,,,",
        'B,,,,,,,,Cat,Katze,true,"[1,""x""]",,',
        '',
      ].join('\r\n'),
    );
    expect(read.items.map(({ spec }) => spec)).toEqual([records[0]!.spec, written]);
  });

  it('writes the chosen fields of a table, in their order, and the code', async () => {
    const records = [entry('A', { b: 1, a: { x: 1, y: 2 }, c: 3 }), entry('B', { a: { z: 'q"' } })];
    const { text } = await write('CSV', records, { fields: ['a', 'b', 'missing'] });
    expect(text).toBe('externalReferenceCode,a.x,a.y,a.z,b,missing\r\nA,1,2,,1,\r\nB,,,"q""",,\r\n');
    const inner = await write('CSV', records, { fields: ['a.y', 'externalReferenceCode'] });
    expect(inner.text).toBe('externalReferenceCode,a.y\r\nA,2\r\nB,\r\n');
  });

  it('writes the chosen fields of a batch file, which then leaves the others as they are', async () => {
    const { text } = await write('JSONT', [entry('A', { b: 1, a: { x: 1, y: 2 }, c: 3 }), entry('B', { 'a.y': 5 })], {
      fields: ['a.y', 'b', 'missing'],
    });
    expect(text.split('\n').slice(2, 4)).toEqual([
      '{"externalReferenceCode":"A","a":{"y":2},"b":1},',
      '{"externalReferenceCode":"B","a.y":5}',
    ]);
    expect(text).toContain('"updateStrategy":"PARTIAL_UPDATE"');
  });

  it('gives a code to what was made without one', async () => {
    const folder = { kind: 'objects/ObjectFolder', name: 'F', externalReferenceCode: null, spec: { label: {} } };
    const ofFolders = { hints: { kind: 'objects/ObjectFolder' } };
    expect((await write('JSONT', [folder], ofFolders)).text).toContain('\n{"externalReferenceCode":"F","label":{}}\n');
    const made = { ...entry('A'), externalReferenceCode: null, spec: { n: 1 } };
    expect((await write('LIFERAY_JSONL', [made], { hints: entryHints })).text).toBe(
      '{"externalReferenceCode":"A","n":1}\n',
    );
    const workflow = { kind: 'objects/WorkflowDefinition', name: 'W', externalReferenceCode: null };
    expect((await write('JSONT', [{ ...workflow, spec: { name: 'W' } }])).read.items).toMatchObject([
      { name: 'W', spec: { name: 'W' } },
    ]);
  });

  const kind = 'fast-data/CastFunction';

  it('writes resources of other kinds by their names, and reads them again', async () => {
    const records = [
      { kind, name: 'one', title: '=One', externalReferenceCode: 'E1', spec: { casting: 'a,\n"b"', type: 'custom' } },
      { kind, name: 'two', title: null, externalReferenceCode: null, spec: { casting: 'c' } },
    ];
    const { text, read } = await write('CSV', records, { hints: { kind } });
    expect(text).toBe(
      'name,title,externalReferenceCode,casting,type\r\none,\'=One,E1,"a,\n""b""",custom\r\ntwo,,,c,\r\n',
    );
    expect(read.problems).toEqual([]);
    expect(read.items).toMatchObject(records);
    const packed = await write('CSV', records, { hints: { kind }, isArchive: true });
    expect(Object.keys((await JSZip.loadAsync(packed.bytes)).files)).toEqual(['07-fast-data-cast-function.csv']);
    expect(packed.read.items).toMatchObject(records);
  });

  it('reads a record of another kind without a name as an item with a problem', async () => {
    const { read } = await write('CSV', [{ kind, name: '', externalReferenceCode: null, spec: { casting: 'c' } }], {
      hints: { kind },
    });
    expect(read.items).toMatchObject([{ kind, name: '#1', problems: [{ code: 'ITEM_MALFORMED', line: 2 }] }]);
  });

  it('packs one file for each class, in the order in which they need each other', async () => {
    const records = [
      resource('Picklist', 'P', { listTypeEntries: [] }),
      resource('ObjectDefinition', 'T', { name: 'Ticket', objectFields: [] }),
      entry('A'),
      entry('B'),
      entry('C'),
      entry('A', {}, 'Other'),
      resource('ApiApplication', 'X', { title: 'x', baseURL: 'x', applicationStatus: 'published' }),
    ];
    for (const format of ['JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL'] as const) {
      const { bytes, read } = await write(format, records, { isArchive: true });
      const extension = { JSONT: 'batch-engine-data.json', LIFERAY_JSON: 'json', LIFERAY_JSONL: 'jsonl' }[format];
      const zip = await JSZip.loadAsync(bytes);
      expect(Object.keys(zip.files)).toEqual([
        `01-list-type-definition.${extension}`,
        `04-object-definition.${extension}`,
        `05-object-entry.C_Ticket.${extension}`,
        `05-object-entry.C_Other.${extension}`,
        `06-object-entry.C_APIApplication.${extension}`,
      ]);
      expect(read.problems).toEqual([]);
      const nameOf = ({ kind, name }: { kind: string; name: string }): string => `${kind} ${name}`;
      expect(read.items.map(nameOf).sort()).toEqual(records.map(nameOf).sort());
      expect((await write(format, records, { isArchive: true })).bytes).toEqual(bytes);
    }
  });

  it('packs tables of entries, each with the columns of its own', async () => {
    const { bytes, read } = await write('CSV', [entry('A', { a: 'x' }), entry('A', { b: 'y' }, 'Other')], {
      isArchive: true,
    });
    const zip = await JSZip.loadAsync(bytes);
    expect(await zip.file('05-object-entry.C_Other.csv')!.async('string')).toBe('externalReferenceCode,b\r\nA,y\r\n');
    expect(read.items.map(({ name, spec }) => [name, spec])).toEqual([
      ['Other/A', { externalReferenceCode: 'A', b: 'y' }],
      ['Ticket/A', { externalReferenceCode: 'A', a: 'x' }],
    ]);
  });

  it('writes files that hold nothing', async () => {
    const recordClass = { kind: 'objects/Picklist', definitionName: undefined };
    expect((await write('LIFERAY_JSON', [])).text).toBe('[\n]\n');
    expect((await write('LIFERAY_JSONL', [])).text).toBe('');
    expect((await write('CSV', [], { fields: ['a'] })).text).toBe('externalReferenceCode,a\r\n');
    const { read } = await write('JSONT', [], { recordClass });
    expect(read.problems).toMatchObject([{ code: 'NOTHING_TO_IMPORT' }]);
  });

  it.each([false, true])('leaves nothing behind when the records fail (archive: %s)', async (isArchive) => {
    await withFolder(async (folder) => {
      async function* records(): AsyncGenerator<ExportRecord[]> {
        yield await Promise.resolve([entry('A')]);
        throw new Error('The database is gone.');
      }
      const options = { file: diskFile(path.join(folder, 'x')), format: 'JSONT', isArchive, records } as const;
      await expect(writeRecords(options)).rejects.toThrow('The database is gone.');
      expect(await readdir(folder)).toEqual([]);
    });
  });

  it.each([false, true])('fails when the disk does (archive: %s)', async (isArchive) => {
    await withFolder(async (folder) => {
      await writeFile(path.join(folder, 'file'), '');
      const file = diskFile(path.join(folder, 'file', 'x'));
      const records = () => [[entry('A')]];
      await expect(writeRecords({ file, format: 'JSONT', isArchive, records })).rejects.toThrow(/ENOTDIR|EEXIST/);
    });
  });

  it('tells a programmer that a class comes twice, or that a file has two', async () => {
    await withFolder(async (folder) => {
      const records = [[entry('A'), resource('Picklist', 'P')], [entry('B')]];
      const options = { file: diskFile(path.join(folder, 'x')), format: 'JSONT', records: () => records } as const;
      await expect(writeRecords({ ...options, isArchive: true })).rejects.toThrow('are not adjacent');
      await expect(writeRecords({ ...options, isArchive: false })).rejects.toThrow('holds one class');
    });
  });

  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const value = fc.oneof(text, fc.constantFrom(' ', ' a\t', '=a', "'=a", "''-", '"', 'a\r\nb', ';', '\ta', '+1'));
  const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value);
  const nested = fc.record({ key: value, name: value });
  const specs = fc.record(
    {
      d: nested,
      tags: fc.array(nested, { minLength: 1, maxLength: 3 }),
      t_i18n: fc.record({ en_US: value, de_DE: value }),
    },
    { requiredKeys: [] },
  );

  it.each<RecordFormat>(['JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL', 'CSV'])(
    'writes what reading gives back, as %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fields, specs), { minLength: 1, maxLength: 6 }), async (rows) => {
          const records = rows.map(([some, more], place) => entry(`E${place}`, { ...some, ...more }));
          for (const isArchive of [false, true]) {
            const hints = { ...entryHints, csv: { delimiter: ',' } };
            const { read } = await write(format, records, isArchive ? { isArchive } : { hints });
            expect(read.problems).toEqual([]);
            expect(read.items.map(({ name, spec }) => ({ name, spec }))).toEqual(
              records.map(({ name, spec }) => ({ name, spec })),
            );
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});
