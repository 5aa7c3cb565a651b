import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';

/** With this niceness, a thread gets about a tenth of a contended processor. */
const niceness = 10;

/**
 * Lowers the priority of the calling thread. Works only on Linux, where threads have priorities of their own; returns whether
 * it did.
 */
export function lowerPriority(): boolean {
  try {
    // "<process>/task/<thread>": Node does not expose thread ids.
    const thread = Number(path.basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, niceness);
    return true;
  } catch {
    return false;
  }
}
