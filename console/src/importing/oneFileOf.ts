/**
 * An import reads one file. Several files, or a folder, become one archive, packed in the browser: the files of a product, or a bundle
 * that lies unpacked in a repository.
 */

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

/** Undefined if there are no files. Hidden files, such as those of Git, are left out. */
export async function oneFileOf(placed: readonly PlacedFile[], name = 'files'): Promise<OneFile | undefined> {
  const seen = placed.filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')));
  const [first, ...others] = seen;
  if (!first) return undefined;
  if (others.length === 0 && !first.path.includes('/')) return { file: first.file, count: 1 };
  // Loaded only here: most imports are one file.
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  for (const { path, file } of seen) zip.file(path, file, { createFolders: false });
  const bytes = await zip.generateAsync({ type: 'blob', compression: 'DEFLATE', mimeType: 'application/zip' });
  return { file: new File([bytes], `${name}.zip`, { type: 'application/zip' }), count: seen.length };
}

/** What was chosen in a dialog of the browser. */
export function chosenFiles(files: FileList | null): PlacedFile[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}
