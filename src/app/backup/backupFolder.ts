import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/appError.js';
import { makeFolder } from '../../shared/makeFolder.js';

const mebibyte = 1024 * 1024;

/** The folder of a backup. Until it is complete, it has another name: `part`, beside its final one. */
export class BackupFolder {
  readonly part: string;

  private constructor(private readonly target: string) {
    this.part = `${target}.part`;
  }

  /** @throws AppError CONFIGURATION_INVALID if the target exists, or cannot be created */
  static async make(target: string): Promise<BackupFolder> {
    const parent = path.dirname(target);
    const names = await readdir(target).catch((error: unknown) => {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return undefined;
      throw AppError.configuration(`${target} cannot be read as a folder (${message}). Name a new folder.`, error);
    });
    if (names !== undefined && names.length > 0)
      throw AppError.configuration(`The folder ${target} is not empty. Name a new folder: a backup replaces nothing.`);
    const folder = new BackupFolder(target);
    try {
      makeFolder(parent);
      if (names !== undefined && (await stat(target)).dev !== (await stat(parent)).dev)
        throw AppError.configuration(
          `${target} is a mount point. Name a new folder in it: ${path.join(target, 'first')}`,
        );
      await mkdir(folder.part, { mode: 0o700 });
    } catch (error) {
      throw error instanceof AppError ? error : folder.makeFault(error as NodeJS.ErrnoException);
    }
    return folder;
  }

  /** Renames it to its final name, after everything is on disk. */
  async finish(): Promise<void> {
    await syncFolder(path.join(this.part, 'files'));
    await syncFolder(this.part);
    await rename(this.part, this.target);
    await syncFolder(path.dirname(this.target));
  }

  async remove(): Promise<void> {
    await rm(this.part, { recursive: true, force: true });
  }

  private makeFault({ code, message }: NodeJS.ErrnoException): AppError {
    return AppError.configuration(
      code === 'EEXIST'
        ? `The folder ${this.part} exists: another backup is running, or one was interrupted. If none is running, remove that folder.`
        : `The folder ${this.part} cannot be created (${message}). Name a folder that this user can write to.`,
    );
  }
}

/** @throws AppError CONFIGURATION_INVALID if the disk has not enough space */
export async function refuseNoRoom(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= neededBytes) return;
  const inMebibytes = (bytes: number) => `${Math.ceil(bytes / mebibyte)} MiB`;
  throw AppError.configuration(
    `The backup needs about ${inMebibytes(neededBytes)}, and the disk of ${path.dirname(folder)} has ${inMebibytes(bavail * bsize)} left. Make room, or name a folder on another disk.`,
  );
}

/** The names of files are on disk only after their folder was synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
