import fc from 'fast-check';
import { readChunked, readContent } from '../writtenFile.js';

const entries = { kind: 'objects/ObjectEntry', definitionErc: 'TICKET' };

describe('a JSON array of records', () => {
  it('is told by what only items of one class have', async () => {
    const { reader, items } = await readContent([
      { externalReferenceCode: 'T', name: 'Ticket', objectFields: [] },
      { externalReferenceCode: 'P', name: 'Prio', listTypeEntries: [] },
      { externalReferenceCode: 'F', 'x-class-name': 'com.liferay.object.admin.rest.dto.v1_0.ObjectFolder' },
      { externalReferenceCode: 'A', baseURL: 'a', applicationStatus: 'published' },
    ]);
    expect(reader).toBe('objects/json');
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['objects/ObjectDefinition', 'T'],
      ['objects/Picklist', 'P'],
      ['objects/ObjectFolder', 'F'],
      ['objects/ApiApplication', 'A'],
    ]);
  });

  it('requires the kind of its records when nothing in it states it', async () => {
    const content = [{ externalReferenceCode: 'E1', title: 'One' }];
    const asked = await readContent(content);
    expect(asked.problems).toMatchObject([{ code: 'KIND_REQUIRED', path: ['options', 'kind'], line: 2 }]);
    expect(asked.end).toBeUndefined();
    const told = await readContent(content, entries);
    expect(told.items).toMatchObject([{ name: 'TICKET/E1', title: 'One', externalReferenceCode: 'E1' }]);
  });

  it('takes the name of the file only where the content does not tell', async () => {
    const fileName = '06-object-entry.C_Ticket.json';
    const entry = await readContent([{ externalReferenceCode: 'E1' }], { fileName });
    expect(entry.items).toMatchObject([{ kind: 'objects/ObjectEntry', name: 'Ticket/E1' }]);
    const picklist = await readContent([{ externalReferenceCode: 'P', listTypeEntries: [] }], { fileName });
    expect(picklist.items).toMatchObject([{ kind: 'objects/Picklist' }]);
    const folder = await readContent([{ externalReferenceCode: 'F' }], { fileName: 'x/01-object-folder.json' });
    expect(folder.items).toMatchObject([{ kind: 'objects/ObjectFolder' }]);
  });

  it('is read without external reference codes when a mapping gives them', async () => {
    const mapping = [
      { source: 'code', target: 'externalReferenceCode' },
      { source: 'who.name', target: 'owner.label' },
    ];
    const { items, problems } = await readContent(
      [
        { code: 'A', who: { name: 'Ann', age: 3 } },
        { code: 'B', extra: 1 },
      ],
      {
        ...entries,
        mapping,
      },
    );
    expect(items.map(({ spec }) => spec)).toEqual([
      { externalReferenceCode: 'A', owner: { label: 'Ann' } },
      { externalReferenceCode: 'B' },
    ]);
    expect(problems).toMatchObject([{ code: 'FIELD_UNMAPPED', severity: 'WARNING' }]);
    expect(problems[0]!.message).toContain('"who.age", "extra"');
  });

  it('refuses a mapping from a field that no record has', async () => {
    const mapping = [{ source: 'nowhere', target: 'externalReferenceCode' }];
    const { problems, end } = await readContent([{ externalReferenceCode: 'A' }], { ...entries, mapping });
    expect(problems.map(({ code }) => code)).toEqual(['MAPPING_INVALID', 'FIELD_UNMAPPED']);
    expect(end).toBeUndefined();
  });

  it('does not stop at an element that is no object', async () => {
    const { items, end } = await readContent(
      '[{"externalReferenceCode":"A"},5,\n{"externalReferenceCode":"B"}]',
      entries,
    );
    expect(items.map(({ name, line }) => [name, line])).toEqual([
      ['TICKET/A', 1],
      ['#2', 1],
      ['TICKET/B', 2],
    ]);
    expect(end).toBeDefined();
  });

  it('shows what is no object as one of the kind that the others say', async () => {
    const { items } = await readContent([5, { externalReferenceCode: 'P', listTypeEntries: [] }, null]);
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['objects/Picklist', '#1'],
      ['objects/Picklist', 'P'],
      ['objects/Picklist', '#3'],
    ]);
  });
});

