import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFile } from '../../../../src/features/files/worker.js';
import { detectFormat, formatReaders } from '../../../../src/features/formats/index.js';
import type { ReadOptions } from '../../../../src/features/formats/format.js';
import type { FileEvent, FileItem, FormatReader } from '../../../../src/features/formats/index.js';
import type { Problem } from '../../../../src/shared/problem.js';

/** A folder of its own for one test, removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-formats-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What reading a file gave, sorted by type. */
export interface ReadFile {
  reader: string | undefined;
  events: FileEvent[];
  items: FileItem[];
  problems: Problem[];
  end: Extract<FileEvent, { type: 'end' }> | undefined;
}

/** What a reader is told beside the file. */
export type Hints = Partial<Omit<ReadOptions, 'open' | 'sizeBytes'>>;

/** Detects and reads a file. */
export async function readPath(file: string, hints: Hints = {}): Promise<ReadFile> {
  const sizeBytes = (await readFile(file)).length;
  const detected = await detectFormat(
    { ...diskFile(file), sizeBytes, csv: hints.csv, kind: hints.kind },
    formatReaders,
  );
  if ('problem' in detected) {
    return { reader: undefined, events: [], items: [], problems: [detected.problem], end: undefined };
  }
  return readWith(detected.reader, { ...diskFile(file), fileName: 'file.json', sizeBytes, ...hints });
}

/** Reads a file with a certain reader. */
export async function readWith(reader: FormatReader, options: ReadOptions): Promise<ReadFile> {
  const events: FileEvent[] = [];
  for await (const batch of reader.read(options)) events.push(...batch);
  return {
    reader: reader.name,
    events,
    items: events.flatMap((event) => (event.type === 'item' ? [event.item] : [])),
    problems: events.flatMap((event) => (event.type === 'problem' ? [event.problem] : [])),
    end: events.find((event) => event.type === 'end'),
  };
}

/** Reads bytes that arrive in chunks of the given sizes, again and again; it needs no file. */
export async function readChunked(
  content: string | Buffer,
  sizes: readonly number[],
  hints: Hints = {},
): Promise<ReadFile> {
  const bytes = Buffer.from(content);
  async function* open(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    for (let start = 0, place = 0; start < bytes.length; place += 1) {
      const end = start + (sizes[place % sizes.length] ?? 1);
      yield bytes.subarray(start, end);
      start = end;
    }
  }
  const source = { sizeBytes: bytes.length, open };
  const detected = await detectFormat({ ...source, csv: hints.csv }, formatReaders);
  if ('problem' in detected) throw new Error(detected.problem.message);
  return readWith(detected.reader, { fileName: 'file', ...source, ...hints });
}

/** Writes a content into a file, detects and reads it. Anything but text and bytes is written as JSON with two spaces. */
export async function readContent(content: unknown, hints: Hints = {}): Promise<ReadFile> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'upload');
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(file, isRaw ? content : JSON.stringify(content, null, 2));
    return readPath(file, hints);
  });
}
