import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
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
    read: (file) => buffer(createReadStream(path.join(folder, file), { end: maxItemBytes })),
  };
}

async function exists(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}
