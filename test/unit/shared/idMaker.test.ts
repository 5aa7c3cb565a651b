import { validate, version } from 'uuid';
import { idMaker } from '../../../src/shared/idMaker.js';

/** The milliseconds in an id. */
function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

describe('an id maker', () => {
  it('makes UUIDs of version 7 with the present time', () => {
    const before = Date.now();
    const ids = Array.from({ length: 2000 }, idMaker());
    for (const id of ids) {
      expect(validate(id)).toBe(true);
      expect(version(id)).toBe(7);
      expect(timeOf(id)).toBeGreaterThanOrEqual(before);
    }
    expect(new Set(ids).size).toBe(2000);
  });

  it('makes ids in order within a millisecond, and while the clock is set back', () => {
    let time = 1_700_000_000_000;
    const make = idMaker({ now: () => time, fill: (bytes) => bytes.fill(0x5a) });
    const ids = Array.from({ length: 300 }, make);
    time -= 5000;
    ids.push(...Array.from({ length: 300 }, make));
    time += 6000;
    ids.push(make());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(timeOf(ids[599] ?? '')).toBe(1_700_000_000_000);
    expect(timeOf(ids[600] ?? '')).toBe(1_700_000_001_000);
  });

  it('puts time, version, counter, variant and random bits where RFC 9562 wants them', () => {
    const make = idMaker({ now: () => 0x0123456789ab, fill: (bytes) => bytes.fill(0xff) });
    expect(make()).toBe('01234567-89ab-77ff-bfff-ffffffffffff');
    // The counter has gone from 0x7fffffff to 0x80000000.
    expect(make()).toBe('01234567-89ab-7800-8000-03ffffffffff');
  });

  it('fetches new random bytes before it has used those at hand', () => {
    let fills = 0;
    const make = idMaker({
      now: () => 1,
      fill: (bytes) => {
        fills += 1;
        bytes.fill(fills);
      },
    });
    const ends = new Set(Array.from({ length: 1200 }, () => make().slice(-6)));
    expect(fills).toBe(3);
    expect(ends).toEqual(new Set(['010101', '020202', '030303']));
  });
});
