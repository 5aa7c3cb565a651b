/**
 * The queue of tasks for workers, fair between principals: one task of each in turn, in order per principal. Whoever queues two
 * hundred exports delays others by at most one task.
 */
export class TaskQueue {
  /** Keys are in the order of turns. */
  private readonly tasksByOwner = new Map<string, Set<string>>();
  private readonly ownerByTask = new Map<string, string>();

  /** Adds a task, unless it is already queued. */
  add(taskId: string, ownerId: string): void {
    if (this.ownerByTask.has(taskId)) return;
    this.ownerByTask.set(taskId, ownerId);
    const own = this.tasksByOwner.get(ownerId);
    if (own) own.add(taskId);
    else this.tasksByOwner.set(ownerId, new Set([taskId]));
  }

  /** Removes and returns the next task. */
  next(): { taskId: string; ownerId: string } | undefined {
    const [turn] = this.tasksByOwner;
    if (!turn) return undefined;
    const [ownerId, tasks] = turn;
    const [taskId = ''] = tasks;
    tasks.delete(taskId);
    this.ownerByTask.delete(taskId);
    // Moves the owner behind the others, or removes it.
    this.tasksByOwner.delete(ownerId);
    if (tasks.size > 0) this.tasksByOwner.set(ownerId, tasks);
    return { taskId, ownerId };
  }

  clear(): void {
    this.tasksByOwner.clear();
    this.ownerByTask.clear();
  }
}
