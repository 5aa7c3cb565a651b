/**
 * Writes a bundle as a ZIP archive with one readable file per resource, for version control and review. The archive library keeps
 * everything in memory, so the size is limited; use JSON Lines for larger selections. The library is loaded for the first archive only.
 */
import type { Readable } from 'node:stream';
import type JSZip from 'jszip';
import { AppError } from '../../../shared/appError.js';
import type { JsonValue } from '../../../shared/json.js';
import { writeWholeStream, type WrittenFile } from '../../files/worker.js';
import { BundleDigest } from './bundleDigest.js';
import { bundleFormat, bundleFormatVersion, digestedHeader } from './bundleHeader.js';
import type { WriteBundleOptions, WrittenBundle } from './bundleWriting.js';

/** Maximum length of all records of an archive, in characters. */
const maxArchiveLength = 64 * 1024 * 1024;

/** ZIP has no time zones and starts in 1980. With a fixed date, the same content gives the same bytes. */
const entryDate = new Date(Date.UTC(1980, 0, 1));

/**
 * Writes the archive: `manifest.json`, which lists all files in the order of the digest, and `resources/<pack>/<Kind>/<name>.json` for
 * each record. Leaves no file behind if it fails.
 * @throws AppError BAD_USER_INPUT if the records exceed the limit of an archive.
 */
export async function writeArchive(options: Omit<WriteBundleOptions, 'format'>): Promise<WrittenBundle> {
  const header = {
    formatVersion: bundleFormatVersion,
    source: { ...options.source } as unknown as JsonValue,
    requirements: options.requirements as unknown as JsonValue,
  };
  const { default: Archive } = await import('jszip');
  const zip = new Archive();
  const digest = new BundleDigest(digestedHeader(header));
  const files: string[] = [];
  let length = 0;
  for await (const { lines } of options.records) {
    for (const record of lines.split('\n')) {
      length += record.length;
      if (length > maxArchiveLength) throw tooLong();
      files.push(addRecord(zip, JSON.parse(record) as { kind: string; name: string }));
    }
    digest.addLines(`${lines}\n`);
  }
  const bundleDigest = digest.end();
  const count = files.length;
  const manifest = { format: bundleFormat, ...header, count, digest: bundleDigest, files };
  addFile(zip, 'manifest.json', manifest);
  return { ...(await writeZip(zip, options.path)), count, digest: bundleDigest };
}

function tooLong(): AppError {
  return AppError.badInput('The selection is larger than 64 MiB, the maximum for an archive. Export it as JSONL.');
}

function addRecord(zip: JSZip, record: { kind: string; name: string }): string {
  const path = `resources/${record.kind}/${encodeURIComponent(record.name)}.json`;
  addFile(zip, path, record);
  return path;
}

function addFile(zip: JSZip, path: string, value: object): void {
  zip.file(path, `${JSON.stringify(value, null, 2)}\n`, {
    date: entryDate,
    createFolders: false,
    unixPermissions: 0o644,
  });
}

function writeZip(zip: JSZip, path: string): Promise<WrittenFile> {
  const bytes = zip.generateNodeStream({ compression: 'DEFLATE', compressionOptions: { level: 6 }, platform: 'UNIX' });
  return writeWholeStream(path, () => bytes as Readable);
}
