import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Leftovers } from './testRun.js';

const run = promisify(execFile);
const versionsDir = '/usr/lib/postgresql';

/** Where the programs of PostgreSQL are: in the folder that `TEST_POSTGRES_BIN` names, by default Debian's newest; undefined: nowhere. */
export function postgresPrograms(): string | undefined {
  const named = process.env['TEST_POSTGRES_BIN'];
  const versions = existsSync(versionsDir) ? readdirSync(versionsDir).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = named === undefined ? versions.map((version) => path.join(versionsDir, version, 'bin')) : [named];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')));
}

/** A PostgreSQL server of the tests' own, that can be stopped and started; in a temporary folder and on a free port. */
export class PostgresCluster {
  private constructor(
    private readonly parts: { programs: string; dataDir: string; port: number; owner: Owner | undefined },
  ) {}

  /** Makes it, and starts it. */
  static async make(programs: string): Promise<PostgresCluster> {
    const dataDir = await mkdtemp(path.join(clusterFolder(), 'waybill-postgres-'));
    const owner = await clusterOwner();
    await chmod(dataDir, 0o700);
    if (owner) await chown(dataDir, owner.uid, owner.gid);
    const cluster = new PostgresCluster({ programs, dataDir, port: await freePort(), owner });
    await cluster.run('initdb', ['-D', dataDir, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8']);
    await cluster.start();
    return cluster;
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.parts.port}/postgres`;
  }

  /** What ends it when nobody stops it: a crash, for what is on it is needed by nobody. */
  get leftovers(): Leftovers {
    const { dataDir } = this.parts;
    const [pid] = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const processes = [{ pid: Number(pid), signal: 'SIGQUIT' as const }];
    return { processes, folder: dataDir, log: path.join(dataDir, 'log') };
  }

  async start(): Promise<void> {
    const { dataDir, port } = this.parts;
    const options = `-p ${port} ${settings.map((setting) => `-c ${setting}`).join(' ')}`;
    await this.run('pg_ctl', ['-D', dataDir, '-w', '-l', path.join(dataDir, 'log'), '-o', options, 'start']);
  }

  /** `fast` takes leave of its clients; `immediate` is a crash. */
  async stop(mode: 'fast' | 'immediate'): Promise<void> {
    await this.run('pg_ctl', ['-D', this.parts.dataDir, '-w', '-m', mode, 'stop']);
  }

  async remove(): Promise<void> {
    await this.stop('immediate').catch(() => undefined);
    await rm(this.parts.dataDir, { recursive: true, force: true });
  }

  private async run(program: string, args: string[]): Promise<void> {
    const { programs, owner } = this.parts;
    await run(path.join(programs, program), args, { cwd: '/', ...(owner ?? {}) });
  }
}

const settings = [
  ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
  // What lets a database survive the end of the machine only takes time. What lets it survive its own crash stays: tests rely on it.
  ...['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'],
];

const memoryFolder = '/dev/shm';
const roomBytes = 4 * 1024 ** 3;

/** In memory where there is much of it: each test server gets a copy of a database, which is mostly writing. */
function clusterFolder(): string {
  if (!existsSync(memoryFolder)) return tmpdir();
  const { bavail, bsize } = statfsSync(memoryFolder);
  return bavail * bsize > roomBytes ? memoryFolder : tmpdir();
}

interface Owner {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian makes for it. */
async function clusterOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => (await run('id', [which, 'postgres'])).stdout),
  );
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
