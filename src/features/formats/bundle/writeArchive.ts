/** Writes a bundle as a ZIP archive with one readable file per resource, for version control and review. */
import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { JsonValue } from '../../../shared/json.js';
import { archiveLimits } from '../zip/archiveMember.js';
import { writeZip, type ZipMembers } from '../zip/writeZip.js';
import { BundleDigest } from './bundleDigest.js';
import { bundleFormat, bundleFormatVersion, digestedHeader } from './bundleHeader.js';
import type { BundleFormat, WriteBundleOptions, WrittenBundle } from './bundleWriting.js';

const manifestPath = 'manifest.json';
/** Each resource is a member of the archive, beside the manifest. */
const maxResources = archiveLimits.memberCount - 1;

/** Why a bundle of so many resources cannot be written in this format. */
export function checkBundleSize(format: BundleFormat, count: number): Problem[] {
  if ((format !== 'ZIP' && format !== 'DIRECTORY') || count <= maxResources) return [];
  const numbers = [count, maxResources].map((number) => number.toLocaleString('en'));
  const message = `The selection has ${numbers[0]} resources; an archive can hold ${numbers[1]}.`;
  return [errorProblem('SETTING_INVALID', message, { path: ['input', 'format'], fix: 'Use the format JSONL.' })];
}

/**
 * Writes the archive: `resources/<pack>/<Kind>/<name>.json` for each record, and `manifest.json`, which lists all files in the order of
 * the digest. Memory holds one batch of records, and the paths of all. Leaves no file behind if it fails.
 */
export async function writeArchive(options: Omit<WriteBundleOptions, 'format'>): Promise<WrittenBundle> {
  const header = {
    formatVersion: bundleFormatVersion,
    source: { ...options.source } as unknown as JsonValue,
    requirements: options.requirements as unknown as JsonValue,
  };
  return writeZip(options.file, async (members) => {
    const digest = new BundleDigest(digestedHeader(header));
    const files: string[] = [];
    for await (const { lines } of options.records) {
      options.signal?.throwIfAborted();
      for (const line of lines.toString().split('\n')) files.push(await addRecord(members, line));
      digest.addLines(lines);
      options.onProgress?.({ count: files.length, sizeBytes: members.sizeBytes });
    }
    const written = { count: files.length, digest: digest.end() };
    await addFile(members, manifestPath, { format: bundleFormat, ...header, ...written, files });
    return written;
  });
}

async function addRecord(members: ZipMembers, text: string): Promise<string> {
  const record = JSON.parse(text) as { kind: string; name: string };
  const path = `resources/${record.kind}/${encodeURIComponent(record.name)}.json`;
  await addFile(members, path, record);
  return path;
}

function addFile(members: ZipMembers, path: string, value: object): Promise<void> {
  return members.add(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}
