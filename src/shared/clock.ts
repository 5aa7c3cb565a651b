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

/** Whether a text has the format of an id. */
export function isId(text: string): boolean {
  return validate(text);
}
