import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diskFile } from '../../../../../src/features/files/worker.js';
import { describeRecords } from '../../../../../src/features/formats/objects/describeRecords.js';
import type {
  DescribeOptions,
  RecordDescription,
} from '../../../../../src/features/formats/records/describeRecords.js';
import { withFolder } from '../writtenFile.js';

async function describeContent(
  format: string,
  content: string,
  options: Omit<DescribeOptions, 'open'> = {},
): Promise<RecordDescription> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'upload');
    await writeFile(file, content);
    return (await describeRecords(format, { ...diskFile(file), ...options }))!;
  });
}

const mapping = [
  { source: 'code', target: 'externalReferenceCode' },
  { source: 'who.name', target: 'owner.label' },
];

describe('describeRecords', () => {
  it('gives the columns of a table with a sample and a type that all values have', async () => {
    const table = 'code;n;d;b;e;m\nA;1;2024-01-01;true;;1\nB;2.5;2024-01-01T10:00:00Z;FALSE;;x\n';
    const { sourceFields, sampleRows, problems } = await describeContent('objects/csv', table);
    expect(sourceFields).toEqual([
      { name: 'code', sample: 'A', type: 'string' },
      { name: 'n', sample: '1', type: 'number' },
      { name: 'd', sample: '2024-01-01', type: 'dateTime' },
      { name: 'b', sample: 'true', type: 'boolean' },
      { name: 'e', sample: null, type: null },
      { name: 'm', sample: '1', type: 'string' },
    ]);
    expect(sampleRows).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it('shows the first rows as the mapping makes them, and which columns it leaves out', async () => {
    const described = await describeContent('objects/csv', 'code,who.name,size\nA,Ann,3\nB,Bob,4\n', {
      mapping,
      limit: 1,
    });
    expect(described.sampleRows).toEqual([{ externalReferenceCode: 'A', owner: { label: 'Ann' } }]);
    expect(described.unmappedSourceFields).toEqual(['size']);
  });

  it('gives the fields of JSON, nested ones with dots, without what never travels', async () => {
    const records = [
      { code: 'A', id: 4, actions: {}, who: { name: 'Ann', age: 3 }, tags: [1] },
      { code: 'B', ok: true, note: {} },
    ];
    const described = await describeContent('objects/json', JSON.stringify(records), { mapping });
    expect(described.sourceFields).toEqual([
      { name: 'code', sample: 'A', type: 'string' },
      { name: 'who.name', sample: 'Ann', type: 'string' },
      { name: 'who.age', sample: '3', type: 'integer' },
      { name: 'tags', sample: '[1]', type: 'list' },
      { name: 'ok', sample: 'true', type: 'boolean' },
      { name: 'note', sample: '{}', type: 'object' },
    ]);
    expect(described.unmappedSourceFields).toEqual(['who.age', 'tags', 'ok', 'note']);
    expect(described.sampleRows).toEqual([
      { externalReferenceCode: 'A', owner: { label: 'Ann' } },
      { externalReferenceCode: 'B' },
    ]);
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    const { sampleRows } = await describeContent('objects/jsonl', lines, { limit: 1 });
    expect(sampleRows).toEqual([{ code: 'A', who: { name: 'Ann', age: 3 }, tags: [1] }]);
  });

  it('reads no further than it has to', async () => {
    const chunk = Buffer.from(Array.from({ length: 2000 }, (_, row) => `E${row},x\n`).join(''));
    let chunkCount = 0;
    async function* open(): AsyncGenerator<Buffer> {
      yield Buffer.from('externalReferenceCode,t\n');
      for (;;) {
        chunkCount += 1;
        yield await Promise.resolve(chunk);
      }
    }
    const described = await describeRecords('objects/csv', { open, limit: 20 });
    expect(described?.sampleRows).toHaveLength(20);
    expect(chunkCount).toBeLessThan(10);
  });

  it('says what is wrong with the mapping, and with the file as far as it was read', async () => {
    const twice = [...mapping, { source: 'code', target: 'x' }];
    for (const format of ['objects/csv', 'objects/json']) {
      const { problems } = await describeContent(format, 'code,who.name\nA,x\n', { mapping: twice });
      expect(problems).toMatchObject([{ code: 'MAPPING_INVALID' }]);
    }
    const broken = await describeContent('objects/json', '[{"a":1},{"b":}]');
    expect([broken.problems[0]?.code, broken.sampleRows]).toEqual(['FILE_NOT_JSON', [{ a: 1 }]]);
  });

  it('has nothing to say of files that are no lists of records', async () => {
    expect(await describeRecords('waybill/json', diskFile('unread'))).toBeNull();
  });
});
