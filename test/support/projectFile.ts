import path from 'node:path';

/** The path of a file of the project. Tests run in its folder, but from `dist/test`, so a path relative to a test's own file would be wrong. */
export function projectFile(name: string): string {
  return path.resolve(name);
}
