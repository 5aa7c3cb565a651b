import { canonicalJson } from '../../../shared/canonicalJson.js';
import type { JsonValue } from '../../../shared/json.js';
import type { BundleFormat, RecordBlock, WriteBundleOptions, WrittenBundle } from './bundleWriting.js';
import type { HashedFile } from '../../files/worker.js';
import { writeArchive } from './writeArchive.js';
import { BundleDigest } from './bundleDigest.js';
import { bundleFormat, bundleFormatVersion, digestedHeader } from './bundleHeader.js';

/** The texts around the records: the only difference between the two formats. */
interface BundleLayout {
  start: string;
  betweenRecords: string;
  end: (count: number, digest: string) => string;
}

/**
 * Writes a bundle as a stream. Memory holds one batch of records; reading waits for the disk. The same content gives the same bytes,
 * except for time and person of the export. The file gets its final name when it is complete and flushed to disk; a failure leaves no
 * file behind. Throws errors of the file system and of `records`, and the reason of `signal`.
 */
export async function writeBundle(
  options: WriteBundleOptions & { format: Exclude<BundleFormat, 'DIRECTORY'> },
): Promise<WrittenBundle> {
  if (options.format === 'ZIP') return writeArchive(options);
  return options.file.write((out) => writeAll(out, options));
}

async function writeAll(
  out: HashedFile,
  options: WriteBundleOptions,
): Promise<Pick<WrittenBundle, 'count' | 'digest'>> {
  const header = headerOf(options);
  const layout = options.format === 'JSON' ? jsonLayout(header) : linesLayout(header);
  const digest = new BundleDigest(digestedHeader(header));
  let count = 0;
  await out.write(layout.start);
  for await (const block of options.records) {
    options.signal?.throwIfAborted();
    if (count > 0) await out.write(layout.betweenRecords);
    await out.write(laidOut(block, layout));
    digest.addLines(block.lines);
    count += block.count;
    options.onProgress?.({ count, sizeBytes: out.sizeBytes });
  }
  const bundleDigest = digest.end();
  await out.write(layout.end(count, bundleDigest));
  options.signal?.throwIfAborted();
  return { count, digest: bundleDigest };
}

function laidOut({ lines }: RecordBlock, { betweenRecords }: BundleLayout): string | Buffer {
  return betweenRecords === '\n' ? lines : lines.toString().replaceAll('\n', betweenRecords);
}

type BundleHeader = Record<'formatVersion' | 'source' | 'requirements', JsonValue>;

function headerOf({ source, requirements }: WriteBundleOptions): BundleHeader {
  return {
    formatVersion: bundleFormatVersion,
    source: { ...source },
    requirements: requirements.map((requirement) => ({
      ...requirement,
      requiredBy: requirement.requiredBy.map((by) => ({ ...by })),
    })),
  };
}

/** One line per member, prerequisite and record, so that two exports can be compared line by line. */
function jsonLayout({ source, requirements, formatVersion }: BundleHeader): BundleLayout {
  const requirementLines = (requirements as JsonValue[]).map((requirement) => `\n${canonicalJson(requirement)}`);
  const head = `{"format":${JSON.stringify(bundleFormat)},\n"formatVersion":${canonicalJson(formatVersion)},\n`;
  return {
    start: `${head}"source":${canonicalJson(source)},\n"requirements":[${requirementLines.join(',')}],\n"resources":[\n`,
    betweenRecords: ',\n',
    end: (count, digest) => `\n],\n"count":${count},\n"digest":"${digest}"}\n`,
  };
}

function linesLayout(header: BundleHeader): BundleLayout {
  return {
    start: `${canonicalJson({ ...header, format: bundleFormat })}\n`,
    betweenRecords: '\n',
    end: (count, digest) => `${count === 0 ? '' : '\n'}${JSON.stringify({ count, digest })}\n`,
  };
}
