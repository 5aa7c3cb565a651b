import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { archiveLimits } from '../../../../../src/features/formats/zip/archiveMember.js';
import type { ArchiveLimits } from '../../../../../src/features/formats/zip/archiveMember.js';
import { readZip, replaceBytes } from './packedZip.js';

const picklist = { externalReferenceCode: 'P', name: 'Prio', listTypeEntries: [] };
const definition = { externalReferenceCode: 'T', name: 'Ticket', objectFields: [{ name: 'a' }] };
const packageName = 'com.liferay.object.admin.rest.dto.v1_0';
const fields = {
  configuration: {
    className: `${packageName}.ObjectField`,
    parameters: { externalReferenceCode: 'T', createStrategy: 'INSERT' },
  },
  items: [{ name: 'b' }, { name: 'a', required: true }],
};
const entries = {
  configuration: { className: 'com.liferay.object.rest.dto.v1_0.ObjectEntry', taskItemDelegateName: 'C_Ticket' },
  items: [{ externalReferenceCode: 'E1' }],
};

describe('a ZIP archive', () => {
  it('is read in the order of dependency, whatever its members are called', async () => {
    const { reader, items, events, problems, end } = await readZip({
      '0-entries.json': entries,
      '1/b.json': [definition],
      '2.jsonl': `${JSON.stringify(picklist)}\n`,
      '3.json': {
        ...fields,
        configuration: { ...fields.configuration, parameters: { externalReferenceCode: 'OTHER' } },
      },
    });
    expect(reader).toBe('archive/zip');
    expect(problems).toEqual([]);
    expect(items.map(({ kind, name, member, line }) => [kind, name, member, line])).toEqual([
      ['objects/Picklist', 'P', '2.jsonl', 1],
      ['objects/ObjectDefinition', 'T', '1/b.json', 2],
      ['objects/ObjectEntry', 'Ticket/E1', '0-entries.json', 7],
      ['objects/ObjectDefinition', 'OTHER', '3.json', 9],
    ]);
    expect(events.filter(({ type }) => type === 'source')).toHaveLength(1);
    expect(end?.bundleDigest).toMatch(/^sha256:/);
  });

  it('lays parts of a definition over the definition that stands beside them', async () => {
    const { items, events } = await readZip({ 'z.json': [definition], 'a.json': fields });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      name: 'T',
      isPartial: false,
      member: 'z.json',
      spec: { objectFields: [{ name: 'a', required: true }, { name: 'b' }] },
    });
    expect(events.find(({ type }) => type === 'settings')).toMatchObject({
      settings: { member: 'a.json', createStrategy: 'INSERT' },
    });
  });

  it('reads tables by their names where nothing else says what they hold, and files of other packs', async () => {
    const { items } = await readZip({
      '06-object-entry.C_Ticket.csv': 'externalReferenceCode,t\nE1,x\n',
      'schemas/orders.json': { version: '1.0.0', config: { orders: { outgoing: {} } } },
    });
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['objects/ObjectEntry', 'Ticket/E1'],
      ['fast-data/ErSchema', 'orders'],
    ]);
  });

  it('applies what was asked for to members that do not say what they are', async () => {
    const hints = {
      kind: 'objects/ObjectEntry',
      definitionErc: 'T',
      mapping: [{ source: 'code', target: 'externalReferenceCode' }],
    };
    const { items, problems } = await readZip({ 'rows.csv': 'code,t\nE1,x\n', 'b.json': [definition] }, { hints });
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['objects/ObjectDefinition', 'T'],
      ['objects/ObjectEntry', 'T/E1'],
    ]);
    expect(problems).toMatchObject([
      { code: 'FIELD_UNMAPPED', message: expect.stringMatching(/^In "rows.csv": /) as string },
    ]);
  });

  it('leaves out what is no file of that sort, and says so', async () => {
    const { items, problems } = await readZip({
      'a.json': [picklist],
      'readme.md': '# Read me',
      'package.json': { private: true },
      'account.json': { configuration: { className: 'com.liferay.Account' }, items: [{}] },
      '__MACOSX/._a.json': 'x',
    });
    expect(items).toHaveLength(1);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual(
      Array(3).fill(['CONTENT_IGNORED', 'WARNING']),
    );
    expect(problems.map(({ message }) => /"([^"]+)"/.exec(message)?.[1]).sort()).toEqual([
      'account.json',
      'package.json',
      'readme.md',
    ]);
  });

  it('tells a cause once, with the members that have it', async () => {
    const readMes = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}/readme.md`, '# Read me']));
    const table = 'externalReferenceCode;x;y\n1;2;3\n';
    const { problems } = await readZip(
      { 'a.json': [picklist], ...readMes, 'p.csv': table, 'q.csv': table },
      { hints: { mapping: [{ source: 'externalReferenceCode', target: 'externalReferenceCode' }] } },
    );
    const told = problems.map(({ message }) => message);
    expect(told.filter((message) => message.includes('readme.md'))).toEqual([
      expect.stringMatching(/^12 members of the archive were left out: "0\/readme.md", .* and 7 more\. Reason: /),
    ]);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a member that is not valid', { 'a.json': [picklist], 'b.json': '{"a":' }, 'FILE_TRUNCATED', 'In "b.json": '],
    [
      'an item of a member that cannot be told',
      { 'a.json': [picklist], 'b.json': [{ externalReferenceCode: 'X' }] },
      'KIND_REQUIRED',
      'In "b.json": ',
    ],
    ['nothing inside', {}, 'NOTHING_TO_IMPORT', 'The archive contains nothing'],
    ['nothing that is known', { 'b.json': { a: 1 } }, 'FORMAT_UNRECOGNIZED', 'In "b.json": '],
    [
      'nothing that is known, for one reason',
      { 'a.json': { a: 1 }, 'b.json': { a: 1 } },
      'FORMAT_UNRECOGNIZED',
      'In 2 members, "a.json", "b.json": ',
    ],
    [
      'an archive inside that hides behind its name',
      { 'a.json': Buffer.from('504b030414000000', 'hex') },
      'ARCHIVE_REFUSED',
      'is an archive itself',
    ],
    ['an archive inside', { 'a.json': [picklist], 'b.zip': 'x' }, 'ARCHIVE_REFUSED', 'The member "b.zip"'],
  ])('is refused with %s', async (_, files, ...[code, message]) => {
    const { problems, end } = await readZip(files);
    expect(problems).toMatchObject([{ code, severity: 'ERROR', message: expect.stringContaining(message) as string }]);
    expect(end).toBeUndefined();
  });

  it('names the member and the line of a fault in an item', async () => {
    const { items } = await readZip({ 'in/a.json': [picklist, 5] });
    expect(items[1]!.problems).toMatchObject([
      { line: 7, message: expect.stringMatching(/^In "in\/a.json": Record 2/) as string },
    ]);
  });

  it.each<[string, Partial<ArchiveLimits>, string]>([
    ['too many members', { memberCount: 1 }, 'has 2 members, more than the 1'],
    ['a member that is too large', { memberBytes: 10 }, 'more than the 10 bytes'],
    ['too much in all', { totalBytes: 10 }, 'more than the 10 bytes'],
    ['a member that grows too much', { ratio: 2, ratioFromBytes: 10 }, 'more than the 2 that is allowed'],
  ])('is refused with %s before it is unpacked', async (_, changes, message) => {
    const files = { 'a.json': JSON.stringify([picklist, 'x'.repeat(1000)]), 'b.md': 'x' };
    const { problems, items } = await readZip(files, { limits: { ...archiveLimits, ...changes } });
    expect(items).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'ARCHIVE_REFUSED', message: expect.stringContaining(message) as string });
  });

  it.each([
    ['../..json', 'invalid relative path'],
    ['/bs/a.json', 'absolute path'],
    ['C:/s/a.json', 'absolute path'],
    ['ab\u0001s/a.json', 'control characters'],
  ])('is refused with the path %j', async (bad, message) => {
    // Not ASCII: only then is it marked as UTF-8, and read as that.
    const good = `ä${'x'.repeat(Buffer.byteLength(bad) - 7)}.json`;
    const change = (bytes: Buffer): Buffer => replaceBytes(bytes, Buffer.from(good), Buffer.from(bad));
    const { problems } = await readZip({ [good]: [picklist] }, { change });
    expect(problems).toMatchObject([{ code: 'ARCHIVE_REFUSED', message: expect.stringContaining(message) as string }]);
  });

  it('is refused with a symbolic link', async () => {
    const { problems } = await readZip([['a.json', { content: '/etc/passwd', mode: 0o120777 }]]);
    expect(problems).toMatchObject([
      { code: 'ARCHIVE_REFUSED', message: expect.stringContaining('symbolic link') as string },
    ]);
  });

  it('is refused when a member is encrypted', async () => {
    const change = (bytes: Buffer): Buffer => {
      const changed = Buffer.from(bytes);
      const directory = changed.indexOf(Buffer.from('504b0102', 'hex'));
      changed.writeUInt16LE(changed.readUInt16LE(directory + 8) | 1, directory + 8);
      return changed;
    };
    const { problems } = await readZip({ 'a.json': [picklist] }, { change });
    expect(problems).toMatchObject([
      { code: 'ARCHIVE_REFUSED', message: expect.stringContaining('encrypted') as string },
    ]);
  });

  /** Where the directory tells the checksum, the packed and the real size of the first member. */
  const inDirectory = { crc: 16, packed: 20, size: 24 };

  it.each([
    ['the checksum', inDirectory.crc, 'checksum'],
    ['the size', inDirectory.size, 'bytes'],
  ])('is refused when a member turns out not to have %s that it claims', async (_, ...[offset, message]) => {
    const change = (bytes: Buffer): Buffer => {
      const changed = Buffer.from(bytes);
      const directory = changed.indexOf(Buffer.from('504b0102', 'hex'));
      changed.writeUInt32LE(changed.readUInt32LE(directory + offset) - 1, directory + offset);
      return changed;
    };
    const large = Array.from({ length: 5000 }, (_unused, place) => ({
      ...picklist,
      externalReferenceCode: `P${place}`,
    }));
    for (const content of [[picklist], large]) {
      const { problems, end } = await readZip({ 'a.json': content }, { change });
      expect(problems.at(-1)).toMatchObject({
        code: 'ARCHIVE_DAMAGED',
        message: expect.stringContaining(message) as string,
      });
      expect(end).toBeUndefined();
    }
  });

  it('is refused when it is cut off or its data is damaged', async () => {
    const cut = await readZip({ 'a.json': [picklist] }, { change: (bytes) => bytes.subarray(0, bytes.length - 30) });
    expect(cut.problems).toMatchObject([{ code: 'ARCHIVE_DAMAGED' }]);
    const change = (bytes: Buffer): Buffer => {
      const changed = Buffer.from(bytes);
      changed.fill(0xff, 50, 80);
      return changed;
    };
    const damaged = await readZip({ 'a.json': [picklist] }, { change });
    expect(damaged.problems).toMatchObject([
      { code: 'ARCHIVE_DAMAGED', message: expect.stringContaining('"a.json"') as string },
    ]);
  });

  it('may be written in ZIP64', async () => {
    const { items, problems } = await readZip([['a.json', { content: [picklist], isZip64: true }]]);
    expect([items.length, problems]).toEqual([1, []]);
  });
});

describe('real files', () => {
  const folder = path.resolve('../shared/samples/objects');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (names.length === 0) {
    it.skip('are not here', () => undefined);
    return;
  }

  it('make one archive, of which all but what is no resource is read', async () => {
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]));
    const { items, problems } = await readZip(files);
    expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    const ignored = problems.filter(
      ({ code, message }) => code === 'CONTENT_IGNORED' && message.includes('The member'),
    );
    expect(ignored).toMatchObject([{ message: expect.stringContaining('jsont-account-export') as string }]);
    const partial = items.filter(({ isPartial }) => isPartial).map(({ name }) => name);
    // Its definition is a part of every installation.
    expect(partial).toEqual(['L_USER']);
    const validation = items.find(({ name }) => name === 'D4B8_DISTRIBUTOR_VALIDATION');
    expect(JSON.stringify(validation?.spec['objectFields'])).toContain('"creditRiskLevel"');
    expect(new Set(items.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(items.length);
  });
});
