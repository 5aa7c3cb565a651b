import { isId, newId } from '../../../src/shared/clock.js';

describe('ids', () => {
  it('sort in the order in which they were made', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });

  it('are distinguished from other texts', () => {
    expect(isId(newId())).toBe(true);
    for (const text of ['', 'nope', '42', "' OR 1=1", `${newId()}x`, '../../etc']) expect(isId(text)).toBe(false);
  });
});
