import { previewBounds } from '../../../../src/features/exporting/exportSelection.js';
import { wayTo } from '../../../../src/features/exporting/wayTo.js';

describe('the way to an item', () => {
  it('is empty for what is selected', () => {
    expect(wayTo([0, 1], 1)).toEqual([]);
  });

  it('begins with what is selected and ends before the item', () => {
    expect(wayTo([0, 0, 1, 1], 3)).toEqual([0, 1]);
  });

  it('of a long way tells the beginning and the last steps', () => {
    const chain = Array.from({ length: 200 }, (_, node) => Math.max(0, node - 1));
    const way = wayTo(chain, 199);
    expect(way).toHaveLength(previewBounds.reason);
    expect([way[0], way[1], way.at(-1)]).toEqual([0, 150, 198]);
  });
});
