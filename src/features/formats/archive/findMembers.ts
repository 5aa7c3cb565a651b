/** Detects the format of each member of an archive from its first bytes, and the order in which members must be read. */
import type { Problem } from '../../../shared/problem.js';
import { detectFormat } from '../detectFormat.js';
import { readHeadBytes } from '../fileHead.js';
import type { FileSource, FormatReader, ReadOptions } from '../format.js';
import { isPacked } from '../foreignFile.js';
import { hintOfName } from '../objects/fileNames.js';
import { findClass, inferClass, isItem, objectsClasses, objectsKinds } from '../objects/objectsClasses.js';
import type { ObjectsClass } from '../objects/objectsClasses.js';
import type { ArchiveMember } from '../zip/archiveMember.js';
import { ignoredMembers, inMembers, refusedMember } from './archiveProblems.js';
import type { OpenArchive } from './openArchive.js';

/** A member that can be read, and its reader. */
export interface ReadableMember {
  path: string;
  reader: FormatReader;
  options: ReadOptions;
  /** Members with a lower rank are read first. */
  rank: number;
}

/** Files that operating systems and tools add to archives. */
const systemFile = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/)/;
/** Members with these extensions must be readable; others are left out with a warning. */
const dataFile = /\.(json|jsonl|ndjson|csv|tsv)$/i;

const byPath = new Intl.Collator('en', { numeric: true });

/** Returns the readable members in the order of reading, and problems for the others. */
export async function findMembers(
  archive: OpenArchive,
  options: ReadOptions,
  readers: readonly FormatReader[],
): Promise<{ members: ReadableMember[]; problems: Problem[] }> {
  const members: ReadableMember[] = [];
  const unread: { path: string; problem: Problem }[] = [];
  for (const member of archive.members) {
    if (member.isFolder || systemFile.test(member.path)) continue;
    const found = await findReader(archive, member, { options, readers });
    if ('problem' in found) unread.push({ path: member.path, problem: found.problem });
    else members.push(found);
  }
  members.sort((one, other) => one.rank - other.rank || byPath.compare(one.path, other.path));
  const isAnyRead = members.length > 0;
  return { members, problems: unreadProblems(unread, isAnyRead) };
}

/** Members that are left out for the same reason are reported once. */
function unreadProblems(unread: readonly { path: string; problem: Problem }[], isAnyRead: boolean): Problem[] {
  const groups = new Map<string, { problem: Problem; isLeftOut: boolean; paths: string[] }>();
  for (const { path, problem } of unread) {
    const isLeftOut = isAnyRead && !mustBeReadable(path, problem);
    const key = JSON.stringify([isLeftOut, problem.message, isLeftOut ? null : problem.line]);
    const group = groups.get(key) ?? { problem, isLeftOut, paths: [] };
    group.paths.push(path);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const refusals = all.filter(({ isLeftOut }) => !isLeftOut);
  const leftOut = all.filter(({ isLeftOut }) => isLeftOut);
  return [
    ...refusals.map(({ problem, paths }) => (namesItsMember(problem) ? problem : inMembers(paths, problem))),
    ...leftOut.map(({ problem, paths }) => ignoredMembers(paths, problem.message)),
  ];
}

function namesItsMember({ code }: Problem): boolean {
  return code === 'ARCHIVE_REFUSED' || code === 'ARCHIVE_DAMAGED';
}

function mustBeReadable(path: string, problem: Problem): boolean {
  return namesItsMember(problem) || (dataFile.test(path) && problem.code !== 'FORMAT_UNRECOGNIZED');
}

async function findReader(
  archive: OpenArchive,
  member: ArchiveMember,
  { options, readers }: { options: ReadOptions; readers: readonly FormatReader[] },
): Promise<ReadableMember | { problem: Problem }> {
  const { path, sizeBytes } = member;
  const source: FileSource = { open: () => archive.chunksOf(member) };
  const head = await readHeadBytes(source);
  if (isPacked(head))
    return { problem: refusedMember(path, 'is an archive itself', 'Unpack it, and add its files to the archive.') };
  const detected = await detectFormat({ ...source, sizeBytes, csv: options.csv }, readers);
  const fault = archive.faults.get(path);
  if (fault) return { problem: fault };
  if ('problem' in detected) return detected;
  const known = classOfMember(head.toString('utf8'), path);
  const rank = known === undefined ? objectsClasses.length : rankOf(known);
  const isAskedFor = known === undefined || known.kind === options.kind;
  // The options of the upload apply to members of that kind, and to members that do not state their kind.
  const told = isAskedFor || options.kind === undefined ? options : { ...options, mapping: undefined, kind: undefined };
  return { path, reader: detected.reader, rank, options: { ...told, ...source, fileName: path, sizeBytes } };
}

/** Parts come first, because they are applied to items that follow. */
function rankOf({ kind, part, className }: ObjectsClass): number {
  const place = objectsClasses.findIndex((known) => known.className === className);
  if (kind === objectsKinds.apiApplication) return objectsClasses.length + 1;
  return part ? -1 : place;
}

/** The class of a member, from its first bytes or else from its name. */
function classOfMember(head: string, path: string): ObjectsClass | undefined {
  const stated = /"className"\s*:\s*"([^"]*)"/.exec(head)?.[1];
  const known = stated === undefined ? undefined : findClass(stated);
  if (known !== undefined) return known;
  const keys = Object.fromEntries([...head.matchAll(/"(\w+)"\s*:/g)].map(([, key = '']) => [key, null]));
  return (isItem(keys) ? inferClass(keys) : undefined) ?? hintOfName(path)?.itemClass;
}
