import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';

/** Of two threads that both want the processor, one with this niceness gets about a tenth. */
const niceness = 10;

/**
 * Lets the thread that calls this work on what the others leave of the processor. Where a thread has no priority of its own, which is
 * everywhere but on Linux, nothing changes. True when it was done.
 */
export function lowerPriority(): boolean {
  try {
    // "<process>/task/<thread>": Node gives no thread's id.
    const thread = Number(path.basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, niceness);
    return true;
  } catch {
    return false;
  }
}
