/** Writes a ZIP archive as a stream, one member after the other: memory holds one member, or a part of it. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import type ZipStream from 'zip-stream';
import type { FileTarget, WrittenFile } from '../../files/worker.js';
import { archiveLimits } from './archiveMember.js';

/** ZIP has no time zones and starts in 1980. With a fixed date, the same content gives the same bytes. */
const memberOptions = { date: new Date(Date.UTC(1980, 0, 1)), mode: 0o100644 };
const compression = { level: 6 };

/**
 * Writes an archive whose members `write` adds. The library is loaded for the first archive only. Leaves no file behind if it fails.
 * Throws errors of the file system and of `write`.
 */
export async function writeZip<T extends object>(
  target: FileTarget,
  write: (members: ZipMembers) => Promise<T>,
): Promise<T & WrittenFile> {
  const { default: Zip } = await import('zip-stream');
  const zip = new Zip({ zlib: compression });
  // An error before the file is open has no listener yet; the reader of the stream gets it later.
  zip.on('error', () => undefined);
  const file = target.writeStream(() => zip);
  // A fault of the disk ends the wait for a member that will never be written.
  const failed = file.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  try {
    const written = await write(new ZipMembers(zip, failed));
    zip.finalize();
    return { ...written, ...(await file) };
  } catch (error) {
    zip.destroy(error instanceof Error ? error : new Error('The members cannot be read.', { cause: error }));
    await file.catch(() => undefined);
    throw error;
  }
}

/** The members of an archive that is being written. */
export class ZipMembers {
  constructor(
    private readonly zip: ZipStream,
    private readonly failed: Promise<never>,
  ) {}

  /** Size of the archive so far. */
  get sizeBytes(): number {
    return this.zip.getBytesWritten();
  }

  /** Adds a member and waits until it is compressed and handed on: one call at a time. */
  async add(path: string, content: Buffer | Readable): Promise<void> {
    const store = Buffer.isBuffer(content) && looksLikeBomb(content);
    const added = new Promise<void>((resolve, reject) => {
      this.zip.entry(content, { ...memberOptions, name: path, store }, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    await Promise.race([added, this.failed]);
    if (this.zip.writableNeedDrain) await Promise.race([once(this.zip, 'drain'), this.failed]);
  }
}

/** Readers refuse what unpacks to many times its size; such a member is stored as it is. */
function looksLikeBomb(content: Buffer): boolean {
  if (content.length <= archiveLimits.ratioFromBytes) return false;
  return deflateRawSync(content, compression).length * archiveLimits.ratio < content.length;
}
