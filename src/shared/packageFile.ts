import { existsSync } from 'node:fs';
import path from 'node:path';

const root = folderOfPackage(import.meta.dirname);

/** The path of a file of this package, such as `examples/operations.graphql`. It does not depend on where the build put the code. */
export function packageFile(name: string): string {
  return path.join(root, name);
}

function folderOfPackage(folder: string): string {
  const parent = path.dirname(folder);
  return parent === folder || existsSync(path.join(folder, 'package.json')) ? folder : folderOfPackage(parent);
}
