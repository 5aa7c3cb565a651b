import type { FormatReader, ReadOptions } from '../format.js';
import { folderInArchive } from './archivedFolder.js';
import { bundleMembers } from './archivedBundle.js';
import { findMembers } from './findMembers.js';
import { openArchive } from './openArchive.js';

interface ArchivedFile {
  format: string;
  options: ReadOptions;
}

/** Calls `look` for the only readable member of an archive: Liferay packs each export in one. Null for other files. */
export async function archivedRecords<Result>(
  { format, options }: ArchivedFile,
  readers: readonly FormatReader[],
  look: (member: ArchivedFile) => Promise<Result | null>,
): Promise<Result | null> {
  if (readers.find(({ name }) => name === format)?.recognizesBytes === undefined) return null;
  const archive = await openArchive(options);
  if ('problems' in archive) return null;
  try {
    if ((await folderInArchive(archive)) !== undefined || (await bundleMembers(archive)) !== undefined) return null;
    const { members } = await findMembers(archive, options, readers);
    const [member] = members;
    return member && members.length === 1 ? await look({ format: member.reader.name, options: member.options }) : null;
  } finally {
    archive.close();
  }
}
