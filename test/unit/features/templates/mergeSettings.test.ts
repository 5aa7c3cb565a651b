import { membersInUse, mergeSettings } from '../../../../src/features/templates/mergeSettings.js';
import type { JsonObject } from '../../../../src/shared/json.js';

const saved: JsonObject = {
  format: 'JSONL',
  selection: { kinds: ['a', 'b'], all: false },
  csv: { delimiter: ';' },
  name: null,
};

describe('settings of a template and those that were given', () => {
  it.each([
    ['nothing', {}, { format: 'JSONL', selection: { kinds: ['a', 'b'], all: false }, csv: { delimiter: ';' } }],
    ['undefined', { format: undefined, selection: { kinds: undefined } }, { ...saved, name: undefined }],
    ['another value', { format: 'JSON' }, { ...saved, format: 'JSON', name: undefined }],
    ['null', { format: null, csv: null }, { ...saved, format: null, csv: null, name: undefined }],
    ['a list', { selection: { kinds: ['c'] } }, { ...saved, selection: { kinds: ['c'], all: false }, name: undefined }],
    [
      'what was not saved',
      { csv: { quote: "'" }, name: 'n' },
      { ...saved, csv: { delimiter: ';', quote: "'" }, name: 'n' },
    ],
  ])('given %s', (_what, given, expected) => {
    expect(mergeSettings(membersInUse(saved, given), given)).toEqual(expected);
  });

  it('are in use only where nothing was given', () => {
    const given = { format: null, selection: { branchId: 'x', kinds: [] } };
    expect(membersInUse(saved, given)).toEqual({ selection: { all: false }, csv: { delimiter: ';' } });
  });
});
