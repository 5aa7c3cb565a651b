import { recordTexts } from '../../../../src/features/records/recordTexts.js';

describe('recordTexts', () => {
  it('gives the value of each field at its place, with ASCII letters folded', () => {
    expect(
      recordTexts({ code: 'Ab-Ä', number: 7, flag: false, 'a/b': 'x' }, ['code', 'number', 'flag', 'a/b']),
    ).toEqual([
      { at: '/code', text: 'ab-Ä' },
      { at: '/number', text: '7' },
      { at: '/flag', text: 'false' },
      { at: '/a~1b', text: 'x' },
    ]);
  });

  it('has nothing to compare where there is no value of its own', () => {
    const fields = ['missing', 'empty', 'none', 'list', 'constructor'];
    expect(recordTexts({ empty: '', none: null, list: ['x'] }, fields).map(({ text }) => text)).toEqual(
      fields.map(() => null),
    );
  });
});
