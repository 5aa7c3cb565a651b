/** What the figures were taken on; without it they say nothing. */
import { execFile } from 'node:child_process';
import { cpus, freemem, loadavg, platform, release, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { openSqlite } from './sqliteDriver.js';

const bytesPerGib = 1024 ** 3;

export async function describeMachine() {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / bytesPerGib),
    freeMemoryGiB: Math.round(freemem() / bytesPerGib),
    loadAtStart: loadavg()[0],
    system: `${platform()} ${release()}`,
    node: process.version,
    sqlite: sqliteVersion(),
    commit: await commit(),
  };
}

function sqliteVersion() {
  const database = openSqlite(':memory:');
  const version = database.prepare('SELECT sqlite_version()').pluck().get();
  database.close();
  return version;
}

/** The commit that was measured, with a mark when files differ from it; undefined outside a clone. */
async function commit() {
  const git = async (...args) => (await promisify(execFile)('git', args, { cwd: import.meta.dirname })).stdout.trim();
  try {
    const changes = await git('status', '--porcelain', '--', '../src');
    return `${await git('rev-parse', '--short', 'HEAD')}${changes === '' ? '' : ', with changes'}`;
  } catch {
    return undefined;
  }
}
