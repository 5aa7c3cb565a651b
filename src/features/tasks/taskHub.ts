import { EventEmitter } from 'node:events';
import type { TaskProgress } from './progressReporter.js';
import { Task } from './task.entity.js';

/** What a hub tells the hubs of other processes. `CANCEL`: the row of the task says that it is to be cancelled. */
export type HubNews =
  | { type: 'PROGRESS'; taskId: string; progress: TaskProgress }
  | { type: 'CHANGED' | 'ENDED' | 'CANCEL'; taskId: string };

/** The live progress of running tasks, and the listeners for changes. */
export class TaskHub {
  private readonly progressById = new Map<string, TaskProgress>();
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly ends = new EventEmitter();
  private readonly all = new EventEmitter().setMaxListeners(0);

  /** `tell`: tells other processes; nothing where there are none, or where they read the rows. */
  constructor(private readonly tell: (news: HubNews) => void = () => undefined) {}

  setProgress(taskId: string, progress: TaskProgress): void {
    this.change({ type: 'PROGRESS', taskId, progress });
  }

  /** Call it when a task may have changed in the database. */
  touch(taskId: string): void {
    this.change({ type: 'CHANGED', taskId });
  }

  /** Drops the live progress of a task: call it when the database is up to date. */
  clearProgress(taskId: string): void {
    this.change({ type: 'ENDED', taskId });
  }

  /** Asks the process that runs a task to cancel it. */
  askCancel(taskId: string): void {
    this.tell({ type: 'CANCEL', taskId });
  }

  /** Tells other processes how far a task is, if that is known. */
  tellProgress(taskId: string): void {
    const progress = this.progressById.get(taskId);
    if (progress) this.tell({ type: 'PROGRESS', taskId, progress });
  }

  /** Drops what other processes told; `isOwn`: whether this one runs a task. */
  forgetProgress(isOwn: (taskId: string) => boolean): void {
    for (const taskId of this.progressById.keys()) if (!isOwn(taskId)) this.progressById.delete(taskId);
  }

  /** Takes in what happened to a task, here or in another process. */
  hear(news: HubNews): void {
    const { type, taskId } = news;
    if (type === 'PROGRESS') this.progressById.set(taskId, news.progress);
    if (type === 'ENDED') this.progressById.delete(taskId);
    this.changes.emit(taskId);
    this.all.emit('change');
    if (type === 'ENDED') this.ends.emit('end');
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

  /** Calls `onEnd` when a task may have ended; returns a function that stops it. */
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

  private change(news: HubNews): void {
    this.hear(news);
    this.tell(news);
  }
}
