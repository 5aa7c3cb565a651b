/** Runs the steps of a pipeline in a shell, as a runner does: with its variables, and each step as it is written. */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFile } from './projectFile.js';

const run = promisify(execFile);

/** A step of a workflow of GitHub. */
export interface WorkflowStep {
  name?: string;
  if?: string;
  run?: string;
  uses?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}

export interface JobEnd {
  /** Exit code of the first step that failed; 0 if none did. */
  code: number;
  output: string;
}

/** Where jobs run, with programs of its own before those of the machine. */
export class Runner {
  private constructor(
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async make(folder: string, env: Readonly<Record<string, string>>): Promise<Runner> {
    await mkdir(path.join(folder, 'bin'), { recursive: true });
    const runner = new Runner(folder, env);
    await runner.addProgram('waybill', `exec ${process.execPath} ${projectFile('dist/src/cli.js')} "$@"`);
    return runner;
  }

  async addProgram(name: string, script: string): Promise<void> {
    const file = path.join(this.folder, 'bin', name);
    await writeFile(file, `#!/bin/bash\n${script}\n`);
    await chmod(file, 0o755);
  }

  /** A shell in which the first command that fails ends it, as runners have it. */
  async shell(script: string, { cwd, env = {} }: { cwd: string; env?: Record<string, string> }): Promise<JobEnd> {
    const paths = `${path.join(this.folder, 'bin')}:${process.env['PATH'] ?? ''}`;
    const all = { HOME: this.folder, CI: 'true', TEST_RUN: process.env['TEST_RUN'], ...this.env, ...env, PATH: paths };
    try {
      const { stdout, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd, env: all });
      return { code: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    }
  }

  /** The steps of a job of GitHub; `values` are what its expressions stand for. Artifacts are folders of `artifacts`. */
  async workflow(steps: readonly WorkflowStep[], { cwd, env, values, artifacts }: WorkflowPlace): Promise<JobEnd> {
    const end: JobEnd = { code: 0, output: '' };
    const filled = (text: string) => text.replace(/\$\{\{ (.+?) \}\}/g, (_, name: string) => valueOf(values, name));
    const filledAll = (texts: Record<string, string> = {}) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, filled(text)]));
    for (const step of steps) {
      if (end.code !== 0 && step.if !== '${{ !cancelled() }}') continue;
      if (step.uses?.startsWith('actions/upload-artifact@') === true) {
        const { name = '', path: file = '' } = filledAll(step.with);
        await mkdir(path.join(artifacts, name), { recursive: true });
        await cp(path.join(cwd, file), path.join(artifacts, name, file));
      }
      if (step.run === undefined || step.run.startsWith('npm install')) continue;
      const { code, output } = await this.shell(step.run, { cwd, env: { ...filledAll(env), ...filledAll(step.env) } });
      end.code ||= code;
      end.output += output;
    }
    return end;
  }
}

export interface WorkflowPlace {
  cwd: string;
  env: Record<string, string>;
  values: Readonly<Record<string, string>>;
  artifacts: string;
}

function valueOf(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`The pipeline uses ${name}, which the test does not know.`);
  return value;
}
