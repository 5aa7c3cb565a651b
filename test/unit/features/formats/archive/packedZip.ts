import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diskFile } from '../../../../../src/features/files/worker.js';
import { archiveReader } from '../../../../../src/features/formats/archive/archiveReader.js';
import type { ArchiveLimits } from '../../../../../src/features/formats/zip/archiveMember.js';
import { formatReaders } from '../../../../../src/features/formats/index.js';
import { zipOf } from '../../../../support/zipOf.js';
import { readPath, readWith, withFolder } from '../writtenFile.js';
import type { Hints, ReadFile } from '../writtenFile.js';

/** One file to be packed. Anything but text and bytes is written as JSON. */
export interface PackedFile {
  content: unknown;
  mode?: number;
  isZip64?: boolean;
  isStored?: boolean;
}

/** Packs files by path; a plain value is the content. */
export async function packZip(file: string, files: readonly (readonly [string, PackedFile])[]): Promise<void> {
  const zipped = files.map(
    ([name, { content, ...options }]) => [name, { bytes: bytesOf(content), ...options }] as const,
  );
  const isZip64 = files.some(([, options]) => options.isZip64);
  await writeFile(file, await zipOf(zipped, { isZip64 }));
}

function bytesOf(content: unknown): Buffer {
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  return Buffer.from(isRaw ? content : JSON.stringify(content, null, 2));
}

/** Packs files, changes the bytes of the archive when asked to, and reads it. */
export async function readZip(
  files: Readonly<Record<string, unknown>> | readonly (readonly [string, PackedFile])[],
  options: { change?: (bytes: Buffer) => Buffer; limits?: ArchiveLimits; hints?: Hints } = {},
): Promise<ReadFile> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'upload.zip');
    const list = Array.isArray(files)
      ? (files as readonly (readonly [string, PackedFile])[])
      : Object.entries(files).map(([name, content]) => [name, { content }] as const);
    await packZip(file, list);
    if (options.change) await writeFile(file, options.change(await readFile(file)));
    if (options.limits === undefined) return readPath(file, options.hints);
    const readers = formatReaders.filter(({ recognizesBytes }) => recognizesBytes === undefined);
    const { length } = await readFile(file);
    return readWith(archiveReader(readers, options.limits), {
      ...diskFile(file),
      fileName: 'x.zip',
      sizeBytes: length,
    });
  });
}

/** Replaces each occurrence of some bytes by others of the same length. */
export function replaceBytes(bytes: Buffer, from: Buffer, to: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + to.length)) to.copy(changed, at);
  return changed;
}
