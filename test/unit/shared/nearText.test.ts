import { nearText } from '../../../src/shared/nearText.js';

const known = ['JSON', 'JSONL', 'createStrategy', 'delimiter'];

describe('nearText', () => {
  it.each([
    ['json', 'JSON'],
    ['jsonl', 'JSONL'],
    ['JSONX', 'JSON'],
    ['cretaeStrategy', 'createStrategy'],
    ['createStratgy', 'createStrategy'],
    ['delimeter', 'delimiter'],
    ['delimiters', 'delimiter'],
  ])('takes %s for %s', (text, meant) => {
    expect(nearText(text, known)).toBe(meant);
  });

  it.each(['', 'strategy', 'dilimeter', 'JS', 'XSOM'])('takes %j for nothing', (text) => {
    expect(nearText(text, known)).toBeUndefined();
  });
});
