import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { halfWrittenMark, type FolderFiles } from './folderFiles.js';
import { byUnits } from './prettyJson.js';

/** What systems and tools leave behind. */
const strangers: ReadonlySet<string> = new Set(['node_modules', 'Thumbs.db', 'desktop.ini']);

/** Looks what a folder on disk has. It follows no link. Throws errors of the file system. */
export async function openDiskFolder(folder: string): Promise<FolderFiles> {
  const paths: string[] = [];
  const refused: string[] = [];
  const open = [''];
  for (let base = open.pop(); base !== undefined; base = open.pop()) {
    for (const entry of await readdir(path.join(folder, base), { withFileTypes: true })) {
      const found = `${base}${entry.name}`;
      if (entry.name.startsWith('.') || strangers.has(entry.name)) continue;
      if (entry.isDirectory()) open.push(`${found}/`);
      else (entry.isFile() ? paths : refused).push(found);
    }
  }
  return {
    base: '',
    paths: paths.sort(byUnits),
    refused: refused.sort(byUnits),
    isHalfWritten: await exists(path.join(folder, halfWrittenMark)),
    read: (file) => readFile(path.join(folder, file)),
  };
}

async function exists(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}
