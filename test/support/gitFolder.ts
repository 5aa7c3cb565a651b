import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Git repository that no setting of the machine influences. */
export class GitFolder {
  private constructor(readonly path: string) {}

  static async make(path: string): Promise<GitFolder> {
    const folder = new GitFolder(path);
    await folder.git('init', '--quiet', '--initial-branch', 'main');
    return folder;
  }

  async git(...args: readonly string[]): Promise<string> {
    const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', '-c', 'commit.gpgsign=false'];
    const env = {
      PATH: process.env['PATH'],
      HOME: this.path,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
    };
    const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...who, ...args], { cwd: this.path, env });
    return stdout;
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message', message);
  }

  /** A line for each changed file: empty if nothing has changed since the last commit. */
  status(): Promise<string> {
    return this.git('status', '--porcelain', '--untracked-files=all');
  }
}
