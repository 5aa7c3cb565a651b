/**
 * Writes resources into a folder, one file for each. Files that are already right are not touched, and files that an earlier export wrote
 * are removed if their resource is gone: those are JSON files of resources with an id, which only a server gives, and the texts beside them.
 * Everything is first written beside its place. While files are replaced, a mark says so: a folder that was left in between is found broken
 * by whoever reads it, never taken for one of the two states.
 */
import { lstat, mkdir, open, readFile, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BundleSource, FileItem } from '../format.js';
import { openDiskFolder } from './diskFolder.js';
import { folderManifest, folderOfPath, halfWrittenMark } from './folderFiles.js';
import { folderStems, textOfKey, type FolderKey } from './folderNames.js';
import { ownFilesIn } from './ownFiles.js';
import { filesOfItem, manifestText, type WrittenText } from './recordFile.js';

export interface FolderContent {
  source: BundleSource;
  /** The items, each time from the first one: they are read twice, so that memory holds one of them. */
  items: () => AsyncIterable<FileItem> | Iterable<FileItem>;
}

export interface WriteFolderOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((count: number) => void) | undefined;
}

/** Numbers of files. */
export interface WrittenFolder {
  resources: number;
  written: number;
  unchanged: number;
  removed: number;
}

const draftStart = '.waybill-draft-';
/** Git must not change line ends: the texts are compared byte by byte. */
const gitAttributes = { path: '.gitattributes', text: '* -text\n' };

/**
 * Writes the folder. Throws errors of the file system, the reason of `signal` (then nothing has changed), and {@link FolderFault}.
 */
export async function writeFolder(
  folder: string,
  content: FolderContent,
  options: WriteFolderOptions = {},
): Promise<WrittenFolder> {
  await mkdir(folder, { recursive: true });
  await removeDrafts(folder);
  const draft = path.join(folder, `${draftStart}${String(process.pid)}`);
  try {
    const writing = new FolderWriting(folder, draft);
    const resources = await writing.draw(content, options);
    const obsolete = await writing.obsoleteFiles();
    options.signal?.throwIfAborted();
    await writing.replace(obsolete);
    const { changed, unchanged } = writing;
    return { resources, written: changed.length, unchanged, removed: obsolete.length };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

class FolderWriting {
  /** Paths of the files that are new or differ. */
  readonly changed: string[] = [];
  unchanged = 0;
  /** Paths of all files that the folder shall have. */
  private readonly wanted = new Set<string>();
  private readonly checkedFolders = new Set<string>();
  private readonly madeFolders = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly draft: string,
  ) {}

  /** Writes what is new or differs into the draft. Returns the number of resources. */
  async draw({ source, items }: FolderContent, { signal, onProgress }: WriteFolderOptions): Promise<number> {
    const keys: FolderKey[] = [];
    for await (const { kind, name } of items()) keys.push({ kind, name });
    const stems = stemsOf(keys);
    await this.drawFile({ path: folderManifest, text: manifestText(source) });
    if (await isThere(path.join(this.folder, gitAttributes.path))) this.unchanged += 1;
    else await this.drawFile(gitAttributes);
    let count = 0;
    for await (const item of items()) {
      signal?.throwIfAborted();
      for (const file of filesOfItem(item, stems.get(textOfKey(item)) ?? '')) await this.drawFile(file);
      count += 1;
      onProgress?.(count);
    }
    return count;
  }

  private async drawFile({ path: file, text }: WrittenText): Promise<void> {
    this.wanted.add(file);
    await this.refuseLinks(file);
    if (await hasContent(path.join(this.folder, file), text)) {
      this.unchanged += 1;
      return;
    }
    const target = path.join(this.draft, file);
    await this.makeFolder(path.dirname(target));
    await writeFile(target, text);
    this.changed.push(file);
  }

  private async makeFolder(folder: string): Promise<void> {
    if (this.madeFolders.has(folder)) return;
    await mkdir(folder, { recursive: true });
    this.madeFolders.add(folder);
  }

  /** A link in the folder could lead out of it. */
  private async refuseLinks(file: string): Promise<void> {
    const parts = file.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const part = parts.slice(0, length).join('/');
      if (this.checkedFolders.has(part)) continue;
      const found = await lstat(path.join(this.folder, part)).catch(() => undefined);
      if (found === undefined) return;
      if (found.isSymbolicLink())
        throw new FolderFault(`${part} is a link: nothing is written through it.`, 'Replace it by a folder.');
      if (length < parts.length) this.checkedFolders.add(part);
    }
  }

  /** Paths of files that an earlier export wrote, and that the folder shall not have any more. */
  async obsoleteFiles(): Promise<string[]> {
    const files = await openDiskFolder(this.folder);
    return (await ownFilesIn(files)).filter((file) => !this.wanted.has(file));
  }

  async replace(obsolete: readonly string[]): Promise<void> {
    const mark = path.join(this.folder, halfWrittenMark);
    if (obsolete.length + this.changed.length === 0) {
      await rm(mark, { force: true });
      return;
    }
    await writeMark(mark);
    // First what goes: on some file systems, a path that differs in case is the same file.
    for (const file of obsolete) await rm(path.join(this.folder, file), { force: true });
    for (const file of this.changed) {
      const target = path.join(this.folder, file);
      await this.makeFolder(path.dirname(target));
      await rename(path.join(this.draft, file), target);
    }
    for (const folder of new Set(obsolete.map(folderOfPath))) await this.removeEmpty(folder);
    await rm(mark, { force: true });
  }

  private async removeEmpty(folder: string): Promise<void> {
    for (let parts = folder.split('/').filter((part) => part !== ''); parts.length > 0; parts = parts.slice(0, -1)) {
      try {
        await rmdir(path.join(this.folder, ...parts));
      } catch {
        // It is not empty.
        return;
      }
    }
  }
}

/** Why a folder cannot be written, as a sentence with a fix. */
export class FolderFault extends Error {
  constructor(
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}

function stemsOf(keys: readonly FolderKey[]): Map<string, string> {
  const stems = folderStems(keys);
  if (stems.size === keys.length && new Set(stems.values()).size === keys.length) return stems;
  const seen = new Set<string>();
  const double = keys.find((key) => seen.size === seen.add(textOfKey(key)).size);
  throw new FolderFault(
    `There are two resources ${double?.kind ?? ''} "${double?.name ?? ''}".`,
    'Leave one of them out, or give it another name.',
  );
}

async function writeMark(mark: string): Promise<void> {
  const file = await open(mark, 'w');
  try {
    await file.writeFile(
      'Files of this folder are being replaced. If no export runs, it was interrupted: export again.\n',
    );
    await file.sync();
  } finally {
    await file.close();
  }
}

async function hasContent(file: string, text: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes?.equals(Buffer.from(text)) === true;
}

async function isThere(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}

/** Drafts of exports that were ended from outside. */
async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(draftStart)) await rm(path.join(folder, name), { recursive: true, force: true });
}
