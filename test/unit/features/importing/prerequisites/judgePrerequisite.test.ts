import {
  isNoteworthy,
  judgePrerequisite,
  blocksItem,
} from '../../../../../src/features/importing/prerequisites/judgePrerequisite.js';

const need = { at: '/key', name: 'order', versions: ['1'], isAnyVersion: false, tenants: [null] };
const facts = {
  ...{ targetKind: 'kind', nameInFile: 'order', usableTenants: null, sourceTenants: null },
  offer: { versions: ['1', '2'], tenants: [null] },
};

describe('a need of an item', () => {
  it('that is met has nothing to be said of it', () => {
    expect(isNoteworthy(judgePrerequisite(need, facts))).toBe(false);
  });

  it('requires nothing of a target that does not exist: that is reported elsewhere', () => {
    const judged = judgePrerequisite(
      { ...need, versions: ['9'] },
      { ...facts, offer: undefined, sourceTenants: undefined },
    );
    expect(isNoteworthy(judged)).toBe(false);
  });

  it.each([
    [['1', '9'], ['1'], false],
    [['9'], [], true],
    [[], [], false],
  ])('for the versions %j keeps %j, and none at all is %s', (versions, keptVersions, isVersionless) => {
    expect(judgePrerequisite({ ...need, versions }, facts)).toMatchObject({ keptVersions, isVersionless });
  });

  it.each([
    [['a'], [null], []],
    [['a', 'b'], ['b'], []],
    [['a'], ['b'], ['a']],
    [[null], ['<default>'], [null]],
    [[], ['b'], []],
  ])('for the tenants %j of a target of %j lacks %j', (tenants, offered, missing) => {
    const offer = { versions: ['1'], tenants: offered };
    expect(judgePrerequisite({ ...need, tenants }, { ...facts, offer }).missingTenants).toEqual(missing);
  });

  it.each([
    [['a', 'b'], ['a'], false],
    [['a'], ['a', 'b'], true],
    [['a'], [], false],
    [[], [], false],
    [[], ['a'], true],
    [['a'], null, true],
  ])('for the tenants %j with the right to %j is authorized: %s', (tenants, usableTenants, isAuthorized) => {
    expect(judgePrerequisite({ ...need, tenants }, { ...facts, usableTenants })).toMatchObject({ isAuthorized });
  });

  it('tells nothing of the versions of what may not be used', () => {
    const judged = judgePrerequisite({ ...need, versions: ['9'] }, { ...facts, usableTenants: [] });
    expect(judged).toMatchObject({ isAuthorized: false, missingVersions: [], isVersionless: false });
  });

  it.each([
    [undefined, { type: 'SOURCE', tenants: [null] }],
    [['a'], { type: 'TENANT', tenants: [null] }],
    [['a', null], undefined],
  ])('of a container with sources for %j lacks %j, unless that is added', (sourceTenants, gap) => {
    const judged = judgePrerequisite(need, { ...facts, sourceTenants });
    expect(judged.gap).toEqual(gap);
    expect([blocksItem(judged, false), blocksItem(judged, true)]).toEqual([gap !== undefined, false]);
  });
});
