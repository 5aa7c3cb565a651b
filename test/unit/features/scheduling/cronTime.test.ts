import { isTimeZone, nextTime, type CronTimes } from '../../../../src/features/scheduling/cronTime.js';

/** The next times of an expression, one after the other. */
function timesOf({ cron, timeZone }: CronTimes, from: string, count = 3): (string | undefined)[] {
  const times: (string | undefined)[] = [];
  let last: Date | null = new Date(from);
  for (let index = 0; index < count && last; index += 1) {
    last = nextTime({ cron, timeZone }, last);
    times.push(last?.toISOString());
  }
  return times;
}

describe('the next time of a cron expression', () => {
  it('is after the given one, never the same', () => {
    expect(timesOf({ cron: '0 2 * * *', timeZone: 'UTC' }, '2026-01-01T02:00:00Z', 2)).toEqual([
      '2026-01-02T02:00:00.000Z',
      '2026-01-03T02:00:00.000Z',
    ]);
  });

  it('is a local time: with the change to summer time it comes an hour earlier in UTC', () => {
    expect(timesOf({ cron: '0 4 * * *', timeZone: 'Europe/Rome' }, '2026-03-27T12:00:00Z')).toEqual([
      '2026-03-28T03:00:00.000Z',
      '2026-03-29T02:00:00.000Z',
      '2026-03-30T02:00:00.000Z',
    ]);
  });

  it('comes right after a gap of the local time, once', () => {
    expect(timesOf({ cron: '30 2 * * *', timeZone: 'Europe/Rome' }, '2026-03-28T12:00:00Z')).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
      '2026-03-31T00:30:00.000Z',
    ]);
  });

  it('comes once where the local time is repeated', () => {
    expect(timesOf({ cron: '30 2 * * *', timeZone: 'Europe/Rome' }, '2026-10-24T12:00:00Z')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
      '2026-10-27T01:30:00.000Z',
    ]);
  });

  it('comes every hour where the local time is repeated, if it is for every hour', () => {
    expect(timesOf({ cron: '0 * * * *', timeZone: 'Europe/Rome' }, '2026-10-24T23:30:00Z')).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
    ]);
  });

  it('is none for a day that there never is', () => {
    expect(nextTime({ cron: '0 0 30 2 *', timeZone: 'UTC' }, new Date('2026-01-01'))).toBeNull();
  });

  it.each(['* * * *', '* * * * * *', '60 * * * *', 'every night', '', '*/0 * * * *'])('is refused for "%s"', (cron) => {
    expect(() => nextTime({ cron, timeZone: 'UTC' }, new Date('2026-01-01'))).toThrow(/./);
  });
});

describe('a time zone', () => {
  it.each([
    ['UTC', true],
    ['Europe/Rome', true],
    ['', false],
    ['Europe/Nowhere', false],
  ])('%s is known: %s', (name, isKnown) => {
    expect(isTimeZone(name)).toBe(isKnown);
  });
});
