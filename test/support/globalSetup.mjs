import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Makes the folder in which the workers of one run of jest keep what they share: see testRun.ts. Workers get the environment. */
export default function globalSetup() {
  process.env.TEST_RUN = mkdtempSync(path.join(tmpdir(), 'waybill-run-'));
}
