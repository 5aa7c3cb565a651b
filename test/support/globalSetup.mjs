import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';

/** Where Linux keeps files in memory. */
const memoryFolder = '/dev/shm';
/** What a run may need there, with room to spare. */
const neededBytes = 6 * 1024 ** 3;

/**
 * Makes the folder in which the workers of one run of jest keep what they share: see testRun.ts. Workers get the environment. Temporary
 * files, such as the databases of servers, are in memory where there is room: waiting for a disk took a sixth of the time.
 */
export default function globalSetup() {
  if (process.env.TMPDIR === undefined && hasMemoryFolder())
    process.env.TMPDIR = process.env.TEST_MEMORY = mkdtempSync(path.join(memoryFolder, 'waybill-tests-'));
  process.env.TEST_RUN = mkdtempSync(path.join(tmpdir(), 'waybill-run-'));
}

function hasMemoryFolder() {
  if (!existsSync(memoryFolder)) return false;
  const { bavail, bsize } = statfsSync(memoryFolder);
  return Math.min(bavail * bsize, freemem()) > neededBytes;
}
