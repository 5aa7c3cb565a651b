import { pipeline } from 'node:stream/promises';
import type { S3Place } from '../../../shared/filesPlace.js';
import { HashedFile, Meter, type ByteRange, type FileSource, type FileTarget, type WrittenFile } from '../fileBytes.js';
import { isFileId, type FileStore, type ListedFile, type StoreNames, type UnfinishedFile } from '../fileStore.js';
import { PartWriter } from './partWriter.js';
import type { S3Api } from './s3Api.js';

/** The first bytes decide on the format of a file: they come alone. */
const firstBytes = 256 * 1024;
const windowBytes = 4 * 1024 * 1024;
/** Readers work on one chunk at a time. */
const chunkBytes = 256 * 1024;
const removedAtOnce = 8;
const patienceMs = 2000;
const idName = 'instance-id';

/**
 * Stored files as objects: `<prefix><id>`, and `<prefix>instance-id`. An object is there only when it is complete. Whatever has another
 * name, or a slash after the prefix, is ignored.
 */
export class S3Store implements FileStore {
  private loaded: Promise<S3Api> | undefined;

  constructor(private readonly place: S3Place) {}

  get names(): StoreNames {
    const { bucket, prefix } = this.place;
    const files = `s3://${bucket}/${prefix}`;
    return { claimed: `The object store ${files}`, kind: 'bucket or prefix', setting: 'WAYBILL_FILES_URL', files };
  }

  file(id: string): FileSource & FileTarget {
    const key = this.keyOf(id);
    return {
      open: (range) => this.read(key, range),
      write: (write) => this.write(key, write),
      writeStream: (openSource) => this.writeStream(key, openSource),
    };
  }

  async *list(): AsyncGenerator<ListedFile> {
    for await (const { key, ...found } of (await this.api()).list(this.place.prefix)) {
      const id = this.idOf(key);
      if (id !== undefined) yield { id, ...found };
    }
  }

  async *unfinished(): AsyncGenerator<UnfinishedFile> {
    const api = await this.api();
    for await (const { key, uploadId, startedMs } of api.openUploads(this.place.prefix))
      if (this.idOf(key) !== undefined) yield { startedMs, remove: () => api.abort(key, uploadId) };
  }

  async remove(ids: readonly string[]): Promise<void> {
    const api = await this.api();
    for (let from = 0; from < ids.length; from += removedAtOnce) {
      const some = ids.slice(from, from + removedAtOnce);
      await Promise.allSettled(some.map((id) => api.remove(this.keyOf(id))));
    }
  }

  async owner(): Promise<string | undefined> {
    const found = await (await this.api()).get(this.keyOf(idName), { start: 0, end: 1000 });
    return found?.bytes.toString('utf8').trim();
  }

  async claim(instanceId: string): Promise<void> {
    await (await this.api()).putNew(this.keyOf(idName), Buffer.from(`${instanceId}\n`));
  }

  closeToOthers(): Promise<void> {
    return Promise.resolve();
  }

  async isAvailable(): Promise<boolean> {
    const signal = AbortSignal.timeout(patienceMs);
    const found = (await this.api()).get(this.keyOf(idName), { start: 0, end: 1000 }, signal);
    return found.then(
      () => true,
      () => false,
    );
  }

  private api(): Promise<S3Api> {
    return (this.loaded ??= import('./s3Api.js').then(({ S3Api: Api }) => new Api(this.place)));
  }

  private keyOf(name: string): string {
    return `${this.place.prefix}${name}`;
  }

  private idOf(key: string): string | undefined {
    const name = key.slice(this.place.prefix.length);
    return isFileId(name) ? name : undefined;
  }

  /** Each window is a request of its own, which can be repeated: a reader may take its time. The next one comes while this one is read. */
  private async *read(key: string, { start, end }: ByteRange = { start: 0, end: Infinity }): AsyncGenerator<Buffer> {
    const api = await this.api();
    const fetch = async (from: number, sizeBytes: number) => {
      const part = await api.get(key, { start: from, end: Math.min(from + sizeBytes - 1, end) });
      if (part === undefined) throw Object.assign(new Error(`There is no object ${key}.`), { code: 'ENOENT' });
      return part;
    };
    const first = await fetch(start, firstBytes);
    yield first.bytes;
    const endOfAll = Math.min(first.totalBytes, end + 1);
    let next: ReturnType<typeof fetch> | undefined;
    for (let at = start + first.bytes.length; at < endOfAll;) {
      const { bytes } = await (next ?? fetch(at, windowBytes));
      if (bytes.length === 0) throw new Error(`The object ${key} has become shorter.`);
      at += bytes.length;
      next = at < endOfAll ? fetch(at, windowBytes) : undefined;
      // Nobody may be there to take it.
      next?.catch(() => undefined);
      for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
    }
  }

  private write<T extends object>(key: string, write: (out: HashedFile) => Promise<T>): Promise<T & WrittenFile> {
    return this.asWhole(key, async (writer) => {
      const out = new HashedFile((bytes) => writer.add(bytes));
      const written = await write(out);
      return { ...written, ...out.written() };
    });
  }

  private writeStream(key: string, openSource: () => AsyncIterable<Buffer>): Promise<WrittenFile> {
    return this.asWhole(key, async (writer) => {
      const meter = new Meter();
      await pipeline(openSource(), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          meter.add(chunk);
          await writer.add(chunk);
        }
      });
      return meter.written();
    });
  }

  private async asWhole<T>(key: string, write: (writer: PartWriter) => Promise<T>): Promise<T> {
    const writer = new PartWriter(await this.api(), key);
    try {
      const written = await write(writer);
      await writer.end();
      return written;
    } catch (error) {
      await writer.abort();
      throw error;
    }
  }
}
