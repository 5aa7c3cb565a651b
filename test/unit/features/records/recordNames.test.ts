import { createKindRegistry, fastDataPack, objectsPack } from '../../../../src/features/kinds/worker.js';
import { leavesParent, recordKinds, recordParent, renamedCode } from '../../../../src/features/records/worker.js';

const kinds = createKindRegistry([fastDataPack, objectsPack]);
const entry = kinds.get('objects/ObjectEntry');
const picklist = kinds.get('objects/Picklist');

describe('the name of a record', () => {
  it.each([
    ['Book/B1', 'Book'],
    ['Book@SITE/B1', 'Book@SITE'],
    ['Book/B/1', 'Book'],
  ])('%s says that its parent is %s', (name, parent) => {
    expect(recordParent(entry, name)).toBe(parent);
    expect(leavesParent(entry, name, `${parent}/other`)).toBe(false);
    expect(leavesParent(entry, name, 'Shelf/B1')).toBe(true);
  });

  it('says nothing of a parent where the kind has no records', () => {
    expect(recordParent(picklist, 'a/b')).toBeUndefined();
    expect(leavesParent(picklist, 'a/b', 'c/d')).toBe(false);
  });

  it.each([
    { code: 'B/1', oldName: 'Book/B/1', newName: 'Book/B2', renamed: 'B2' },
    { code: 'B1', oldName: 'Book@SITE/B1', newName: 'Book@SITE/B2', renamed: 'B2' },
    { code: 'Genres', oldName: 'Genres', newName: 'Kinds', renamed: 'Kinds' },
    { code: 'other', oldName: 'Book/B1', newName: 'Book/B2', renamed: 'other' },
    { code: null, oldName: 'Book/B1', newName: 'Book/B2', renamed: null },
  ])('$oldName with the code $code gets the code $renamed with the name $newName', ({ renamed, ...names }) => {
    expect(renamedCode(names.code, names.oldName, names.newName)).toBe(renamed);
  });

  it('belongs to kinds whose parents give a shape', () => {
    expect(recordKinds(kinds)).toContain('objects/ObjectEntry');
    expect(recordKinds(kinds)).not.toContain('objects/Picklist');
  });
});
