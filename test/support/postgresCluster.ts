import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-postgres-'));
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
    return { process: { pid: Number(pid), signal: 'SIGQUIT' }, folder: dataDir, log: path.join(dataDir, 'log') };
  }

  async start(): Promise<void> {
    const { dataDir, port } = this.parts;
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c max_connections=200`;
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
