import { randomInt } from 'node:crypto';
import { v7, validate } from 'uuid';

/** The current time; tests pass their own clock. */
export interface Clock {
  /** ISO 8601 in UTC, milliseconds. */
  now: () => string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A new id: UUIDv7, so that later ids sort later and an index grows at its end. */
export function newId(): string {
  return v7();
}

/**
 * The start of many ids, for statements that complete them by numbers from `first` on, each as twelve hexadecimal digits: see `idOf`. No two
 * calls give the same ids: beside the time, the start has 26 random bits, and `first` 46.
 */
export function newIds(): { start: string; first: number } {
  return { start: newId().slice(0, -12), first: randomInt(2 ** 46) };
}

/** Whether a text has the format of an id. */
export function isId(text: string): boolean {
  return validate(text);
}
