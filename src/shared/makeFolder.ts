import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder with all that it lies in. Not `mkdir` with `recursive`: that never ends where a folder is there and nothing can be made
 * in it, as in /proc, because the system says the same then as of a folder that is missing.
 * @throws the system's error, ENOTDIR where a file is in the way.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !isThere(at); at = path.dirname(at)) missing.push(at);
  for (const each of missing.reverse()) {
    try {
      mkdirSync(each);
    } catch (error) {
      // Another process may make it too.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  // A file would do as well so far; asked for as a folder, it says that it is none.
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
