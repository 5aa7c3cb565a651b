import { LeftOut } from '../../../../src/features/kinds/leftOut.js';

const item = { kind: 'k/K', name: 'N', line: 4 };

describe('what is left out', () => {
  it('is told once for each cause, with the places in the order in which they came up', () => {
    const leftOut = new LeftOut();
    for (const path of [['a', '0', 'id'], ['id'], ['a', '12', 'id']])
      leftOut.add({ cause: 'ID', path, value: 1 }, item);
    leftOut.add({ cause: 'EMPTY', path: ['creator'], value: null }, item);
    leftOut.add({ cause: 'CLASS', path: ['x-class-name'], value: 'K' }, item);
    leftOut.add({ cause: 'ID', path: ['id'], value: 1 }, { ...item, kind: 'k/L' });
    expect(leftOut.problems()).toMatchObject([
      {
        ...item,
        code: 'CONTENT_IGNORED',
        path: ['a', '0', 'id'],
        message: 'Numeric ids of the source were removed: /a/*/id (2 times), /id (once).',
      },
      { kind: 'k/L', path: ['id'] },
    ]);
  });

  it('names all places of a file, and stays small when a file has many of its own', () => {
    const leftOut = new LeftOut();
    for (let place = 0; place < 1000; place += 1) leftOut.add({ cause: 'NESTED', path: [`m${place}`], value: 1 }, item);
    const problems = leftOut.problems();
    expect(problems).toHaveLength(10);
    expect(problems[0]?.message).toContain('/m0 (once), /m1 (once)');
    expect(problems[9]?.message).toContain('/m199 (once), other places (800 times)');
  });
});
