/** How long an attempt may take. */
export const callbackTimeoutMs = 10_000;

/** For so long a server has a callback to itself once it has claimed it; when it dies meanwhile, the callback is due again then. */
export const claimMs = callbackTimeoutMs + 5000;

/** How long is waited after the attempt of this number, from 1, has failed; undefined when it was the last one. */
export function waitAfter(attempt: number, waitsMs: readonly number[]): number | undefined {
  return waitsMs[attempt - 1];
}

/** No callback is ever put off for longer: one that seems to be comes from a clock that was set back, and is due. */
export function longestWaitMs(waitsMs: readonly number[]): number {
  return Math.max(claimMs, ...waitsMs);
}

/** A time that lies so much after another; both ISO 8601 in UTC. */
export function timeAfter(time: string, ms: number): Date {
  return new Date(Date.parse(time) + ms);
}
