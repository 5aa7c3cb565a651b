/**
 * A client that imports a file into a branch of its own, exports it, downloads that, and takes the import back, over and over. After each
 * task the branch must be exactly as it was before, or as the task leaves it: which of them, the task tells.
 */
import { createProject } from '../../bench/transfers.js';
import { branchState } from '../branchState.js';
import { countFault } from '../tasks.js';
import { downloadFault, endedTask, execute, stage, startExport, undo, versionOf } from './steps.js';
import { watchTask } from './watchTask.js';

/** Why a task may fail here: its server died too often, or what it needs was away. */
const truthfulFailure =
  /^The server stopped in the middle|connection to the database was lost|object store with the files|^The database/;

export class ScaleClient {
  cycles = 0;
  /** Changes of the branch that tasks said they had made. */
  changes = 0;

  /** @param parts `{ api, checks, files, random }` */
  static async make(key, parts) {
    const client = new ScaleClient();
    Object.assign(client, parts, { key });
    client.branchId = await createProject(client.api.client, key);
    client.empty = await branchState(client.api, client.branchId);
    client.firstVersion = await versionOf(client.api, client.branchId);
    return client;
  }

  async work(isOver) {
    while (!isOver()) {
      await this.cycle().catch((error) => {
        this.checks.that(this.key, error.stack);
        this.isLost = true;
      });
      // What it holds for the state of its branch may be wrong from here on.
      if (this.isLost) return;
      this.cycles += 1;
    }
  }

  /** Without faults, each file once: shows what branches look like afterwards. Gives the state by file. */
  async learn() {
    const full = new Map();
    for (const path of this.files) {
      const imported = await this.importFile(path);
      full.set(path, await branchState(this.api, this.branchId));
      await this.end(await undo(this.api, imported));
    }
    return full;
  }

  async importFile(path) {
    const key = `${this.key}-${Math.floor(this.random() * 1e12)}`;
    const { planId, taskId } = await stage(this.api, { path, branchId: this.branchId, key });
    if (!(await this.end(taskId))) return undefined;
    const executed = await execute(this.api, planId);
    return (await this.end(executed)) ? executed : undefined;
  }

  async cycle() {
    const path = this.files[Math.floor(this.random() * this.files.length)];
    const imported = await this.importFile(path);
    await this.expect(imported === undefined ? this.empty : this.full.get(path), 'import');
    if (imported === undefined) return;
    const exported = await startExport(this.api, this.branchId);
    if (await this.end(exported)) this.checks.that('download', await downloadFault(this.api, exported));
    while (!(await this.end(await undo(this.api, imported))))
      await this.expect(this.full.get(path), 'undo that failed');
    await this.expect(this.empty, 'undo');
  }

  async expect(state, what) {
    const found = await branchState(this.api, this.branchId);
    this.checks.that(`branch after ${what}`, found === state ? undefined : `${this.key}: ${found} instead of ${state}`);
    if (found !== state) this.isLost = true;
  }

  /** Waits for the end of a task; gives whether it was carried out. */
  async end(taskId) {
    const told = await watchTask(this.api, taskId, this.checks);
    const task = await endedTask(this.api, taskId);
    const { type, status, errorMessage } = task;
    this.checks.see(`${type} ${status}`);
    const isDone = status === 'COMPLETED';
    const isTruthful = told === status && (isDone || (status === 'FAILED' && truthfulFailure.test(errorMessage)));
    const fault = isTruthful ? countFault(task) : `${taskId}: subscribers heard ${told}; ${status}, ${errorMessage}`;
    // Of what only reads, the counts are no sum.
    this.checks.that(`end of ${type}`, isTruthful && !/^(EXECUTE|UNDO)/.test(type) ? undefined : fault);
    if (isDone && /^(EXECUTE|UNDO)/.test(type)) this.changes += 1;
    if (!isDone) this.checks.see(`  ${errorMessage}`);
    return isDone;
  }

  /** Each import and each undo that was carried out changes the branch once. */
  async versionFault() {
    const version = await versionOf(this.api, this.branchId);
    const changes = version - this.firstVersion;
    return changes === this.changes
      ? undefined
      : `${this.key}: the branch changed ${changes} times, and ${this.changes} tasks were carried out`;
  }
}
