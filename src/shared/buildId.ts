import { readFileSync } from 'node:fs';
import { packageFile } from './packageFile.js';

/**
 * Names the code of this server, its packages and its runtime: two servers with the same id compute the same from the same input. Null if the
 * build did not write it: then nothing may be compared with what another server computed.
 */
export const buildId: string | null = readBuildId();

function readBuildId(): string | null {
  try {
    return `${readFileSync(packageFile('dist/build-id'), 'utf8')} ${process.version}`;
  } catch {
    return null;
  }
}
