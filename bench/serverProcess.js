/** The real server, built and started as a process of its own, on an empty data folder. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { adminToken, ApiClient } from './apiClient.js';

const repository = path.resolve(import.meta.dirname, '..');
const preload = new URL('./watchEventLoop.js', import.meta.url);
const profiler = new URL('./profileThread.js', import.meta.url);
const readyLine = /^Waybill is ready at (http:\S+)$/m;
const startWithinMs = 60_000;
// The unit of times in /proc is fixed for programs, whatever the kernel's own.
const msPerTick = 10;
const workersWriteWithinMs = 1000;
const maxUploadBytes = 4 * 1024 * 1024 * 1024;

export class ServerProcess {
  /** Starts it and waits until it answers. With `profileDir` each of its threads is profiled. */
  static async start(dataDir, { profileDir, databaseUrl } = {}) {
    const imports = profileDir === undefined ? [preload] : [preload, profiler];
    const child = fork(path.join(repository, 'dist/src/main.js'), [], {
      cwd: repository,
      // These and MALLOC_ARENA_MAX as `npm start` has them, see package.json.
      execArgv: ['--max-semi-space-size=4', ...imports.flatMap((url) => ['--import', url.href])],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: {
        ...process.env,
        MALLOC_ARENA_MAX: '1',
        WAYBILL_DATA_DIR: dataDir,
        WAYBILL_HOST: '127.0.0.1',
        WAYBILL_PORT: '0',
        WAYBILL_DEMO: 'false',
        WAYBILL_LOG_LEVEL: 'error',
        WAYBILL_ADMIN_TOKEN: adminToken,
        WAYBILL_MAX_UPLOAD_BYTES: String(maxUploadBytes),
        BENCH_PROFILE_DIR: profileDir ?? '',
        ...(databaseUrl === undefined ? {} : { WAYBILL_DATABASE_URL: databaseUrl }),
      },
    });
    return new ServerProcess({
      child,
      url: await addressOf(child),
      databasePath: path.join(dataDir, 'waybill.sqlite'),
      isProfiled: profileDir !== undefined,
    });
  }

  constructor({ child, url, databasePath, isProfiled }) {
    this.child = child;
    this.url = url;
    this.databasePath = databasePath;
    this.isProfiled = isProfiled;
    this.api = new ApiClient(url);
  }

  /** Starts the watch over the event loop anew. */
  async resetEventLoop() {
    await this.ask('reset');
  }

  /** Delays of the API thread's event loop since the last reset, in milliseconds: `{ p99Ms, maxMs, meanMs }`. */
  async eventLoop() {
    return this.ask('read');
  }

  /** Starts the peak of the resident memory anew, where the system can do that. */
  async resetPeakMemory() {
    await writeFile(`/proc/${this.child.pid}/clear_refs`, '5').catch(() => undefined);
  }

  /** The most resident memory of the process, in MiB; undefined on systems without /proc. */
  async peakMemoryMiB() {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8').catch(() => '');
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  }

  /** Processor time of all threads so far, in milliseconds; undefined on systems without /proc. */
  async processorMs() {
    const stat = await readFile(`/proc/${this.child.pid}/stat`, 'utf8').catch(() => '');
    // After the name, which may hold spaces: user and system time are the 12th and 13th field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return stat === '' ? undefined : (Number(fields[11]) + Number(fields[12])) * msPerTick;
  }

  async stop() {
    this.api.close();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    if (this.isProfiled) {
      await this.ask('write profile');
      await sleep(workersWriteWithinMs);
    }
    const end = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await end;
  }

  async ask(question) {
    const answer = once(this.child, 'message');
    this.child.send(question);
    const [message] = await answer;
    return message;
  }
}

async function addressOf(child) {
  let output = '';
  const address = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const found = readyLine.exec(output);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code} before it was ready.`)));
    setTimeout(() => reject(new Error('The server was not ready in time.')), startWithinMs).unref();
  });
  return address;
}