describe('one item alone', () => {
  it('is read as a screen of the product saves it', async () => {
    const { reader, items } = await readContent({
      externalReferenceCode: 'T',
      name: 'Ticket',
      objectFields: [],
      id: 3,
    });
    expect(reader).toBe('objects/item');
    expect(items).toMatchObject([{ kind: 'objects/ObjectDefinition', name: 'T', sourceId: '3', line: 1 }]);
  });
});

describe('JSON Lines of records', () => {
  it('are read line by line, and an invalid line is reported alone', async () => {
    const text = '{"externalReferenceCode":"A"}\n\n{"externalReferenceCode":}\n{"externalReferenceCode":"B"}';
    const { reader, items } = await readContent(text, entries);
    expect(reader).toBe('objects/jsonl');
    expect(items.map(({ name, line, problems }) => [name, line, problems[0]?.code])).toEqual([
      ['TICKET/A', 1, undefined],
      ['#2', 3, 'ITEM_MALFORMED'],
      ['TICKET/B', 4, undefined],
    ]);
  });

  it('may have no codes at their top when they are many', async () => {
    const mapping = [{ source: 'code', target: 'externalReferenceCode' }];
    const { reader, items } = await readContent('{"code":"A"}\n{"code":"B"}\n', { ...entries, mapping });
    expect([reader, items.map(({ externalReferenceCode }) => externalReferenceCode)]).toEqual([
      'objects/jsonl',
      ['A', 'B'],
    ]);
  });

  it('give the same items wherever their bytes are cut', async () => {
    const lines = ['{"externalReferenceCode":"Ä","t":"x\\ny"}', '5', '{"externalReferenceCode":"€"}'].join('\r\n');
    const whole = await readContent(lines, entries);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }), async (sizes) => {
        expect((await readChunked(lines, sizes, entries)).items).toEqual(whole.items);
      }),
      { numRuns: 60 },
    );
  });
});

describe('one item without a code', () => {
  const tool = { name: 'Tool', label: { en_US: 'Tool' }, objectFields: [{ name: 'a', DBType: 'String' }] };
  const kind = 'objects/ObjectDefinition';

  it('is named as the upload names it', async () => {
    const { reader, items } = await readContent(tool, { kind, name: 'TOOL' });
    expect(reader).toBe('objects/item');
    expect(items).toMatchObject([{ kind, name: 'TOOL', externalReferenceCode: 'TOOL', problems: [] }]);
    expect(items[0]?.spec).toMatchObject({ externalReferenceCode: 'TOOL', name: 'Tool' });
  });

  it('says that it lacks the code when the upload names it nothing, whether its kind was given or shows', async () => {
    for (const hints of [{}, { kind }]) {
      const { items } = await readContent(tool, hints);
      expect(items).toMatchObject([
        { kind, name: '#1', problems: [{ code: 'ITEM_MALFORMED', path: ['externalReferenceCode'] }] },
      ]);
    }
  });

  it('keeps the code that it has', async () => {
    const { items } = await readContent({ externalReferenceCode: 'OWN', ...tool }, { kind, name: 'TOOL' });
    expect(items).toMatchObject([{ name: 'OWN' }]);
  });

  it('is read as the kind that the upload says, though nothing in it shows what it is', async () => {
    const hints = { kind: 'objects/ObjectEntry', definitionErc: 'TOOL', definitionName: 'Tool', name: 'Tool/first' };
    const { items } = await readContent({ title: 'x' }, hints);
    expect(items).toMatchObject([{ name: 'Tool/first', externalReferenceCode: 'first', problems: [] }]);
    const workflow = await readContent({ version: '1' }, { kind: 'objects/WorkflowDefinition', name: 'Two eyes' });
    expect(workflow.items).toMatchObject([
      { name: 'Two eyes', spec: { name: 'Two eyes', version: '1' }, problems: [] },
    ]);
  });
});
