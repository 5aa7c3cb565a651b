/**
 * A data folder belongs to one installation, and says so: it holds the id of the instance in a file. Servers that share a database are
 * one instance, and may share the folder. Without that, a start with another database would take all stored files for strays.
 */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { countStored } from '../features/files/index.js';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';

/** Of the file in a data folder, or in a backup, that holds the id of its instance. */
export const idFileName = 'instance-id';

interface Claim {
  dataDir: string;
  filesDir: string;
  /** This instance, as the database has it. */
  instanceId: string;
  /** Ids of the stored files that the database knows. */
  knownIds: ReadonlySet<string>;
}

/**
 * Makes a folder that is nobody's that of this instance. A folder from before there was the file is ours when it holds no stored files,
 * or some that the database knows.
 * @throws AppError CONFIGURATION_INVALID for the folder of another instance.
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

/** The file appears whole, and never in the place of one that is there. */
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
    `The data folder ${dataDir} belongs to the installation ${found}, and the database to the installation ${instanceId}. Nothing of the folder was changed. Set WAYBILL_DATA_DIR to another folder, or WAYBILL_DATABASE_URL to the database of that installation.`,
  );
}

function unknownFiles({ dataDir, filesDir, instanceId }: Claim, storedCount: number): AppError {
  const files = storedCount === 1 ? '1 stored file' : `${storedCount} stored files`;
  return AppError.configuration(
    `The data folder ${dataDir} holds ${files} of another installation: the database, of the installation ${instanceId}, knows none of them. Nothing of the folder was changed. Set WAYBILL_DATA_DIR to another folder, or WAYBILL_DATABASE_URL to the right database; or, if nobody needs them, empty ${filesDir}.`,
  );
}
