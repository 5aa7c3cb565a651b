import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { s3Settings } from './s3Server.js';
import { oncePerRun, type Leftovers } from './testRun.js';

/** Whether the servers of the tests are to keep their files in an object store (`TEST_FILES=s3`); else they keep them in a folder. */
export function isS3Wanted(): boolean {
  return process.env['TEST_FILES'] === 's3';
}

/** Settings for what the environment asks for: a part of a store for one server. */
export async function makeTestFiles(): Promise<Record<string, string>> {
  if (!isS3Wanted()) return {};
  return s3Settings(await oncePerRun('s3', startStore), randomBytes(8).toString('hex'));
}

async function startStore(): Promise<{ value: string; leftovers: Leftovers }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-s3-'));
  const log = path.join(folder, 'output.log');
  const output = openSync(log, 'w');
  const main = fileURLToPath(new URL('s3ServerProcess.js', import.meta.url));
  const child = spawn(process.execPath, [main], { stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  child.unref();
  for (;;) {
    const [, url] = /^(http:\S+)\n/.exec(readFileSync(log, 'utf8')) ?? [];
    const leftovers = { processes: [{ pid: child.pid ?? 0, signal: 'SIGKILL' as const }], folder, log };
    if (url !== undefined) return { value: url, leftovers };
    if (child.exitCode !== null) throw new Error(`The store ended before it was ready: ${readFileSync(log, 'utf8')}`);
    await sleep(20);
  }
}
