/**
 * A store of files belongs to one installation: it contains the id of the instance. Servers that share a database are one instance and
 * may share the store. Without the id, a start with another database would treat all stored files as stray.
 */
import type { FileStore } from '../features/files/index.js';
import { AppError } from '../shared/appError.js';

interface Claim {
  fileStore: FileStore;
  /** The id of this instance, from the database. */
  instanceId: string;
  /** Ids of the stored files in the database. */
  knownIds: ReadonlySet<string>;
}

/**
 * Claims a store without an owner for this instance. A store without the id, from earlier versions, is ours if it contains no stored
 * files, or any that the database knows.
 * @throws AppError CONFIGURATION_INVALID for the store of another instance, or one that cannot be used
 */
export async function claimFiles(claim: Claim): Promise<void> {
  try {
    await claimStore(claim);
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILES_UNAVAILABLE') throw unusable(claim, error);
    throw error;
  }
}

async function claimStore(claim: Claim): Promise<void> {
  const { fileStore, instanceId, knownIds } = claim;
  const found = await fileStore.owner();
  if (found === instanceId) return;
  if (found !== undefined) throw ofAnother(claim, found);
  let storedCount = 0;
  let knownCount = 0;
  for await (const { id } of fileStore.list()) {
    storedCount += 1;
    if (knownIds.has(id)) knownCount += 1;
  }
  if (storedCount > 0 && knownCount === 0) throw unknownFiles(claim, storedCount);
  await fileStore.claim(instanceId);
  const written = await fileStore.owner();
  // Another server may have been first.
  if (written !== instanceId) throw ofAnother(claim, written ?? '');
}

function ofAnother({ fileStore, instanceId }: Claim, found: string): AppError {
  const { claimed, kind, setting } = fileStore.names;
  return AppError.configuration(
    `${claimed} belongs to the installation ${found}, and the database to the installation ${instanceId}. Nothing in it was changed. Set ${setting} to another ${kind}, or WAYBILL_DATABASE_URL to the database of that installation.`,
  );
}

function unknownFiles({ fileStore, instanceId }: Claim, storedCount: number): AppError {
  const { claimed, kind, setting, files } = fileStore.names;
  const count = storedCount === 1 ? '1 stored file' : `${storedCount} stored files`;
  return AppError.configuration(
    `${claimed} contains ${count} of another installation: the database belongs to the installation ${instanceId} and has no row for any of them. Nothing in it was changed. Set ${setting} to another ${kind}, or WAYBILL_DATABASE_URL to the right database. If the files are no longer needed, empty ${files}.`,
  );
}

function unusable({ fileStore }: Claim, error: AppError): AppError {
  return AppError.configuration(
    `${fileStore.names.claimed} cannot be used. ${error.message} Check WAYBILL_FILES_URL, the settings that begin with WAYBILL_S3_, that the bucket exists, and what the access key may do.`,
    error,
  );
}
