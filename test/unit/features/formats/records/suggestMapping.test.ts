import { suggestMapping } from '../../../../../src/features/formats/index.js';

function suggested(sources: readonly string[], targets: readonly string[]): string[] {
  return suggestMapping(sources, targets).map(({ source, target }) => `${source}=${target}`);
}

describe('suggestMapping', () => {
  it('prefers the same name, then one that differs in case and separators, then a known other name', () => {
    const targets = ['externalReferenceCode', 'firstName', 'description', 'Title'];
    expect(suggested(['ERC', 'First Name', 'desc', 'title', 'Title', 'size'], targets).sort()).toEqual([
      'ERC=externalReferenceCode',
      'First Name=firstName',
      'Title=Title',
      'desc=description',
    ]);
    expect(suggested(['external_id', 'external-reference-code'], targets)).toEqual([
      'external-reference-code=externalReferenceCode',
    ]);
  });

  it('keeps what follows the dot of a field that is an object', () => {
    expect(suggested(['State.key', 'State.name', 'state'], ['state'])).toEqual([
      'State.key=state.key',
      'State.name=state.name',
    ]);
    expect(suggested(['a.b'], ['a.b', 'a'])).toEqual(['a.b=a.b']);
  });

  it('uses each target once', () => {
    expect(suggested(['Name', 'NAME', 'name'], ['name'])).toEqual(['name=name']);
  });
});
