import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { projectFile } from './projectFile.js';

/** The entry of the built server. */
export const mainFile = projectFile('dist/src/main.js');
/** What it says on stdout once it answers. */
export const readyLine = /^Waybill (?:is ready|runs tasks; its state is) at (http:\/\/\S+)\/(?:graphql|ready)$/;

/** What every server of a run of tests has in its environment: by the mark, globalTeardown.mjs finds those that were left running. */
export function baseEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', TEST_RUN: process.env['TEST_RUN'] ?? '', TMPDIR: tmpdir() };
}

/** How a process ended: its exit code, or the signal that ended it. */
export interface ProcessEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The built server as a process of its own, the way that a user starts it. */
export class ServerProcess {
  /** What it wrote to stderr: its log, and complaints about settings. */
  stderr = '';
  /** What it said to the person who started it, up to its ready line. */
  readonly greeting: string[] = [];
  private readonly ended: Promise<ProcessEnd>;

  private constructor(private readonly child: ChildProcessByStdio<null, Readable, Readable>) {
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        resolve({ code, signal });
      });
    });
  }

  /** Starts the server in `dir` with these settings and no others; does not wait until it is ready. */
  static spawn(dir: string, settings: Readonly<Record<string, string>>): ServerProcess {
    const env = { ...baseEnvironment(), ...settings };
    return new ServerProcess(spawn(process.execPath, [mainFile], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** The address in its ready line, without a path. Throws what it said on stderr when it ends instead. */
  async ready(): Promise<string> {
    const lines = createInterface({ input: this.child.stdout });
    for await (const line of lines) {
      this.greeting.push(line);
      const [, url] = readyLine.exec(line) ?? [];
      if (url === undefined) continue;
      // Nobody reads on: what else it says must not make it wait, nor keep the stream from ending.
      this.child.stdout.resume();
      return url;
    }
    const { code, signal } = await this.ended;
    throw new Error(`The server ended (${String(code ?? signal)}) before it was ready: ${this.stderr}`);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('The server could not be started.');
    return this.child.pid;
  }

  /** Resolves when the process is gone. */
  end(): Promise<ProcessEnd> {
    return this.ended;
  }

  /** Sends a signal and waits until the process is gone. */
  async kill(signal: NodeJS.Signals): Promise<ProcessEnd> {
    this.child.kill(signal);
    return this.ended;
  }
}
