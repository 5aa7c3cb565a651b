/**
 * Loaded into every thread of the server when `--profile` is given: takes a CPU profile, and the time of each SQL statement, and
 * writes both into the folder when the benchmark ends the server. Open the profile with the developer tools of Chrome.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';
import { sqliteDriver } from './sqliteDriver.js';

const folder = process.env.BENCH_PROFILE_DIR;
const totals = watchStatements();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 500 });
await session.post('Profiler.start');

const channel = new BroadcastChannel('waybill-bench-profile');
channel.onmessage = () => void write();
channel.unref();
if (isMainThread && process.send) {
  process.on('message', (question) => {
    if (question !== 'write profile') return;
    channel.postMessage(question);
    void write().then(() => process.send({ question }));
  });
}

async function write() {
  const name = `${process.pid}-${isMainThread ? 'api' : `worker-${threadId}`}`;
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(path.join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
  const statements = [...totals].map(([sql, total]) => ({ ...total, sql: sql.replaceAll(/\s+/g, ' ') }));
  const sorted = statements.toSorted((a, b) => b.ms - a.ms);
  writeFileSync(path.join(folder, `${name}.statements.json`), JSON.stringify(sorted, undefined, 1));
}

/** Times `run`, `get` and `all` of every statement; rows that are iterated over are not timed. */
function watchStatements() {
  const totalBySql = new Map();
  const Sqlite = sqliteDriver();
  const { prepare } = Sqlite.prototype;
  Sqlite.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    for (const method of ['run', 'get', 'all']) {
      const original = statement[method];
      statement[method] = function (...args) {
        const start = performance.now();
        try {
          return original.apply(this, args);
        } finally {
          const total = totalBySql.get(sql) ?? { ms: 0, calls: 0 };
          total.ms += performance.now() - start;
          total.calls += 1;
          totalBySql.set(sql, total);
        }
      };
    }
    return statement;
  };
  return totalBySql;
}
