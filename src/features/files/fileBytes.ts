/** How the bytes of a file are read and written, wherever they are. */
import { createHash, type Hash } from 'node:crypto';

/** A part of a file: places of bytes from 0, the last one included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The bytes of a file, to be read. */
export interface FileSource {
  /** Opens the file, or a part of it, each time again. Leaving the loop early closes it. Throws an error with the code ENOENT if it is gone. */
  open: (range?: ByteRange) => AsyncIterable<Buffer>;
}

/** A file to be written. It is there only when it is complete and safe; a failure leaves nothing behind. */
export interface FileTarget {
  /** Writes it in pieces. Returns the result of `write`, and what was written. */
  write: <T extends object>(write: (out: HashedFile) => Promise<T>) => Promise<T & WrittenFile>;
  /** Writes a stream. The stream is opened only when its errors are handled: an earlier error would stop the server. */
  writeStream: (openSource: () => AsyncIterable<Buffer>) => Promise<WrittenFile>;
}

/** `sha256`: of its bytes, 64 hexadecimal digits. */
export interface WrittenFile {
  sizeBytes: number;
  sha256: string;
}

/** A file whose size and digest are computed while it is written. */
export class HashedFile {
  private readonly meter = new Meter();

  constructor(private readonly add: (bytes: Buffer) => Promise<void>) {}

  get sizeBytes(): number {
    return this.meter.sizeBytes;
  }

  /** Writes a text as UTF-8, or bytes as they are. */
  async write(content: string | Buffer): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.meter.add(bytes);
    await this.add(bytes);
  }

  /** Size and digest so far. Nothing can be written afterwards. */
  written(): WrittenFile {
    return this.meter.written();
  }
}

/** Counts and hashes bytes. */
export class Meter {
  sizeBytes = 0;
  private readonly hash: Hash = createHash('sha256');

  add(bytes: Buffer): void {
    this.hash.update(bytes);
    this.sizeBytes += bytes.length;
  }

  written(): WrittenFile {
    return { sizeBytes: this.sizeBytes, sha256: this.hash.digest('hex') };
  }
}
