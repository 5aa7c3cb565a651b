/** Reads Waybill's own archive, `manifest.json` and one file per resource, as a bundle: with the same checks of counts and digests. */
import { canonicalJson } from '../../../shared/canonicalJson.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { bundleFormat } from '../bundle/bundleHeader.js';
import { BundleReading } from '../bundle/bundleReading.js';
import { loadDocument } from '../documents/loadDocument.js';
import type { FileEvent, ReadOptions } from '../format.js';
import { quote } from '../scanning/fileProblems.js';
import type { ScanEvent } from '../scanning/jsonFileScanner.js';
import type { JsonSlice } from '../scanning/parseJsonBytes.js';
import { maxItemBytes, maxNestingDepth } from '../../../shared/limits.js';
import type { ArchiveMember } from '../zip/archiveMember.js';
import { ignoredMember, inMember } from './archiveProblems.js';
import type { OpenArchive } from './openArchive.js';

const manifestPath = /^([^/]+\/)?manifest\.json$/;
const headerKeys = ['format', 'formatVersion', 'source', 'requirements'];

/** The manifest of an archive, and its resources in the order of the manifest. */
export interface BundleMembers {
  manifest: JsonObject;
  manifestMember: ArchiveMember;
  resources: ArchiveMember[];
  problems: Problem[];
}

/** Detects Waybill's own archive by its manifest. All members may be in one folder, if the archive was packed again. */
export async function bundleMembers(archive: OpenArchive): Promise<BundleMembers | undefined> {
  const manifestMember = archive.members.find(({ path }) => manifestPath.test(path));
  if (manifestMember === undefined) return undefined;
  const loaded = await loadMember(archive, manifestMember);
  if ('problem' in loaded || !isJsonObject(loaded.document) || loaded.document['format'] !== bundleFormat)
    return undefined;
  const manifest = loaded.document;
  const base = manifestMember.path.slice(0, -'manifest.json'.length);
  const files = archive.members.filter(({ isFolder, path }) => !isFolder && path.startsWith(`${base}resources/`));
  return { manifest, manifestMember, ...inOrder(files, manifest['files'], base) };
}

/** Sorts the members as the manifest does: the digest depends on the order, and tools that pack an archive again change it. */
function inOrder(
  files: readonly ArchiveMember[],
  listed: unknown,
  base: string,
): { resources: ArchiveMember[]; problems: Problem[] } {
  if (!Array.isArray(listed)) return { resources: [...files], problems: [] };
  const memberByPath = new Map(files.map((member) => [member.path, member]));
  const resources: ArchiveMember[] = [];
  const problems: Problem[] = [];
  for (const path of listed as unknown[]) {
    const member = memberByPath.get(`${base}${String(path)}`);
    memberByPath.delete(`${base}${String(path)}`);
    if (member) resources.push(member);
    else problems.push(missingFile(String(path)));
  }
  problems.push(...[...memberByPath.keys()].map(unlistedFile));
  return { resources, problems };
}

export async function* readArchivedBundle(
  archive: OpenArchive,
  { manifest, resources, problems }: BundleMembers,
  options: ReadOptions,
): AsyncGenerator<FileEvent[]> {
  const reading = new BundleReading('JSON', options);
  const header = headerKeys.flatMap((key) => (key in manifest ? [memberEvent(key, manifest)] : []));
  yield [
    ...problems.map((problem): FileEvent => ({ type: 'problem', problem })),
    ...reading.take([...header, { type: 'list', key: 'resources' }]),
  ];
  const isRefused = problems.some(({ severity }) => severity === 'ERROR');
  let bytesRead = 0;
  for (const member of resources) {
    if (reading.isOver || isRefused) return;
    const loaded = await loadMember(archive, member);
    const problem = 'problem' in loaded ? loaded.problem : loaded.duplicate;
    const fault = archive.faults.get(member.path) ?? (problem && inMember(member.path, problem));
    if (fault !== undefined || 'problem' in loaded) {
      yield fault === undefined ? [] : [{ type: 'problem', problem: fault }];
      return;
    }
    bytesRead += member.sizeBytes;
    const slice = sliceOf(loaded.document);
    yield reading.take([{ type: 'element', slice, bytesRead }]).map((event) => placed(event, member.path));
  }
  yield reading.take(['count', 'digest'].flatMap((key) => (key in manifest ? [memberEvent(key, manifest)] : [])));
  if (!reading.isOver && !isRefused) yield await reading.finish(1, () => Promise.resolve(''));
}

function loadMember(archive: OpenArchive, member: ArchiveMember): ReturnType<typeof loadDocument> {
  const source = { path: '', open: () => archive.chunksOf(member) };
  // The record around a spec adds one level.
  return loadDocument(source, member.sizeBytes, { maxBytes: maxItemBytes, maxDepth: maxNestingDepth + 1 });
}

function memberEvent(key: string, manifest: JsonObject): ScanEvent {
  return { type: 'member', key, slice: sliceOf(manifest[key]) };
}

/** The digest covers the canonical form; the files are indented. */
function sliceOf(value: unknown): JsonSlice {
  return { bytes: Buffer.from(canonicalJson(value as JsonObject)), line: 1, column: 1 };
}

function placed(event: FileEvent, path: string): FileEvent {
  if (event.type === 'problem') return { ...event, problem: inMember(path, event.problem) };
  if (event.type !== 'item') return event;
  const problems = event.item.problems.map((problem) => inMember(path, problem));
  return { ...event, item: { ...event.item, member: path, problems } };
}

function missingFile(path: string): Problem {
  const message = `The manifest of the archive lists ${quote(path)}, which is not in the archive.`;
  return errorProblem('COUNT_MISMATCH', message, {
    path: ['files'],
    fix: 'Pack the archive again with all files, or export it again.',
  });
}

function unlistedFile(path: string): Problem {
  return ignoredMember(path, errorProblem('CONTENT_IGNORED', 'The manifest does not list it.'));
}
