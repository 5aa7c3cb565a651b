/**
 * Reads a ZIP archive of supported files, or Waybill's own archive, or folder, with one file per resource. The archive is checked before anything is
 * unpacked. The format of each member is detected by its content, and members are read in the order of their dependencies, whatever
 * their names.
 */
import type { FileEvent, FormatReader, ReadOptions } from '../format.js';
import { refuseOfficeFile } from '../foreignProducts.js';
import { isZip } from '../foreignFile.js';
import { folderInArchive, readArchivedFolder } from './archivedFolder.js';
import { bundleMembers, readArchivedBundle } from './archivedBundle.js';
import { ArchiveReading } from './archiveReading.js';
import type { ArchiveLimits } from '../zip/archiveMember.js';
import { findMembers } from './findMembers.js';
import { openArchive } from './openArchive.js';
import type { OpenArchive } from './openArchive.js';

/** Makes the reader of archives. `memberReaders` read the members; they do not include a reader of archives. */
export function archiveReader(memberReaders: readonly FormatReader[], limits?: ArchiveLimits): FormatReader {
  return {
    name: 'archive/zip',
    title: 'ZIP archive of such files',
    recognizesBytes: isZip,
    recognizes: () => false,
    read: (options) => readArchive(options, memberReaders, limits),
  };
}

async function* readArchive(
  options: ReadOptions,
  memberReaders: readonly FormatReader[],
  limits: ArchiveLimits | undefined,
): AsyncGenerator<FileEvent[]> {
  const archive = await openArchive(options, limits);
  if ('problems' in archive) {
    yield archive.problems.map((problem) => ({ type: 'problem', problem }));
    return;
  }
  try {
    const office = refuseOfficeFile(archive.members.map(({ path }) => path));
    if (office) yield [{ type: 'problem', problem: office }];
    else yield* readMembers(archive, options, memberReaders);
  } finally {
    archive.close();
  }
}

async function* readMembers(
  archive: OpenArchive,
  options: ReadOptions,
  memberReaders: readonly FormatReader[],
): AsyncGenerator<FileEvent[]> {
  const folder = await folderInArchive(archive);
  if (folder !== undefined) {
    yield* readArchivedFolder(archive, folder);
    return;
  }
  const bundle = await bundleMembers(archive);
  if (bundle !== undefined) {
    yield* readArchivedBundle(archive, bundle, options);
    return;
  }
  const found = await findMembers(archive, options, memberReaders);
  const reading = new ArchiveReading(archive, found.members);
  yield reading.begin(found.problems);
  for (const member of found.members) {
    if (reading.hasEnded()) return;
    for await (const events of member.reader.read(member.options)) {
      yield reading.take(member, events);
      if (reading.hasEnded()) return;
    }
    yield reading.endMember(member);
  }
  yield reading.finish();
}
