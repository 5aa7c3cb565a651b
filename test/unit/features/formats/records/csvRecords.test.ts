import fc from 'fast-check';
import { diskFile } from '../../../../../src/features/files/worker.js';
import { readChunked, readContent } from '../writtenFile.js';
import type { Hints } from '../writtenFile.js';

const entries: Hints = { kind: 'objects/ObjectEntry', definitionErc: 'T' };

async function specsOf(content: string, hints: Hints = {}): Promise<unknown[]> {
  const { reader, items, problems } = await readContent(content, { ...entries, ...hints });
  expect(reader).toBe('objects/csv');
  expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  return items.map(({ spec }) => spec);
}

async function refusalOf(content: string | Buffer, hints: Hints = {}): Promise<unknown[]> {
  const { problems, end } = await readContent(content, { ...entries, ...hints });
  expect(end).toBeUndefined();
  return problems;
}

describe('a table', () => {
  it.each([
    ['commas', 'externalReferenceCode,t\nA,x\nB,y'],
    ['semicolons', 'externalReferenceCode;t\nA;x\nB;y\n'],
    ['tabs and CR LF', 'externalReferenceCode\tt\r\nA\tx\r\nB\ty\r\n'],
    ['bars and CR', 'externalReferenceCode|t\rA|x\rB|y\r'],
    ['a byte order mark', '\ufeffexternalReferenceCode,t\nA,x\n\n\nB,y\n\n'],
    ['quotes', '"externalReferenceCode","t"\r\n"A","x"\r\n"B","y"'],
    ['two kinds of line breaks', 'externalReferenceCode,t\n"A","x"\r\nB,y\r\n'],
    ['empty cells after the last column', 'externalReferenceCode,t,,\nA,x,,\nB,y,,\n'],
  ])('is read with %s', async (_, content) => {
    expect(await specsOf(content)).toEqual([
      { externalReferenceCode: 'A', t: 'x' },
      { externalReferenceCode: 'B', t: 'y' },
    ]);
  });

  it('is read with the delimiter and the quote that it is said to have', async () => {
    const csv = { delimiter: '~', quote: "'" };
    expect(await specsOf("externalReferenceCode~t\n'A'~'it''s ~ \"so\"'\n", { csv })).toEqual([
      { externalReferenceCode: 'A', t: 'it\'s ~ "so"' },
    ]);
  });

  it('makes no record of a row in which no cell has a value, and says how many there are', async () => {
    const { items, problems } = await readContent('externalReferenceCode,t\n,\nA,x\n\n ,\n"",""\nB,y\n,\n', entries);
    expect(items.map(({ name, line }) => [name, line])).toEqual([
      ['T/A', 3],
      ['T/B', 7],
    ]);
    expect(problems).toMatchObject([{ code: 'CONTENT_IGNORED', severity: 'WARNING', line: 2 }]);
    expect(problems[0]?.message).toContain('4 rows of the table have no value in any cell, the first on line 2');
  });

  it('may have no header: its columns are then numbers, which a mapping names', async () => {
    const mapping = [
      { source: '0', target: 'externalReferenceCode' },
      { source: '101', target: 'last' },
    ];
    const row = (code: string): string => [code, ...Array.from({ length: 100 }, () => ''), 'z'].join(',');
    const specs = await specsOf(`${row('A')}\n${row('B')}\n`, { csv: { hasHeader: false }, mapping });
    expect(specs).toEqual([
      { externalReferenceCode: 'A', last: 'z' },
      { externalReferenceCode: 'B', last: 'z' },
    ]);
  });

  it('may hold line breaks, delimiters and quotes in its cells, and its lines are counted with them', async () => {
    const { items } = await readContent('externalReferenceCode,t\nA,"one\ntwo, ""three""\n"\n\nB,\nC,x\n', entries);
    expect(items.map(({ name, line, spec }) => [name, line, spec['t']])).toEqual([
      ['T/A', 2, 'one\ntwo, "three"\n'],
      ['T/B', 6, undefined],
      ['T/C', 7, 'x'],
    ]);
  });

  it('nests dotted columns, gathers languages, and makes lists of numbered ones', async () => {
    const header =
      'externalReferenceCode,state.key,state.name,label_en_US,label_de_DE,tags.key_0,tags.name_0,tags.key_1,more_i18n';
    expect(
      await specsOf(`${header}\nA,open,Open,Cat,Katze,red,Red,blue,"en_US:x: y\r\nde_DE:z"\nB,,,,,,,green,plain\n`),
    ).toEqual([
      {
        externalReferenceCode: 'A',
        state: { key: 'open', name: 'Open' },
        label_i18n: { en_US: 'Cat', de_DE: 'Katze' },
        tags: [{ key: 'red', name: 'Red' }, { key: 'blue' }],
        more_i18n: { en_US: 'x: y', de_DE: 'z' },
      },
      { externalReferenceCode: 'B', tags: [{ key: 'green' }], more_i18n: 'plain' },
    ]);
  });

  it('may have a field in two shapes, and a row that fills both is told', async () => {
    const header = 'externalReferenceCode,state,state.key,tags,tags.key_0';
    const { items } = await readContent(`${header}\nA,open,,,\nB,,open,,red\nC,open,open,x,red\n`, entries);
    expect(items.slice(0, 2).map(({ spec }) => spec)).toEqual([
      { externalReferenceCode: 'A', state: 'open' },
      { externalReferenceCode: 'B', state: { key: 'open' }, tags: [{ key: 'red' }] },
    ]);
    const faults = items.map(({ problems }) => problems.map(({ code, path, line }) => [code, path.join('.'), line]));
    expect(faults).toEqual([
      [],
      [],
      [
        ['SPEC_INVALID', 'state.key', 4],
        ['SPEC_INVALID', 'tags', 4],
      ],
    ]);
  });

  it('may have two columns for one member of an element, and a row that fills both is reported', async () => {
    const header = 'externalReferenceCode,tags.key_0,tags.key_00,tags.key_000';
    const { items } = await readContent(`${header}\nA,x,,\nB,,x,\nC,x,y,z\n`, entries);
    for (const { spec } of items) expect(spec['tags']).toEqual([{ key: 'x' }]);
    expect(items.map(({ problems }) => problems)).toMatchObject([
      [],
      [],
      ['tags.key_00', 'tags.key_000'].map((name) => ({
        code: 'SPEC_INVALID',
        path: ['tags'],
        line: 4,
        message: `The row has values in two columns for the same member of an element of "tags"; the second one is "${name}".`,
      })),
    ]);
  });

  it('may not state a language twice in one cell', async () => {
    const content = 'externalReferenceCode,a_i18n\nA,"en_US:x\nde_DE:y\nen_US:z"\nB,"en_US:x\nen:y"\n';
    const { items } = await readContent(content, entries);
    expect(items[0]).toMatchObject({
      spec: { a_i18n: 'en_US:x\nde_DE:y\nen_US:z' },
      problems: [
        {
          code: 'DUPLICATE_KEY',
          path: ['a_i18n'],
          line: 2,
          message: 'The field "a_i18n" contains two lines for the language "en_US".',
        },
      ],
    });
    expect(items[1]).toMatchObject({ spec: { a_i18n: { en_US: 'x', en: 'y' } }, problems: [] });
  });

  it('gives texts, and other types where the fields are known', async () => {
    const content = 'externalReferenceCode,n,i,b,j\nA,1.50,007,TRUE,"{""a"":[1]}"\n';
    expect(await specsOf(content)).toEqual([
      { externalReferenceCode: 'A', n: '1.50', i: '007', b: 'TRUE', j: '{"a":[1]}' },
    ]);
    const fieldTypes = { n: 'number', i: 'integer', b: 'boolean', j: 'json' } as const;
    expect(await specsOf(content, { fieldTypes })).toEqual([
      { externalReferenceCode: 'A', n: 1.5, i: 7, b: true, j: { a: [1] } },
    ]);
  });

  it('names the field of a cell that is not of its type, in the item', async () => {
    const fieldTypes = { n: 'integer', b: 'boolean', j: 'json' } as const;
    const { items } = await readContent('externalReferenceCode,n,b,j\nA,1.5,yes,"{""__proto__"":1}"\n', {
      ...entries,
      fieldTypes,
    });
    expect(items[0]!.problems).toMatchObject([
      {
        code: 'SPEC_INVALID',
        path: ['n'],
        line: 2,
        name: 'T/A',
        message: 'The field "n" contains "1.5", which is not a whole number.',
      },
      { code: 'SPEC_INVALID', path: ['b'] },
      { code: 'SPEC_INVALID', path: ['j'] },
    ]);
  });

  it('loses the apostrophe that guards against formulas, and only that', async () => {
    const specs = await specsOf("externalReferenceCode,t\nA,'=1+1\nB,''=1\nC,'tis\nD,-5\n");
    expect(specs).toMatchObject([{ t: '=1+1' }, { t: "'=1" }, { t: "'tis" }, { t: '-5' }]);
  });

  it('tells a row of another width, with its line, and reads on', async () => {
    const { items, end } = await readContent('externalReferenceCode,t\nA\nB,x\nC,x,y\nD,z,\n', entries);
    expect(items.map(({ name, line, problems }) => [name, line, problems[0]?.message])).toEqual([
      ['T/A', 2, 'Record 1 of the file, on line 2, cannot be read: it has 1 cell where there are 2 columns.'],
      ['T/B', 3, undefined],
      ['T/C', 4, 'Record 3 of the file, on line 4, cannot be read: it has 3 cells where there are 2 columns.'],
      ['T/D', 5, undefined],
    ]);
    expect(items.map(({ spec }) => spec)).toMatchObject([
      { externalReferenceCode: 'A' },
      { t: 'x' },
      { externalReferenceCode: 'C', t: 'x', '(cells without a column)': ['y'] },
      { t: 'z' },
    ]);
    expect(end).toBeDefined();
  });

  it.each([
    ['a quote that is never closed', 'externalReferenceCode,t\nA,x\nB,"y\nC,z\n', 3, 'never closed'],
    ['something after a closing quote', 'externalReferenceCode,t\nA,"x"y\nB,z\n', 2, 'characters follow the closing'],
    ['a column twice', 'externalReferenceCode,t,t\nA,x,y\n', 1, 'Columns 2, 3 have the same name "t".'],
    ['a column without a name', 'externalReferenceCode,,t\nA,x,y\n', 1, 'Column 2 has no name.'],
    ['an empty part of a name', 'externalReferenceCode,a..b\nA,x\n', 1, 'empty part'],
  ])('is refused with %s', async (_, ...[content, line, message]) => {
    expect(await refusalOf(content)).toMatchObject([
      { code: 'CSV_MALFORMED', line, message: expect.stringContaining(message) as string },
    ]);
  });

  it.each([
    ['a delimiter of two characters', { delimiter: '::' }],
    ['a quote that is the delimiter', { delimiter: '"' }],
    ['an empty quote', { quote: '' }],
  ])('is refused when it is said to have %s', async (_, csv) => {
    const { readWith } = await import('../writtenFile.js');
    const { formatReaders } = await import('../../../../../src/features/formats/index.js');
    const reader = formatReaders.find(({ name }) => name === 'objects/csv')!;
    const options = { ...diskFile('nowhere'), fileName: 'x.csv', sizeBytes: 0, ...entries };
    const read = await readWith(reader, { ...options, csv: { quote: '"', ...csv } });
    expect(read.problems).toMatchObject([{ code: 'SETTING_INVALID' }]);
  });

  it('is refused when a field may not be called so', async () => {
    expect(await refusalOf('externalReferenceCode,__proto__.x\nA,1\n')).toMatchObject([
      { code: 'FORBIDDEN_KEY', line: 1 },
    ]);
  });

  it('names the line of bytes that are no UTF-8', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `E${row},x`).join('\n');
    const bytes = Buffer.from(`externalReferenceCode,t\n${rows}\nZ,\xe9\n`, 'latin1');
    expect(await refusalOf(bytes)).toMatchObject([{ code: 'FILE_NOT_UTF8', line: 30_002 }]);
  });

  it('gives the same items wherever its bytes are cut', async () => {
    const content = 'externalReferenceCode;t;ü\r\n"Ä" ;"x;\r\n""y"" €";1\r\n\r\nB;"" ;\r\nC;z;"3"\r\n';
    const whole = await readContent(content, entries);
    expect(whole.items.map(({ spec }) => spec)).toEqual([
      { externalReferenceCode: 'Ä', t: 'x;\r\n"y" €', ü: '1' },
      { externalReferenceCode: 'B' },
      { externalReferenceCode: 'C', t: 'z', ü: '3' },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), async (sizes) => {
        const cut = await readChunked(content, sizes, entries);
        expect(cut.items).toEqual(whole.items);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a mapping of columns', () => {
  const mapping = [
    { source: 'Code', target: 'externalReferenceCode' },
    { source: 'Colour', target: 'look.colour.key' },
  ];

  it('builds nested objects, and tells once which columns it leaves out', async () => {
    const { items, problems } = await readContent('Code,Colour,Size,Note\nA,red,1,\nB,,2,x\n', { ...entries, mapping });
    expect(items.map(({ spec }) => spec)).toEqual([
      { externalReferenceCode: 'A', look: { colour: { key: 'red' } } },
      { externalReferenceCode: 'B' },
    ]);
    expect(problems).toMatchObject([{ code: 'FIELD_UNMAPPED', severity: 'WARNING' }]);
    expect(problems[0]!.message).toContain('"Size", "Note"');
  });

  it.each([
    ['a column that is not there', [{ source: 'Kode', target: 'x' }], 'does not have'],
    ['one source twice', [...mapping, { source: 'Code', target: 'x' }], 'source field "Code" more than once'],
    [
      'one target twice',
      [...mapping, { source: 'Size', target: 'externalReferenceCode' }],
      'contains the target field',
    ],
    ['a target inside of another', [...mapping, { source: 'Size', target: 'look' }], '"look" cannot both be mapped'],
    ['an empty target', [{ source: 'Code', target: '' }], 'has no target'],
    ['a target with an empty part', [{ source: 'Code', target: 'a..b' }], 'empty part'],
  ])('is refused before anything is read with %s', async (_, ...[pairs, message]) => {
    const { items, problems } = await readContent('Code,Colour,Size\nA,red,1\n', { ...entries, mapping: pairs });
    expect(items).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'MAPPING_INVALID', message: expect.stringContaining(message) as string });
  });

  it('may not make a key that no spec may hold', async () => {
    const forbidden = [{ source: 'Code', target: 'constructor.x' }];
    const { problems } = await readContent('Code,Colour\nA,red\n', { ...entries, mapping: forbidden });
    expect(problems[0]).toMatchObject({ code: 'FORBIDDEN_KEY', path: ['mapping', '0'] });
  });
});
