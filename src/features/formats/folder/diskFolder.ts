import { lstat, open as openFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { maxItemBytes } from '../../../shared/limits.js';
import { halfWrittenMark, isHiddenPath, type FolderFiles } from './folderFiles.js';
import { byUnits } from './prettyJson.js';

/** Looks what a folder on disk has. It follows no link. Throws errors of the file system. */
export async function openDiskFolder(folder: string): Promise<FolderFiles> {
  const paths: string[] = [];
  const refused: string[] = [];
  const open = [''];
  for (let base = open.pop(); base !== undefined; base = open.pop()) {
    for (const entry of await readdir(path.join(folder, base), { withFileTypes: true })) {
      const found = `${base}${entry.name}`;
      if (isHiddenPath(entry.name)) continue;
      if (entry.isDirectory()) open.push(`${found}/`);
      else (entry.isFile() ? paths : refused).push(found);
    }
  }
  return {
    base: '',
    paths: paths.sort(byUnits),
    refused: refused.sort(byUnits),
    isHalfWritten: await exists(path.join(folder, halfWrittenMark)),
    read: (file) => readStart(path.join(folder, file)),
  };
}

/** A file as far as an item may be long, and one byte more. Files are small and many: a stream for each would take twice as long. */
async function readStart(name: string): Promise<Buffer> {
  const file = await openFile(name);
  try {
    const { size } = await file.stat();
    const bytes = Buffer.allocUnsafe(Math.min(size, maxItemBytes + 1));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}
