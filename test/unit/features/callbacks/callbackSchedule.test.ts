import {
  callbackTimeoutMs,
  claimMs,
  longestWaitMs,
  timeAfter,
  waitAfter,
} from '../../../../src/features/callbacks/callbackSchedule.js';

describe('the schedule of a callback', () => {
  it('waits longer after each attempt that failed, and ends after the last wait', () => {
    const waits = [1000, 5000, 30_000];
    expect([1, 2, 3, 4, 5].map((attempt) => waitAfter(attempt, waits))).toEqual([
      1000,
      5000,
      30_000,
      undefined,
      undefined,
    ]);
  });

  it('leaves a claim to a server for longer than an attempt may take', () => {
    expect(claimMs).toBeGreaterThan(callbackTimeoutMs);
  });

  it('puts nothing off for longer than the longest wait, or than a claim when all waits are shorter', () => {
    expect(longestWaitMs([1000, 600_000, 5000])).toBe(600_000);
    expect(longestWaitMs([1])).toBe(claimMs);
  });

  it('counts on from a time', () => {
    expect(timeAfter('2026-12-31T23:59:59.500Z', 1000)).toEqual(new Date('2027-01-01T00:00:00.500Z'));
  });
});
