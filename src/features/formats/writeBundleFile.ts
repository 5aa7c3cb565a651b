import type { WriteBundleOptions, WrittenBundle } from './bundle/bundleWriting.js';
import { writeBundle } from './bundle/writeBundle.js';
import { writeFolderArchive } from './folder/writeFolderArchive.js';

/** Writes a bundle in any of its formats: see {@link writeBundle} and {@link writeFolderArchive}. */
export function writeBundleFile(options: WriteBundleOptions): Promise<WrittenBundle> {
  const { format } = options;
  return format === 'DIRECTORY' ? writeFolderArchive(options) : writeBundle({ ...options, format });
}
