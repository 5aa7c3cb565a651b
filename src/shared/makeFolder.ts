import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Creates a folder and its parents. Not `mkdir` with `recursive`: that never ends in a folder where nothing can be created,
 * such as /proc, because the system reports it as missing.
 * @throws the system's error, ENOTDIR if a file is in the way
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !isThere(at); at = path.dirname(at)) missing.push(at);
  for (const each of missing.reverse()) {
    try {
      mkdirSync(each);
    } catch (error) {
      // Another process may have created it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  // The path may be a file; with a trailing separator, the system refuses that.
  statSync(`${path.resolve(folder)}${path.sep}`);
}

function isThere(place: string): boolean {
  try {
    statSync(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
