/**
 * An import reads one file. Several files, or a folder, become one archive, packed in the browser: the files of a product, or a bundle
 * that lies unpacked in a repository.
 */

import type JSZip from 'jszip';

/** A file and where it lies below what was dropped or chosen, with forward slashes. */
export interface PlacedFile {
  path: string;
  file: File;
}

interface OneFile {
  file: File;
  /** How many files it was packed from; 1 for a file as it is. */
  count: number;
}

/** It says that an export into a folder was interrupted: the server must see it, although it is hidden. */
const halfWrittenMark = '.waybill-incomplete';

function isHidden(part: string): boolean {
  return part.startsWith('.') && part !== halfWrittenMark;
}

/** Undefined if there are no files. Hidden files, such as those of Git, are left out. */
export async function oneFileOf(placed: readonly PlacedFile[], name = 'files'): Promise<OneFile | undefined> {
  const seen = placed.filter(({ path }) => !path.split('/').some(isHidden));
  const [first, ...others] = seen;
  if (!first) return undefined;
  if (others.length === 0 && !first.path.includes('/')) return { file: first.file, count: 1 };
  // Loaded only here: most imports are one file.
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  for (const { path, file } of seen) zip.file(freePath(zip, path), file, { createFolders: false });
  const bytes = await zip.generateAsync({ type: 'blob', compression: 'DEFLATE', mimeType: 'application/zip' });
  return { file: new File([bytes], `${name}.zip`, { type: 'application/zip' }), count: seen.length };
}

/** Files of several folders may have one name: each is kept. */
function freePath(zip: JSZip, path: string): string {
  for (let number = 2, free = path; ; number += 1) {
    if (zip.file(free) === null) return free;
    free = `${String(number)}/${path}`;
  }
}

/** What was chosen in a dialog of the browser. */
export function chosenFiles(files: FileList | null): PlacedFile[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}
