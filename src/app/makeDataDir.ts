import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';
import { makeFolder } from '../shared/makeFolder.js';

/**
 * Creates the data folder, and writes a test file into it and into its folder of stored files: missing rights, a read-only file system or
 * a quota show only when something is written.
 * @throws AppError CONFIGURATION_INVALID if that fails
 */
export async function makeDataDir(dataDir: string): Promise<void> {
  const filesDir = path.join(dataDir, 'files');
  try {
    makeFolder(dataDir);
    await tryToWrite(dataDir);
    if (await isThere(filesDir)) await tryToWrite(filesDir);
  } catch (error) {
    throw AppError.configuration(
      `The data folder ${dataDir} ${reasonOf(error as NodeJS.ErrnoException)} ${wayOut}`,
      error,
    );
  }
}

const wayOut = 'Set WAYBILL_DATA_DIR to a folder that the user of this server can write to.';

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
