/**
 * A data folder belongs to one installation: a file in it contains the id of the instance. Servers that share a database are
 * one instance and may share the folder. Without the file, a start with another database would treat all stored files as stray.
 */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { countStored } from '../features/files/index.js';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';

/** The name of the file with the id of the instance, in a data folder or a backup. */
export const idFileName = 'instance-id';

interface Claim {
  dataDir: string;
  filesDir: string;
  /** The id of this instance, from the database. */
  instanceId: string;
  /** Ids of the stored files in the database. */
  knownIds: ReadonlySet<string>;
}

/**
 * Claims a folder without an owner for this instance. A folder without the file, from earlier versions, is ours if it contains
 * no stored files, or any that the database knows.
 * @throws AppError CONFIGURATION_INVALID for the folder of another instance
 */
export async function claimDataDir(claim: Claim): Promise<void> {
  const { dataDir, filesDir, instanceId, knownIds } = claim;
  const found = await readId(dataDir);
  if (found === instanceId) return;
  if (found !== undefined) throw ofAnother(claim, found);
  const { storedCount, knownCount } = await countStored(filesDir, knownIds);
  if (storedCount > 0 && knownCount === 0) throw unknownFiles(claim, storedCount);
  await writeId(dataDir, instanceId);
  const written = await readId(dataDir);
  // Another server may have been first.
  if (written !== instanceId) throw ofAnother(claim, written ?? '');
}

async function readId(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(dataDir, idFileName), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Creates the file atomically, and never replaces an existing one. */
async function writeId(dataDir: string, instanceId: string): Promise<void> {
  const target = path.join(dataDir, idFileName);
  const part = path.join(dataDir, `${idFileName}.${newId()}`);
  await writeFile(part, `${instanceId}\n`, { mode: 0o600, flush: true });
  try {
    await link(part, target);
  } catch (error) {
    // Not every file system has links.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}

function ofAnother({ dataDir, instanceId }: Claim, found: string): AppError {
  return AppError.configuration(
    `The data folder ${dataDir} belongs to the installation ${found}, and the database to the installation ${instanceId}. Nothing in the folder was changed. Set WAYBILL_DATA_DIR to another folder, or WAYBILL_DATABASE_URL to the database of that installation.`,
  );
}

function unknownFiles({ dataDir, filesDir, instanceId }: Claim, storedCount: number): AppError {
  const files = storedCount === 1 ? '1 stored file' : `${storedCount} stored files`;
  return AppError.configuration(
    `The data folder ${dataDir} contains ${files} of another installation: the database belongs to the installation ${instanceId} and has no row for any of them. Nothing in the folder was changed. Set WAYBILL_DATA_DIR to another folder, or WAYBILL_DATABASE_URL to the right database. If the files are no longer needed, empty ${filesDir}.`,
  );
}
