import { Repeater } from '@graphql-yoga/subscription';
import type { Task } from './task.entity.js';
import type { TaskHub } from './taskHub.js';
import { isTerminal } from './taskStates.js';

const intervalMs = 100;

/**
 * The states of a task as they come: the present one at once, then at most one each 100 ms, and always the last one. Each is
 * read when it is sent, so that who comes late or reconnects misses nothing; a state is sent once.
 */
export function taskUpdates(hub: TaskHub, taskId: string, read: () => Promise<Task | null>): AsyncIterable<Task> {
  return new Repeater<Task>(async (push, stop) => {
    const change = new ChangeSignal();
    const unlisten = hub.listen(taskId, () => {
      change.raise();
    });
    void stop.then(() => {
      change.end();
    });
    let sent = '';
    try {
      for (;;) {
        const task = await read();
        if (!task || change.isEnded) break;
        const state = JSON.stringify(task);
        if (state !== sent) await push(task);
        sent = state;
        if (isTerminal(task.status)) break;
        await new Promise((resolve) => setTimeout(resolve, intervalMs));
        await change.raised();
      }
    } finally {
      unlisten();
      stop();
    }
  });
}

/** Remembers that something changed until somebody has waited for it. */
class ChangeSignal {
  isEnded = false;
  private isRaised = false;
  private wake: (() => void) | undefined;

  raise(): void {
    this.isRaised = true;
    this.wake?.();
  }

  /** Nobody listens any more. */
  end(): void {
    this.isEnded = true;
    this.raise();
  }

  async raised(): Promise<void> {
    if (!this.isRaised) await new Promise<void>((resolve) => (this.wake = resolve));
    this.isRaised = false;
    this.wake = undefined;
  }
}
