import { EventEmitter } from 'node:events';
import type { TaskProgress } from './progressReporter.js';
import { Task } from './task.entity.js';

/** What is known of running tasks beyond the database, and who wants to hear of changes. */
export class TaskHub {
  private readonly progressById = new Map<string, TaskProgress>();
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly ends = new EventEmitter();
  private readonly all = new EventEmitter().setMaxListeners(0);

  setProgress(taskId: string, progress: TaskProgress): void {
    this.progressById.set(taskId, progress);
    this.touch(taskId);
  }

  /** To be called when a task may have changed in the database. */
  touch(taskId: string): void {
    this.changes.emit(taskId);
    this.all.emit('change');
  }

  /** To be called when the database has the whole truth again. */
  clearProgress(taskId: string): void {
    this.progressById.delete(taskId);
    this.touch(taskId);
    this.ends.emit('end');
  }

  progressOf(taskId: string): TaskProgress | undefined {
    return this.progressById.get(taskId);
  }

  /** To be called when tasks may have changed without anybody telling: another server may be at them. */
  wakeAll(): void {
    for (const taskId of this.changes.eventNames()) this.changes.emit(taskId);
    this.all.emit('change');
  }

  /** Calls `onChange` whenever the task may have changed; gives the way to stop that. */
  listen(taskId: string, onChange: () => void): () => void {
    this.changes.on(taskId, onChange);
    return () => this.changes.off(taskId, onChange);
  }

  /** The same for all tasks. */
  listenToAll(onChange: () => void): () => void {
    this.all.on('change', onChange);
    return () => this.all.off('change', onChange);
  }

  /** Calls `onEnd` when a task may have ended on this server; gives the way to stop that. */
  listenToEnds(onEnd: () => void): () => void {
    this.ends.on('end', onEnd);
    return () => this.ends.off('end', onEnd);
  }

  /** Lays what the worker told last over a task that the database has as running. */
  withProgress(task: Task): Task {
    const progress = this.progressById.get(task.id);
    if (!progress || task.status !== 'RUNNING') return task;
    return Object.assign(new Task(), task, progress.counts, { stage: progress.stage });
  }
}
