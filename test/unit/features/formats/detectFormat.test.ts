import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diskFile } from '../../../../src/features/files/worker.js';
import { detectFormat, formatReaders } from '../../../../src/features/formats/index.js';
import { readContent, withFolder } from './writtenFile.js';

async function problemOf(content: unknown): Promise<{ code: string; message: string; line?: number; fix?: string }> {
  const { problems, reader } = await readContent(content);
  expect(reader).toBeUndefined();
  expect(problems).toHaveLength(1);
  expect(problems[0]!.severity).toBe('ERROR');
  return problems[0]!;
}

describe('detectFormat', () => {
  it.each([
    ['an empty file', '', 'FILE_EMPTY', 'The file is empty.'],
    ['blank lines', '\n \t\r\n', 'FILE_EMPTY', 'The file is empty.'],
    ['a byte order mark alone', '\ufeff', 'FILE_EMPTY', 'The file is empty.'],
    ['gzip', gzipSync('{}'), 'MEDIA_TYPE_UNSUPPORTED', 'a gzip archive'],
    ['RAR', Buffer.from('526172211a0700', 'hex'), 'MEDIA_TYPE_UNSUPPORTED', 'a packed archive'],
    ['an image', Buffer.from('89504e470d0a1a0a', 'hex'), 'MEDIA_TYPE_UNSUPPORTED', 'an image'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'FILE_NOT_UTF8', 'UTF-16'],
    ['XML', '<?xml version="1.0"?><a/>', 'FILE_NOT_JSON', 'is XML'],
    ['a web page', '<!DOCTYPE html><html></html>', 'FILE_NOT_JSON', 'a web page (HTML)'],
    ['YAML', 'systems:\n  erp: {}\n', 'FILE_NOT_JSON', 'is YAML'],
    ['a table of which only the header is there', 'id;name;type\n', 'FILE_NOT_JSON', 'a CSV file'],
    ['prose', 'Dear colleague', 'FILE_NOT_JSON', 'plain text'],
  ])('says what %s is', async (_, ...[content, code, part]) => {
    const problem = await problemOf(content);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(part);
  });

  it('names the line of text that is not UTF-8', async () => {
    expect(await problemOf(Buffer.from('{\n"a":\n"\xe9"}', 'latin1'))).toMatchObject({
      code: 'FILE_NOT_UTF8',
      line: 3,
    });
    const late = Buffer.from(`{"a":1,\n"b":"${'x'.repeat(70_000)}\xe9"}`, 'latin1');
    expect(await problemOf(late)).toMatchObject({ code: 'FILE_NOT_UTF8', line: 2 });
  });

  it('does not mind a character that the end of the head cuts in two', async () => {
    const text = `{"a":"${'é'.repeat(65_536)}"}`;
    expect((await problemOf(text)).code).toBe('FORMAT_UNRECOGNIZED');
    expect((await problemOf(` ${text}`)).code).toBe('FORMAT_UNRECOGNIZED');
  });

  it('names the place of a fault, and a truncation as such', async () => {
    expect(await problemOf('{"version":"1",\n"config":{,}}')).toMatchObject({ code: 'FILE_NOT_JSON', line: 2 });
    expect(await problemOf('{"version":"1",\n"config":{')).toMatchObject({ code: 'FILE_TRUNCATED', line: 2 });
    expect(await problemOf('{"version":"1"}\n"config"')).toMatchObject({ code: 'FILE_NOT_JSON', line: 2 });
  });

  it('refuses a document that is nested too deep, also when it never ends', async () => {
    expect(await problemOf(`\n{"config":${'['.repeat(100)}${']'.repeat(100)}}`)).toMatchObject({
      code: 'NESTING_TOO_DEEP',
      line: 2,
    });
    expect((await problemOf('['.repeat(500_000))).code).toBe('NESTING_TOO_DEEP');
  });

  it('names the shapes that are read, and the first keys, of JSON that is none of them', async () => {
    const { code, message, fix } = await problemOf({ recipe: 'apple pie', steps: [] });
    expect(code).toBe('FORMAT_UNRECOGNIZED');
    expect(message).toContain('Its first keys are "recipe", "steps".');
    expect(fix).toContain('Waybill bundle (JSON)');
    expect(fix).toContain('Fast Data ER schema');
  });

  it.each([[[]], [{}], ['[1, 2]'], [{ version: '1.0.0', config: {} }], [{ config: null }]])(
    'recognises nothing in %j',
    async (content) => {
      expect((await problemOf(content)).code).toBe('FORMAT_UNRECOGNIZED');
    },
  );

  it('refuses a large file that is no bundle without parsing it', async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, 'large');
      const text = JSON.stringify({ version: '1', config: { SV_CONFIG: {} }, filler: 'x'.repeat(100) });
      await writeFile(file, text);
      const detected = await detectFormat({ ...diskFile(file), sizeBytes: text.length, maxBytes: 100 }, formatReaders);
      expect(detected).toMatchObject({ problem: { code: 'FILE_TOO_LARGE' } });
    });
  });

  it('has readers with names and titles of their own', () => {
    expect(new Set(formatReaders.map(({ name }) => name)).size).toBe(formatReaders.length);
    expect(new Set(formatReaders.map(({ title }) => title)).size).toBe(formatReaders.length);
  });
});
