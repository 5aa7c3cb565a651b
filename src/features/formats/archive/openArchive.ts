/**
 * Opens ZIP archives by their directory. Members are unpacked one at a time, as streams, any number of times. The size and checksum of
 * each unpacked member are compared with the directory.
 */
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, getFileNameLowLevel, validateFileName } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { Problem } from '../../../shared/problem.js';
import type { FileSource } from '../format.js';
import { archiveLimits } from '../zip/archiveMember.js';
import type { ArchiveLimits, ArchiveMember } from '../zip/archiveMember.js';
import { ArchiveBytes, SourceFault } from './archiveBytes.js';
import { damagedArchive, damagedMember, refusedArchive } from './archiveProblems.js';
import { guardArchive } from './guardArchive.js';

/** An archive that passed all checks of `guardArchive`. */
export interface OpenArchive {
  members: readonly ArchiveMember[];
  /** Unpacks a member. A fault ends the stream early and is kept in `faults`. */
  chunksOf: (member: ArchiveMember) => AsyncIterable<Buffer>;
  /** Faults of unpacked members, by path. */
  faults: ReadonlyMap<string, Problem>;
  close: () => void;
}

/** Opens an archive, or returns why it cannot be unpacked. Throws only if the file cannot be read. */
export async function openArchive(
  file: FileSource & { sizeBytes: number },
  limits: ArchiveLimits = archiveLimits,
): Promise<OpenArchive | { problems: Problem[] }> {
  let zip: ZipFile;
  try {
    const bytes = new ArchiveBytes(file, file.sizeBytes);
    zip = await fromRandomAccessReaderPromise(bytes, file.sizeBytes, { autoClose: false, decodeStrings: false });
  } catch (error) {
    return { problems: [damagedArchive(reasonOf(error))] };
  }
  const read = await readDirectory(zip, limits);
  if ('problems' in read) {
    zip.close();
    return read;
  }
  return new ZipArchive(zip, read.entryByMember);
}

async function readDirectory(
  zip: ZipFile,
  limits: ArchiveLimits,
): Promise<{ entryByMember: ReadonlyMap<ArchiveMember, Entry> } | { problems: Problem[] }> {
  if (zip.entryCount > limits.memberCount) {
    const fault = `has ${zip.entryCount} members, more than the ${limits.memberCount} that are read`;
    return { problems: [refusedArchive(fault, 'Split it into several archives.')] };
  }
  const entryByMember = new Map<ArchiveMember, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entryByMember.set(memberOf(entry), entry);
  } catch (error) {
    return { problems: [damagedArchive(reasonOf(error))] };
  }
  const problems = guardArchive([...entryByMember.keys()], zip.fileSize, limits);
  return problems.length > 0 ? { problems } : { entryByMember };
}

function memberOf(entry: Entry): ArchiveMember {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const path = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const isUnix = entry.versionMadeBy >>> 8 === 3;
  return {
    path,
    isFolder: path.endsWith('/'),
    sizeBytes: entry.uncompressedSize,
    packedBytes: entry.compressedSize,
    crc32: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
    isEncrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    unixMode: isUnix ? entry.externalFileAttributes >>> 16 : 0,
    pathFault: pathFault(path),
  };
}

function pathFault(path: string): string | undefined {
  if (path === '') return 'it is empty';
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'it contains control characters';
  return validateFileName(path) ?? undefined;
}

/** Rethrows faults of the place where it is; all other errors are faults of the archive. */
function reasonOf(error: unknown): string {
  if (error instanceof SourceFault) throw error.cause;
  if (!(error instanceof Error)) throw error;
  return error.message.replace(/\.$/, '');
}

class ZipArchive implements OpenArchive {
  readonly faults = new Map<string, Problem>();

  constructor(
    private readonly zip: ZipFile,
    private readonly entryByMember: ReadonlyMap<ArchiveMember, Entry>,
  ) {}

  get members(): ArchiveMember[] {
    return [...this.entryByMember.keys()];
  }

  close(): void {
    this.zip.close();
  }

  async *chunksOf(member: ArchiveMember): AsyncGenerator<Buffer> {
    const entry = this.entryByMember.get(member);
    if (entry === undefined) throw new Error(`${member.path} is no member of this archive.`);
    let sum = 0;
    try {
      for await (const chunk of (await this.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      this.faults.set(member.path, damagedMember(member.path, reasonOf(error)));
      return;
    }
    if (sum !== member.crc32) this.faults.set(member.path, damagedMember(member.path, 'its checksum differs'));
  }
}
