import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';
import type { Config } from '../shared/config.js';
import { makeFolder } from '../shared/makeFolder.js';

/**
 * Creates the data folder, and one for stored files that a setting names, and writes a test file into each: missing rights, a read-only file system or
 * a quota show only when something is written.
 * @throws AppError CONFIGURATION_INVALID if that fails
 */
export async function makeFolders({ dataDir, files }: Pick<Config, 'dataDir' | 'files'>): Promise<void> {
  const ofDatabase = { what: `The data folder ${dataDir}`, setting: 'WAYBILL_DATA_DIR' };
  await usable(dataDir, ofDatabase);
  if (files.type !== 'FOLDER') return;
  const { folder, setting } = files;
  if (setting === 'WAYBILL_FILES_URL') await usable(folder, { what: `The folder of stored files ${folder}`, setting });
  // The server makes it when it writes the first file.
  else if (await isThere(folder)) await usable(folder, ofDatabase);
}

async function usable(folder: string, { what, setting }: { what: string; setting: string }): Promise<void> {
  try {
    makeFolder(folder);
    await tryToWrite(folder);
  } catch (error) {
    const wayOut = `Set ${setting} to a folder that the user of this server can write to.`;
    throw AppError.configuration(`${what} ${reasonOf(error as NodeJS.ErrnoException)} ${wayOut}`, error);
  }
}

async function tryToWrite(folder: string): Promise<void> {
  const file = path.join(folder, `.written-${newId()}`);
  try {
    await writeFile(file, '.', { flag: 'wx' });
  } finally {
    await rm(file, { force: true });
  }
}

function isThere(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
  );
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EEXIST' || code === 'ENOTDIR') return `cannot be created, because a file has its name (${message}).`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `cannot be written to, because the disk is full (${message}).`;
  return `cannot be created or written to (${message}).`;
}
