import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../../shared/clock.js';
import { closeToOthers } from '../../shared/fileModes.js';
import type { FolderPlace } from '../../shared/filesPlace.js';
import type { FileSource, FileTarget } from './fileBytes.js';
import { diskFile, partEnding } from './diskFile.js';
import { isFileId, type FileStore, type ListedFile, type StoreNames, type UnfinishedFile } from './fileStore.js';

/** The name of the file with the id of the instance. */
export const idFileName = 'instance-id';

/**
 * Stored files in one folder. They have their id as name, so that names from uploads never become paths. Other files in the folder,
 * folders and links are ignored.
 */
export class FolderStore implements FileStore {
  constructor(private readonly place: FolderPlace) {}

  get names(): StoreNames {
    const { folder, claimed, setting } = this.place;
    const what = setting === 'WAYBILL_DATA_DIR' ? 'The data folder' : 'The folder of stored files';
    return { claimed: `${what} ${claimed}`, kind: 'folder', setting, files: folder };
  }

  file(id: string): FileSource & FileTarget {
    return diskFile(this.pathOf(id));
  }

  async *list(): AsyncGenerator<ListedFile> {
    for (const id of await this.ownNames(''))
      yield* (await this.statOf(id)).map(({ size, mtimeMs }) => ({ id, sizeBytes: size, writtenMs: mtimeMs }));
  }

  async *unfinished(): AsyncGenerator<UnfinishedFile> {
    for (const id of await this.ownNames(partEnding)) {
      const name = `${id}${partEnding}`;
      const remove = () => rm(this.pathOf(name), { force: true });
      yield* (await this.statOf(name)).map(({ mtimeMs }) => ({ startedMs: mtimeMs, remove }));
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(this.pathOf(id), { force: true });
  }

  async owner(): Promise<string | undefined> {
    try {
      return (await readFile(this.idFile, 'utf8')).trim();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Creates the file atomically. */
  async claim(instanceId: string): Promise<void> {
    const part = `${this.idFile}.${newId()}`;
    await writeFile(part, `${instanceId}\n`, { mode: 0o600, flush: true });
    try {
      await link(part, this.idFile);
    } catch (error) {
      // Not every file system has links.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rename(part, this.idFile);
    } finally {
      await rm(part, { force: true });
    }
  }

  async closeToOthers(): Promise<void> {
    await closeToOthers(this.idFile, 0o600);
    // If the folder was already closed, nobody could reach its files: they are checked only once.
    if (!(await closeToOthers(this.place.folder, 0o700))) return;
    for (const ending of ['', partEnding])
      for (const id of await this.ownNames(ending)) await closeToOthers(this.pathOf(`${id}${ending}`), 0o600);
  }

  isAvailable(): Promise<boolean> {
    return Promise.resolve(true);
  }

  private get idFile(): string {
    return path.join(this.place.claimed, idFileName);
  }

  private pathOf(name: string): string {
    return path.join(this.place.folder, name);
  }

  /** Ids of the files whose name is an id and this ending. */
  private async ownNames(ending: string): Promise<string[]> {
    await mkdir(this.place.folder, { recursive: true });
    const entries = await readdir(this.place.folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map(({ name }) => name.slice(0, name.length - ending.length))
      .filter(isFileId);
  }

  /** Empty if it was removed meanwhile. */
  private async statOf(name: string): Promise<{ size: number; mtimeMs: number }[]> {
    try {
      return [await stat(this.pathOf(name))];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
