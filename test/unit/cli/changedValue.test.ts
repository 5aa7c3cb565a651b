import { changedValue } from '../../../src/cli/words/changedValue.js';

describe('a changed value', () => {
  it('is shown from its start if the difference is near', () => {
    expect(changedValue('string', null)).toEqual(['"string"', 'nothing']);
    expect(changedValue('a'.repeat(50), 1)).toEqual([`"${'a'.repeat(38)}…`, '1']);
  });

  it('is shown where two long texts differ', () => {
    const code = (end: string) => `module.exports = function normalizeIsbn (value) { return ${end} }`;
    expect(changedValue(code('value'), code('undefined'))).toEqual(['… { return value }"', '… { return undefined }"']);
    const [before, after] = changedValue(code('1'), `${code('1')}\n// changed`);
    expect(before).not.toBe(after);
  });
});
