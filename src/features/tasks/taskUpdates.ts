import { onlyNews, stateUpdates } from '../../graphql/index.js';
import type { Task } from './task.entity.js';
import type { TaskHub } from './taskHub.js';
import { isTerminal } from './taskStates.js';

/** The states of a task as they change; see `stateUpdates`. */
export function taskUpdates(hub: TaskHub, taskId: string, read: () => Promise<Task | null>): AsyncIterable<Task> {
  return stateUpdates({
    listen: (onChange) => hub.listen(taskId, onChange),
    read: onlyNews(read),
    isLast: ({ status }) => isTerminal(status),
  });
}

/** Tasks that ended up to this long before the last query are read again: clocks of servers differ. */
const overlapMs = 60_000;

/**
 * The tasks of a list as they change: first those that have not ended, then each that is created, progresses or ends.
 * `openOrEndedSince` gives the open tasks and those that ended since a time, however old they are; `byIds` gives known ones.
 */
export function taskListUpdates(
  hub: TaskHub,
  tasks: {
    openOrEndedSince: (since: Date) => Promise<Task[]>;
    byIds: (ids: readonly string[]) => Promise<(Task | null)[]>;
  },
): AsyncIterable<Task> {
  const sent = new Map<string, string>();
  const open = new Set<string>();
  let lookedAt: number | undefined;
  const read = async () => {
    const isFirst = lookedAt === undefined;
    // The clock may have been set back since.
    const since = new Date(Math.min(lookedAt ?? Infinity, Date.now()) - overlapMs);
    lookedAt = Date.now();
    const recent = await tasks.openOrEndedSince(since);
    const known = new Set(recent.map(({ id }) => id));
    const others = await tasks.byIds([...open].filter((id) => !known.has(id)));
    const changed: Task[] = [];
    for (const task of [...recent, ...others.flatMap((other) => other ?? [])]) {
      const text = JSON.stringify(task);
      const isOpen = !isTerminal(task.status);
      if (sent.get(task.id) !== text && (isOpen || !isFirst)) changed.push(task);
      sent.set(task.id, text);
      if (isOpen) open.add(task.id);
      else open.delete(task.id);
    }
    // Forgets ended tasks that are no longer read.
    for (const id of sent.keys()) if (!open.has(id) && !known.has(id)) sent.delete(id);
    return changed;
  };
  return stateUpdates({ listen: (onChange) => hub.listenToAll(onChange), read });
}
