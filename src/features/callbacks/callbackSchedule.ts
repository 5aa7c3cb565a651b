/** Time limit of an attempt. */
export const callbackTimeoutMs = 10_000;

/** Duration of a claim. If the server stops meanwhile, the callback is due again afterwards. */
export const claimMs = callbackTimeoutMs + 5000;

/** Delay after failed attempt number `attempt`, from 1; undefined if it was the last one. */
export function waitAfter(attempt: number, waitsMs: readonly number[]): number | undefined {
  return waitsMs[attempt - 1];
}

/** The longest delay. A later time comes from a clock that was set back, and counts as due. */
export function longestWaitMs(waitsMs: readonly number[]): number {
  return Math.max(claimMs, ...waitsMs);
}

/** `time` plus `ms`. ISO 8601 in UTC. */
export function timeAfter(time: string, ms: number): Date {
  return new Date(Date.parse(time) + ms);
}
