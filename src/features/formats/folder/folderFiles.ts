import type { Problem } from '../../../shared/problem.js';
import type { BundleSource, FileItem } from '../format.js';

/** What a folder has, on disk or in an archive. */
export interface FolderFiles {
  /** The folder as messages name it: empty, or with a slash at its end. */
  base: string;
  /** Paths of all files in it, with forward slashes, sorted. Hidden files are left out. */
  paths: readonly string[];
  /** Paths of links and of what is neither a file nor a folder: none of them is read. */
  refused: readonly string[];
  /** Whether an export into the folder was interrupted while it replaced files. */
  isHalfWritten: boolean;
  /** The content; of a file that is too large for an item, a little more than is allowed. */
  read: (path: string) => Promise<Buffer>;
}

/** What is found in a folder. A fault is about one of its files. */
export type FolderEvent =
  | { type: 'source'; source: BundleSource }
  | { type: 'item'; path: string; item: FileItem; sizeBytes: number }
  | { type: 'fault'; path: string; problem: Problem };

/** The file that makes a folder one of these: it says where its resources come from. */
export const folderManifest = 'waybill.json';

/** Exists while files of a folder are being replaced. */
export const halfWrittenMark = '.waybill-incomplete';

export const folderFormat = 'waybill/folder';
export const folderFormatVersion = 1;
export const recordEnding = '.json';

/** What systems and tools leave behind. */
const strangers: ReadonlySet<string> = new Set(['node_modules', 'Thumbs.db', 'desktop.ini', '__MACOSX']);

/** Whether a part of a path is hidden, or is nothing that a person put there. */
export function isHiddenPath(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || isStranger(part));
}

/** Whether a part of a path is what systems and tools leave behind. */
export function isStranger(part: string): boolean {
  return strangers.has(part);
}

/** A file with a resource: everything but the manifest is in a folder of its kind. */
export function isRecordPath(path: string): boolean {
  return path.includes('/') && path.endsWith(recordEnding);
}

export function nameOfPath(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path, with a slash at its end. */
export function folderOfPath(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
