import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';
import { makeFolder } from '../shared/makeFolder.js';

/**
 * Makes the data folder, and writes a file into it and into its folder of stored files to see that this can be done: rights, file systems
 * that are only read and quotas tell of themselves only then.
 * @throws AppError CONFIGURATION_INVALID when it can't.
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

const wayOut = 'Set WAYBILL_DATA_DIR to a folder that the user of this server can write.';

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
  if (code === 'EEXIST' || code === 'ENOTDIR') return `can't be made, because a file is in its place (${message}).`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `can't be written, because the disk is full (${message}).`;
  return `can't be made or written (${message}).`;
}
