/** Checks what an archive states about its members before anything is unpacked. Pure: members in, all problems out. */
import type { Problem } from '../../../shared/problem.js';
import { folderManifest } from '../folder/folderFiles.js';
import { quote } from '../scanning/fileProblems.js';
import type { ArchiveLimits, ArchiveMember } from '../zip/archiveMember.js';
import { refusedArchive, refusedMember, sizeText } from './archiveProblems.js';

const maxProblems = 20;
const fixOfType = 'Pack only what is to be imported, as files and folders.';
const localHeaderBytes = 30;
const nestedArchive = /\.(zip|jar|war|ear|lar|gz|tgz|bz2|tbz2?|xz|txz|zst|7z|rar|tar|cab|ar|lz4?|lzma)$/i;

/** Unix file types, in the upper bits of the mode. */
const fileTypeMask = 0o170000;
const regularFile = 0o100000;
const folder = 0o040000;
const symbolicLink = 0o120000;

/** Returns every reason not to unpack an archive of `archiveBytes`. */
export function guardArchive(
  members: readonly ArchiveMember[],
  archiveBytes: number,
  limits: ArchiveLimits,
): Problem[] {
  const folders = members.flatMap(({ path }) => baseOfFolder(path) ?? []);
  const problems = [
    ...checkTotal(members, limits),
    ...members.flatMap((member) => checkMember(member, limits)),
    ...members.flatMap((member) => checkKind(member, folders)),
    ...checkNames(members),
    ...checkPlaces(members, archiveBytes),
  ];
  return problems.slice(0, maxProblems);
}

function checkTotal(members: readonly ArchiveMember[], { totalBytes }: ArchiveLimits): Problem[] {
  const total = members.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total <= totalBytes) return [];
  const fault = `would unpack to ${sizeText(total)}, more than the ${sizeText(totalBytes)} that are allowed for an archive`;
  return [refusedArchive(fault, 'Split it into several archives.')];
}

function checkMember(member: ArchiveMember, limits: ArchiveLimits): Problem[] {
  const refuse = (fault: string, fix?: string): Problem => refusedMember(member.path, fault, fix);
  return [
    ...(member.pathFault === undefined ? [] : [refuse(`has a path that is not allowed (${member.pathFault})`)]),
    ...(member.isEncrypted ? [refuse('is encrypted', 'Pack it without a password.')] : []),
    ...checkSize(member, limits).map((fault) => refuse(fault)),
  ];
}

/** What contains a folder for Git, as Git servers pack it: undefined for what is not its manifest. */
function baseOfFolder(path: string): string | undefined {
  return path === folderManifest || path.endsWith(`/${folderManifest}`)
    ? path.slice(0, -folderManifest.length)
    : undefined;
}

/**
 * A repository may have links and archives of its own. Beside a folder for Git nothing is read, and in it no archive is; if the folder turns
 * out to be none, members are looked at one by one.
 */
function checkKind(member: ArchiveMember, folders: readonly string[]): Problem[] {
  const isOutside = folders.length > 0 && !folders.some((base) => member.path.startsWith(base));
  const isNested = folders.length === 0 && nestedArchive.test(member.path);
  return [
    ...(isOutside ? [] : checkType(member).map((fault) => refusedMember(member.path, fault, fixOfType))),
    ...(isNested
      ? [refusedMember(member.path, 'is an archive itself', 'Unpack it, and add its files to the archive.')]
      : []),
  ];
}

function checkType({ unixMode, isFolder, method }: ArchiveMember): string[] {
  const type = unixMode & fileTypeMask;
  if (type === symbolicLink) return ['is a symbolic link'];
  if (type !== 0 && type !== regularFile && type !== folder) return ['is neither a file nor a folder'];
  if ((type === folder) !== isFolder && type !== 0) return ['is both a file and a folder'];
  return method === 0 || method === 8
    ? []
    : [`is compressed with the method ${method}; only "stored" and "deflate" are supported`];
}

function checkSize({ sizeBytes, packedBytes, method }: ArchiveMember, limits: ArchiveLimits): string[] {
  const { memberBytes, ratio, ratioFromBytes } = limits;
  if (method === 0 && sizeBytes !== packedBytes)
    return ['is stored uncompressed, but states a different uncompressed size'];
  if (sizeBytes > memberBytes) {
    return [
      `would unpack to ${sizeText(sizeBytes)}, more than the ${sizeText(memberBytes)} that are allowed for a member`,
    ];
  }
  if (sizeBytes <= ratioFromBytes || sizeBytes <= packedBytes * ratio) return [];
  const found = Math.round(sizeBytes / Math.max(packedBytes, 1));
  return [`has a compression ratio of ${found}, more than the ${ratio} that is allowed`];
}

function checkNames(members: readonly ArchiveMember[]): Problem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { path } of members) {
    const name = path.normalize('NFC').replace(/\/$/, '');
    if (seen.has(name)) twice.add(path);
    seen.add(name);
  }
  return [...twice].map((path) => refusedMember(path, 'occurs more than once in it'));
}

/** Overlapping members let a small archive unpack to terabytes without a high compression ratio. */
function checkPlaces(members: readonly ArchiveMember[], archiveBytes: number): Problem[] {
  const sorted = [...members].sort((one, other) => one.offset - other.offset);
  return sorted.flatMap((member, place) => {
    const end = member.offset + localHeaderBytes + member.packedBytes;
    const next = sorted[place + 1];
    if (end <= (next?.offset ?? archiveBytes)) return [];
    const fault = next === undefined ? 'extends beyond its end' : `shares bytes with ${quote(next.path)}`;
    return [refusedMember(member.path, fault)];
  });
}
