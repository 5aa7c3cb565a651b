import { mkdir } from 'node:fs/promises';
import { sql, type SqlConnection } from '../../database/worker.js';
import type { FileStore, WrittenFile } from '../../features/files/index.js';

/** Copies stored files, each once: a stored file never changes. */
export class FileCopies {
  /** Names of files whose bytes have changed. */
  damaged: readonly string[] = [];
  private readonly writtenById = new Map<string, WrittenFile>();

  /** The folder of `copies` is made by `copyAll`. */
  constructor(
    private readonly store: FileStore,
    readonly copies: FileStore,
  ) {}

  /** In bytes. */
  async sizeOfAll(): Promise<number> {
    let sizeBytes = 0;
    for await (const file of this.store.list()) sizeBytes += file.sizeBytes;
    return sizeBytes;
  }

  /** Copies every existing file. */
  async copyAll(): Promise<void> {
    await mkdir(this.copies.names.files, { mode: 0o700 });
    for await (const { id } of this.store.list()) await this.copy(id);
  }

  /** Copies further files of a database, and removes those that it does not name. Returns the names of missing files. */
  async completeFor(connection: SqlConnection): Promise<string[]> {
    const rows = await connection.all<{ id: string; name: string; sha256: string }>(
      sql`SELECT id, name, sha256 FROM stored_file ORDER BY id`,
    );
    const missing: string[] = [];
    const damaged: string[] = [];
    for (const { id, name, sha256 } of rows) {
      const written = this.writtenById.get(id) ?? (await this.copy(id));
      if (written === undefined) missing.push(`"${name}" (${id})`);
      else if (written.sha256 !== sha256) damaged.push(`"${name}" (${id})`);
    }
    this.damaged = damaged;
    if (missing.length === 0) await this.removeOthers(new Set(rows.map(({ id }) => id)));
    return missing;
  }

  total(): { fileCount: number; fileBytes: number } {
    const sizes = [...this.writtenById.values()].map(({ sizeBytes }) => sizeBytes);
    return { fileCount: sizes.length, fileBytes: sizes.reduce((sum, size) => sum + size, 0) };
  }

  private async removeOthers(knownIds: ReadonlySet<string>): Promise<void> {
    for (const id of this.writtenById.keys()) {
      if (knownIds.has(id)) continue;
      await this.copies.remove([id]);
      this.writtenById.delete(id);
    }
  }

  private async copy(id: string): Promise<WrittenFile | undefined> {
    const source = this.store.file(id);
    const written = await this.copies
      .file(id)
      .writeStream(() => source.open())
      .catch(unlessGone);
    if (written !== undefined) this.writtenById.set(id, written);
    return written;
  }
}

/** A file that was deleted meanwhile is no error. */
function unlessGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
