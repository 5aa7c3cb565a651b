/** Writes a bundle as a folder for Git inside a ZIP archive: unpacked, it is what the command line writes to a disk. */
import { AppError } from '../../../shared/appError.js';
import type { JsonValue } from '../../../shared/json.js';
import { BundleDigest } from '../bundle/bundleDigest.js';
import { bundleFormatVersion, digestedHeader } from '../bundle/bundleHeader.js';
import type { WriteBundleOptions, WrittenBundle } from '../bundle/bundleWriting.js';
import { readRecord } from '../bundle/readRecord.js';
import type { FileItem } from '../format.js';
import { archiveLimits } from '../zip/archiveMember.js';
import { writeZip, type ZipMembers } from '../zip/writeZip.js';
import { folderManifest } from './folderFiles.js';
import { folderStems, textOfKey, type FolderKey } from './folderNames.js';
import { filesOfItem, manifestText } from './recordFile.js';

/**
 * Writes the archive. Memory holds one batch of records, and the names of all, which decide on the paths. Leaves no file behind if it fails.
 * @throws AppError if the texts beside the resources are too many for an archive
 */
export async function writeFolderArchive({ keys, ...options }: WriteBundleOptions): Promise<WrittenBundle> {
  const all: FolderKey[] = [];
  for await (const key of keys?.() ?? []) all.push(key);
  const stems = folderStems(all);
  return writeZip(options.file, async (members) => {
    const digest = new BundleDigest(digestedHeader(headerOf(options)));
    await members.add(folderManifest, Buffer.from(manifestText(options.source)));
    const writing = new MembersOfItems(members, stems);
    let count = 0;
    for await (const block of options.records) {
      options.signal?.throwIfAborted();
      for (const line of block.lines.toString().split('\n')) await writing.add(itemOf(line));
      digest.addLines(block.lines);
      count += block.count;
      options.onProgress?.({ count, sizeBytes: members.sizeBytes });
    }
    return { count, digest: digest.end() };
  });
}

class MembersOfItems {
  /** The manifest is one. */
  private count = 1;

  constructor(
    private readonly members: ZipMembers,
    private readonly stems: ReadonlyMap<string, string>,
  ) {}

  async add(item: FileItem): Promise<void> {
    const stem = this.stems.get(textOfKey(item));
    if (stem === undefined) throw AppError.internal(`${item.name} is not among the names of the export.`);
    for (const { path, text } of filesOfItem(item, stem)) {
      this.count += 1;
      if (this.count > archiveLimits.memberCount)
        throw AppError.badInput('The selection has too many files for an archive. Use the format JSONL.');
      await this.members.add(path, Buffer.from(text));
    }
  }
}

function itemOf(line: string): FileItem {
  const read = readRecord(JSON.parse(line) as JsonValue, { line: 1, fallbackKind: undefined });
  if ('problem' in read) throw AppError.internal(read.problem.message);
  return read.item;
}

function headerOf({ source, requirements }: Pick<WriteBundleOptions, 'source' | 'requirements'>) {
  return {
    formatVersion: bundleFormatVersion,
    source: { ...source } as unknown as JsonValue,
    requirements: requirements as unknown as JsonValue,
  };
}
