import { setImmediate as nextTurn } from 'node:timers/promises';
import { inTurns } from '../../../../src/app/limits/inTurns.js';

describe('a list in turns', () => {
  it('is the list itself while it is short', () => {
    const list = Array.from({ length: 100 }, (_, index) => index);
    expect(inTurns(list)).toBe(list);
  });

  it('holds the same in the same order', async () => {
    const list = Array.from({ length: 1201 }, (_, index) => ({ index }));
    expect(await Promise.all(inTurns(list))).toEqual(list);
  });

  it('lets others go on between its parts', async () => {
    const seen: string[] = [];
    const list = inTurns(Array.from({ length: 1000 }, (_, index) => index));
    const other = nextTurn().then(() => seen.push('other'));
    const listed = Promise.all(list.map((item) => Promise.resolve(item).then((index) => seen.push(String(index)))));
    await Promise.all([other, listed]);
    const place = seen.indexOf('other');
    expect(place).toBeGreaterThanOrEqual(100);
    expect(place).toBeLessThan(1000);
  });

  it('leaves promises as they are', () => {
    const promise = Promise.resolve(1);
    expect(inTurns([...Array.from({ length: 300 }, () => 0), promise]).at(-1)).toBe(promise);
  });
});
