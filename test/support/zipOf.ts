import { buffer } from 'node:stream/consumers';
import ZipStream from 'zip-stream';

/** One file of an archive. */
export interface ZippedFile {
  bytes: Buffer;
  mode?: number;
  isStored?: boolean;
}

/** A ZIP archive of these files by path. */
export async function zipOf(
  files: Readonly<Record<string, string>> | readonly (readonly [string, ZippedFile])[],
  { isZip64 = false } = {},
): Promise<Buffer> {
  const zip = new ZipStream({ forceZip64: isZip64 });
  const bytes = buffer(zip);
  for (const [name, { bytes: content, mode = 0o100644, isStored = false }] of listOf(files))
    await new Promise<void>((resolve, reject) => {
      zip.entry(content, { name, mode, store: isStored }, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  zip.finalize();
  return bytes;
}

function listOf(files: Parameters<typeof zipOf>[0]): readonly (readonly [string, ZippedFile])[] {
  if (Array.isArray(files)) return files as readonly (readonly [string, ZippedFile])[];
  return Object.entries(files as Record<string, string>).map(([name, text]) => [name, { bytes: Buffer.from(text) }]);
}
