import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';

const bufferBytes = 128 * 1024;
const lineFeed = 0x0a;

/**
 * Digest of a bundle: SHA-256 over the digested header and each record in canonical JSON, each followed by a line feed. Records are
 * buffered, because a call of the hash is as expensive as hashing one record.
 */
export class BundleDigest {
  private readonly hash: Hash = createHash('sha256');
  private readonly gathered = Buffer.allocUnsafe(bufferBytes);
  private gatheredBytes = 0;

  /** @param headerText see `digestedHeader` */
  constructor(readonly headerText: string) {
    this.hash.update(`${headerText}\n`);
  }

  /** Adds one record. */
  add(record: Buffer): void {
    if (this.gatheredBytes + record.length + 1 > bufferBytes) this.flush();
    if (record.length + 1 > bufferBytes) {
      this.hash.update(record).update('\n');
      return;
    }
    this.gathered.set(record, this.gatheredBytes);
    this.gatheredBytes += record.length + 1;
    this.gathered[this.gatheredBytes - 1] = lineFeed;
  }

  /** Adds records with line feeds between them. */
  addLines(lines: string | Buffer): void {
    this.flush();
    this.hash.update(lines).update('\n');
  }

  /** Returns `sha256:<hex>`. Nothing can be added afterwards. */
  end(): string {
    this.flush();
    return `sha256:${this.hash.digest('hex')}`;
  }

  private flush(): void {
    this.hash.update(this.gathered.subarray(0, this.gatheredBytes));
    this.gatheredBytes = 0;
  }
}
