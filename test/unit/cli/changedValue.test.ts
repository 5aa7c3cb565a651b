import { changedValue } from '../../../src/cli/words/changedValue.js';

const changed = (before: unknown, after: unknown) =>
  changedValue({ before, after, isAdded: before === undefined, isRemoved: after === undefined });

describe('a changed value', () => {
  it('is shown from its start if the difference is near', () => {
    expect(changed('string', null)).toEqual(['"string"', 'null']);
    expect(changed('string', undefined)).toEqual(['"string"', 'nothing']);
    expect(changed(undefined, null)).toEqual(['nothing', 'null']);
    expect(changed('a'.repeat(50), 1)).toEqual([`"${'a'.repeat(38)}…`, '1']);
  });

  it('is shown where two long texts differ', () => {
    const code = (end: string) => `module.exports = function normalizeIsbn (value) { return ${end} }`;
    expect(changed(code('value'), code('undefined'))).toEqual(['… { return value }"', '… { return undefined }"']);
    const [before, after] = changed(code('1'), `${code('1')}\n// changed`);
    expect(before).not.toBe(after);
  });
});
