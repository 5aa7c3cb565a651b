import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { baseEnvironment } from './serverProcess.js';
import type { Leftovers } from './testRun.js';

const program = 'redis-server';

/** A Redis of a test's own on a free port, which keeps nothing when it is stopped. `redis-server` must be installed. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(private readonly parts: { folder: string; port: number }) {}

  /** Makes it, and starts it. */
  static async make(): Promise<RedisServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'waybill-redis-'));
    const server = new RedisServer({ folder, port: await freePort() });
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.parts.port}/0`;
  }

  /** What ends it when nobody stops it. */
  get leftovers(): Leftovers {
    return { processes: [{ pid: this.child?.pid ?? 0, signal: 'SIGKILL' }], folder: this.parts.folder };
  }

  async start(): Promise<void> {
    const { folder, port } = this.parts;
    const address = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const forgetful = ['--save', '', '--appendonly', 'no'];
    const child = spawn(program, [...address, ...forgetful], {
      ...{ env: baseEnvironment(), stdio: 'ignore' as const, detached: true },
    });
    child.unref();
    this.child = child;
    const failed = once(child, 'exit').then(() => {
      throw new Error('redis-server ended at once.');
    });
    // It may end later, when it is told to.
    failed.catch(() => undefined);
    await Promise.race([once(child, 'spawn'), failed]);
    await Promise.race([untilOpen(port), failed]);
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Forgets everything, as one does that was started again. */
  forget(): Promise<void> {
    return this.send('FLUSHALL');
  }

  /** Keeps the locks of all jobs for ever, as if the processes that hold them were still there. */
  keepLocks(): Promise<void> {
    return this.send(`EVAL "for _, key in ipairs(redis.call('KEYS', '*:lock')) do redis.call('PERSIST', key) end" 0`);
  }

  private async send(command: string): Promise<void> {
    const socket = connect(this.parts.port, '127.0.0.1');
    socket.end(`${command}\r\n`);
    await once(socket.resume(), 'close');
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.parts.folder, { recursive: true, force: true });
  }
}

async function untilOpen(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await sleep(20);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
