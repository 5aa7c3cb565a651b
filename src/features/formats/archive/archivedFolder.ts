/** Reads a folder for Git that was packed as an archive, such as what a Git server offers for download: in any folder of the archive. */
import { maxItemBytes } from '../../../shared/limits.js';
import { BundleDigest } from '../bundle/bundleDigest.js';
import { bundleFormatVersion, digestedHeader, unknownSource } from '../bundle/bundleHeader.js';
import { emptyBundle } from '../bundle/bundleProblems.js';
import { recordLine } from '../bundle/recordLine.js';
import {
  folderFormat,
  folderManifest,
  halfWrittenMark,
  isHiddenPath,
  type FolderFiles,
} from '../folder/folderFiles.js';
import { byUnits } from '../folder/prettyJson.js';
import { readFolder } from '../folder/readFolder.js';
import type { BundleSource, FileEvent } from '../format.js';
import type { ArchiveMember } from '../zip/archiveMember.js';
import { ignoredMembers, inMember } from './archiveProblems.js';
import type { OpenArchive } from './openArchive.js';

/** The folder in an archive; undefined if it has none. */
export async function folderInArchive(archive: OpenArchive): Promise<FolderFiles | undefined> {
  const manifests = archive.members
    .filter(({ path }) => path === folderManifest || path.endsWith(`/${folderManifest}`))
    .sort((one, other) => depthOf(one.path) - depthOf(other.path) || byUnits(one.path, other.path));
  for (const manifest of manifests) {
    const text = (await readMember(archive, manifest)).toString('utf8');
    if (new RegExp(`"format"\\s*:\\s*"${folderFormat}"`).test(text))
      return filesBelow(archive, manifest.path.slice(0, -folderManifest.length));
  }
  return undefined;
}

function depthOf(path: string): number {
  return path.split('/').length;
}

function filesBelow(archive: OpenArchive, base: string): FolderFiles {
  const memberByPath = new Map(
    archive.members
      .filter(({ isFolder, path }) => !isFolder && path.startsWith(base))
      .map((member) => [member.path.slice(base.length), member]),
  );
  return {
    base,
    paths: [...memberByPath.keys()].filter((path) => !isHiddenPath(path)).sort(byUnits),
    refused: [],
    isHalfWritten: memberByPath.has(halfWrittenMark),
    read: (path) => {
      const member = memberByPath.get(path);
      if (!member) throw new Error(`${path} is no file of this folder.`);
      return readMember(archive, member);
    },
  };
}

/** The whole member; of one that is too large, a little more than is allowed. */
async function readMember(archive: OpenArchive, member: ArchiveMember): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of archive.chunksOf(member)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxItemBytes) break;
  }
  return Buffer.concat(chunks);
}

export async function* readArchivedFolder(archive: OpenArchive, files: FolderFiles): AsyncGenerator<FileEvent[]> {
  const outside = archive.members.filter(({ isFolder, path }) => !isFolder && !path.startsWith(files.base));
  if (outside.length > 0) {
    const reason = `Only the folder of ${folderManifest} is read.`;
    yield [{ type: 'problem', problem: ignoredMembers(outside.map(({ path }) => path), reason) }]; // prettier-ignore
  }
  let source: BundleSource = unknownSource;
  let digest: BundleDigest | undefined;
  let bytesRead = 0;
  for await (const event of readFolder(files)) {
    const [damaged] = archive.faults.values();
    if (damaged) {
      yield [{ type: 'problem', problem: damaged }];
      return;
    }
    if (event.type === 'source') {
      ({ source } = event);
      yield [event];
    } else if (event.type === 'fault') {
      yield [{ type: 'problem', problem: inMember(`${files.base}${event.path}`, event.problem) }];
      if (event.problem.severity === 'ERROR') return;
    } else {
      const { item, path } = event;
      bytesRead += event.sizeBytes;
      digest ??= new BundleDigest(headerOf(source));
      digest.add(Buffer.from(recordLine(item)));
      const problems = item.problems.map((problem) => inMember(`${files.base}${path}`, problem));
      yield [{ type: 'item', item: { ...item, problems }, bytesRead }];
    }
  }
  if (digest) yield [{ type: 'end', bundleDigest: digest.end(), claimedDigest: null, claimedCount: null }];
  else yield [{ type: 'problem', problem: emptyBundle() }];
}

function headerOf(source: BundleSource): string {
  return digestedHeader({ formatVersion: bundleFormatVersion, requirements: [], source: { ...source } });
}
