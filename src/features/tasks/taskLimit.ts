import { AppError } from '../../shared/appError.js';
import type { Config } from '../../shared/config.js';
import type { StoredFileRepository } from '../files/index.js';
import type { TaskRepository } from './task.repository.js';

interface LimitParts {
  tasks: Pick<TaskRepository, 'openCountOf'>;
  files: Pick<StoredFileRepository, 'bytesOf'>;
  ofEach: Pick<Config['ofEach'], 'tasks' | 'storedBytes'>;
}

/**
 * Limits the open tasks of a principal, because each occupies a worker, and the size of their files. Both are counted in the
 * database, which servers share, plus the tasks that this server is about to write, so that simultaneous requests cannot exceed
 * the limit.
 */
export class TaskLimit {
  private readonly beginningBy = new Map<string, number>();

  constructor(private readonly parts: LimitParts) {}

  /**
   * Does `work`, which may write a task of a principal.
   * @throws AppError TOO_MANY_TASKS, TOO_MANY_STORED_BYTES
   */
  async within<Result>(principalId: string, work: () => Promise<Result>): Promise<Result> {
    const { tasks, files, ofEach } = this.parts;
    const beginning = this.beginningBy.get(principalId) ?? 0;
    this.beginningBy.set(principalId, beginning + 1);
    try {
      const [openCount, storedBytes] = await Promise.all([tasks.openCountOf(principalId), files.bytesOf(principalId)]);
      if (openCount + beginning >= ofEach.tasks) throw tooManyTasks(ofEach.tasks);
      if (storedBytes >= ofEach.storedBytes) throw tooManyStoredBytes(storedBytes, ofEach.storedBytes);
      return await work();
    } finally {
      const left = (this.beginningBy.get(principalId) ?? 1) - 1;
      if (left === 0) this.beginningBy.delete(principalId);
      else this.beginningBy.set(principalId, left);
    }
  }
}

function tooManyTasks(limit: number): AppError {
  return AppError.beyondLimit(
    'TOO_MANY_TASKS',
    `You have ${limit} queued or running tasks, the maximum for one principal (WAYBILL_TASKS_EACH). Wait until one ends, or cancel one.`,
  );
}

function tooManyStoredBytes(stored: number, limit: number): AppError {
  return AppError.beyondLimit(
    'TOO_MANY_STORED_BYTES',
    `The files of your tasks (uploads, exports and reports) have ${stored} bytes, and the limit for one principal is ${limit} bytes (WAYBILL_STORED_BYTES_EACH). Ask the administrator of this server to raise the limit, or use another principal.`,
  );
}
