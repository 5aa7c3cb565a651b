import { EventEmitter } from 'node:events';
import type { TaskProgress } from './progressReporter.js';
import { Task } from './task.entity.js';

/** The live progress of running tasks, and the listeners for changes. */
export class TaskHub {
  private readonly progressById = new Map<string, TaskProgress>();
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly ends = new EventEmitter();
  private readonly all = new EventEmitter().setMaxListeners(0);

  setProgress(taskId: string, progress: TaskProgress): void {
    this.progressById.set(taskId, progress);
    this.touch(taskId);
  }

  /** Call it when a task may have changed in the database. */
  touch(taskId: string): void {
    this.changes.emit(taskId);
    this.all.emit('change');
  }

  /** Drops the live progress of a task: call it when the database is up to date. */
  clearProgress(taskId: string): void {
    this.progressById.delete(taskId);
    this.touch(taskId);
    this.ends.emit('end');
  }

  progressOf(taskId: string): TaskProgress | undefined {
    return this.progressById.get(taskId);
  }

  /** Call it when tasks may have changed on another server. */
  wakeAll(): void {
    for (const taskId of this.changes.eventNames()) this.changes.emit(taskId);
    this.all.emit('change');
  }

  /** Calls `onChange` whenever the task may have changed; returns a function that stops it. */
  listen(taskId: string, onChange: () => void): () => void {
    this.changes.on(taskId, onChange);
    return () => this.changes.off(taskId, onChange);
  }

  /** Like `listen`, for all tasks. */
  listenToAll(onChange: () => void): () => void {
    this.all.on('change', onChange);
    return () => this.all.off('change', onChange);
  }

  /** Calls `onEnd` when a task may have ended on this server; returns a function that stops it. */
  listenToEnds(onEnd: () => void): () => void {
    this.ends.on('end', onEnd);
    return () => this.ends.off('end', onEnd);
  }

  /** A running task with the last progress that its worker reported. */
  withProgress(task: Task): Task {
    const progress = this.progressById.get(task.id);
    if (!progress || task.status !== 'RUNNING') return task;
    return Object.assign(new Task(), task, progress.counts, { stage: progress.stage });
  }
}
