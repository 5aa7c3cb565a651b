/** Reads and writes file shapes: detection by content, streaming readers, the writer of bundles. It knows no database. */
export type { BundleRequirement } from './bundle/bundleHeader.js';
export { bundleMediaType } from './bundle/bundleWriting.js';
export { writeBundle } from './bundle/writeBundle.js';
export type { BundleFormat } from './bundle/bundleWriting.js';
export { detectFormat } from './detectFormat.js';
export type { BundleSource, FileEvent, FileItem, FormatReader, OriginRecord } from './format.js';
export { formatReaders } from './formatReaders.js';
export { csvLine } from './csvLine.js';
