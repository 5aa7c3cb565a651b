import { AppError } from '../../../shared/appError.js';
import type { S3Api } from './s3Api.js';

/** Stores take 10,000 parts, and some want them all of one size: a file has 78 GiB at most. */
export const partBytes = 8 * 1024 * 1024;

/**
 * Writes an object while its bytes come: a small one in one request, a large one in parts, of which one is on its way while the next one
 * is filled. Memory holds two parts. The object is there when `end` has resolved; `abort` leaves nothing of it.
 */
export class PartWriter {
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private uploadId: string | undefined;
  private readonly tags: string[] = [];
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly api: S3Api,
    private readonly key: string,
  ) {}

  async add(bytes: Buffer): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const piece = bytes.subarray(from, from + partBytes - this.waitingBytes);
      this.waiting.push(piece);
      this.waitingBytes += piece.length;
      from += piece.length;
      if (this.waitingBytes === partBytes) await this.send();
    }
  }

  async end(): Promise<void> {
    if (this.uploadId === undefined) {
      await this.api.put(this.key, this.takeWaiting());
      return;
    }
    if (this.waitingBytes > 0) await this.send();
    await this.sending;
    await this.complete(this.uploadId);
  }

  /** Removes what was sent, as far as the store can be reached; the next sweep finds the rest. */
  async abort(): Promise<void> {
    await this.sending.catch(() => undefined);
    const { uploadId, key } = this;
    if (uploadId !== undefined) await this.api.abort(key, uploadId).catch(() => undefined);
    // An answer that was lost may have been a success.
    await this.api.remove(key).catch(() => undefined);
  }

  /** Resolves when the part before it has arrived: its fault is thrown here. */
  private async send(): Promise<void> {
    const body = this.takeWaiting();
    const uploadId = (this.uploadId ??= await this.api.begin(this.key));
    await this.sending;
    const number = this.tags.length + 1;
    this.sending = this.api.putPart(this.key, { uploadId, number }, body).then((tag) => {
      this.tags.push(tag);
    });
    // Whoever waits for it next gets its fault.
    this.sending.catch(() => undefined);
  }

  /** A repeated request finds no upload where the answer to the first one, a success, was lost. */
  private async complete(uploadId: string): Promise<void> {
    try {
      await this.api.complete(this.key, uploadId, this.tags);
    } catch (error) {
      const isDone = error instanceof AppError && (await this.api.get(this.key, { start: 0, end: 0 })) !== undefined;
      if (!isDone) throw error;
    }
  }

  private takeWaiting(): Buffer {
    const body = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    return body;
  }
}
