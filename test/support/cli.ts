import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GraphqlClient } from './graphqlClient.js';
import { projectFile } from './projectFile.js';

/** The built command line. */
const cliFile = projectFile('dist/src/cli.js');

/** How a command ended. */
export interface CliEnd {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  /** Further variables; undefined removes one. */
  env?: Record<string, string | undefined>;
  /** What is written to its stdin. */
  input?: string | Buffer;
  /** Whether it runs on a terminal: then stdout has everything, and `input` is typed. */
  isTerminal?: boolean;
  /** Whether its stdin stays open, as that of a pipe whose writer is not done. */
  isOpen?: boolean;
}

/** A command that runs. */
export interface RunningCli {
  end: Promise<CliEnd>;
  kill: (signal: NodeJS.Signals) => void;
  /** Resolves when stderr, or on a terminal its output, has this text. */
  says: (text: string) => Promise<void>;
}

/** The command line as a person has it: a folder to work in, profiles, and the variables of a terminal. */
export class CliHome {
  private constructor(
    readonly folder: string,
    private readonly variables: Record<string, string>,
  ) {}

  /** Of a person who has the address and the token of a server in variables; of nobody without a server. */
  static async make(client?: Pick<GraphqlClient, 'url' | 'token'>): Promise<CliHome> {
    const folder = await mkdtemp(path.join(tmpdir(), 'waybill-cli-'));
    return new CliHome(folder, client ? { WAYBILL_URL: client.url, WAYBILL_TOKEN: client.token } : {});
  }

  /** Where it stores profiles. */
  get configDir(): string {
    return path.join(this.folder, '.config', 'waybill');
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  run(args: readonly string[], options: CliOptions = {}): Promise<CliEnd> {
    return this.start(args, options).end;
  }

  /** Runs a command and gives the document that it prints. */
  async json(args: readonly string[], options: CliOptions = {}): Promise<{ code: number | null; document: never }> {
    const { code, stdout } = await this.run([...args, '--json'], options);
    return { code, document: JSON.parse(stdout) as never };
  }

  start(args: readonly string[], { env = {}, input, isTerminal = false, isOpen = false }: CliOptions = {}): RunningCli {
    const words = [process.execPath, cliFile, ...args];
    const [program = '', ...rest] = isTerminal
      ? ['script', '--quiet', '--return', '--command', words.map(quoted).join(' '), '/dev/null']
      : words;
    const all = { PATH: process.env['PATH'], HOME: this.folder, XDG_CONFIG_HOME: path.join(this.folder, '.config') };
    const child = spawn(program, rest, {
      cwd: this.folder,
      env: { ...all, TEST_RUN: process.env['TEST_RUN'], ...this.variables, ...env },
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    // A command that refuses its input may be gone before it is written.
    child.stdin.on('error', () => undefined);
    if (!isTerminal && !isOpen) child.stdin.end(input);
    else if (input !== undefined) child.stdin.write(input);
    const end = new Promise<CliEnd>((resolve) => {
      child.once('close', (code) => {
        child.stdin.destroy();
        resolve({ code, ...said });
      });
    });
    const says = (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if ((said.stdout + said.stderr).includes(text)) resolve();
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        void end.then(({ stdout, stderr }) => {
          reject(new Error(`It did not say "${text}" but: ${stdout}${stderr}`));
        });
        look();
      });
    return { end, says, kill: (signal) => child.kill(signal) };
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
