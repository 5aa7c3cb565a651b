import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { FileSource } from '../format.js';

/** Members that follow each other share a block. */
const blockBytes = 1024 * 1024;
/** The directory, and what is read meanwhile. */
const keptBlocks = 4;

/** A fault of the place where an archive is, and not of the archive; `cause` has it. */
export class SourceFault extends Error {}

/** Any part of an archive, read in blocks: each block is one range of its source. */
export class ArchiveBytes extends RandomAccessReader {
  private readonly blocks = new Map<number, Promise<Buffer>>();

  constructor(
    private readonly source: FileSource,
    private readonly sizeBytes: number,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.pieces(start, end), { objectMode: false });
  }

  private async *pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const place = Math.floor(at / blockBytes);
      const block = await this.block(place);
      const from = at - place * blockBytes;
      const piece = block.subarray(from, from + end - at);
      // The end of a file that is shorter than its directory says.
      if (piece.length === 0) return;
      yield piece;
      at += piece.length;
    }
  }

  private block(place: number): Promise<Buffer> {
    const block = this.blocks.get(place) ?? this.fetch(place);
    this.blocks.delete(place);
    this.blocks.set(place, block);
    const [oldest] = this.blocks.keys();
    if (oldest !== undefined && this.blocks.size > keptBlocks) this.blocks.delete(oldest);
    return block;
  }

  private async fetch(place: number): Promise<Buffer> {
    const start = place * blockBytes;
    const chunks: Buffer[] = [];
    try {
      const end = Math.min(start + blockBytes, this.sizeBytes) - 1;
      for await (const chunk of this.source.open({ start, end })) chunks.push(chunk);
    } catch (cause) {
      throw new SourceFault('The archive cannot be read.', { cause });
    }
    return Buffer.concat(chunks);
  }
}
