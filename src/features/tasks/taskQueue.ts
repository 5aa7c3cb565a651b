/**
 * Tasks that wait for a worker, fair between those who asked for them: one task of each in turn, and the tasks of one in the order given.
 * Who queues two hundred exports holds nobody else up by more than one.
 */
export class TaskQueue {
  /** The order of its keys is the order of turns. */
  private readonly tasksByOwner = new Map<string, Set<string>>();
  private readonly ownerByTask = new Map<string, string>();

  /** Takes a task once, however often it is given. */
  add(taskId: string, ownerId: string): void {
    if (this.ownerByTask.has(taskId)) return;
    this.ownerByTask.set(taskId, ownerId);
    const own = this.tasksByOwner.get(ownerId);
    if (own) own.add(taskId);
    else this.tasksByOwner.set(ownerId, new Set([taskId]));
  }

  /** Takes out the task whose turn it is. */
  next(): { taskId: string; ownerId: string } | undefined {
    const [turn] = this.tasksByOwner;
    if (!turn) return undefined;
    const [ownerId, tasks] = turn;
    const [taskId = ''] = tasks;
    tasks.delete(taskId);
    this.ownerByTask.delete(taskId);
    // Behind all others, or gone.
    this.tasksByOwner.delete(ownerId);
    if (tasks.size > 0) this.tasksByOwner.set(ownerId, tasks);
    return { taskId, ownerId };
  }

  clear(): void {
    this.tasksByOwner.clear();
    this.ownerByTask.clear();
  }
}
