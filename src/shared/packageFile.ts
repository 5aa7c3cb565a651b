import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = folderOfPackage(import.meta.dirname);

/** The path of a file of this package, such as `examples/operations.graphql`. It does not depend on where the build put the code. */
export function packageFile(name: string): string {
  return path.join(root, name);
}

/** The version of this server. */
export function ownVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}

function folderOfPackage(folder: string): string {
  const parent = path.dirname(folder);
  return parent === folder || existsSync(path.join(folder, 'package.json')) ? folder : folderOfPackage(parent);
}
