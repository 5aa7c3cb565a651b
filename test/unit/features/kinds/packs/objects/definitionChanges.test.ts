import {
  compareDefinitions,
  overlayDefinition,
} from '../../../../../../src/features/kinds/packs/objects/definitionChanges.js';
import { deepFreeze } from '../../deepFreeze.js';

const before = deepFreeze({
  name: 'Crate',
  label: { en_US: 'Crate' },
  objectFields: [
    { name: 'id', system: true },
    { name: 'content', externalReferenceCode: 'CONTENT', required: true },
    { name: 'size', externalReferenceCode: 'SIZE' },
    { name: 'r_ship_c_shipId', businessType: 'Relationship' },
  ],
  objectRelationships: [{ name: 'crates', externalReferenceCode: 'CRATES' }],
  objectActions: [{ name: 'tell', externalReferenceCode: 'TELL' }],
  objectValidationRules: [{ name: { en_US: 'Sized' }, externalReferenceCode: 'SIZED' }],
  objectLayouts: [{ name: { en_US: 'Main' } }],
  objectViews: [{ name: { en_US: 'List' } }],
});

describe('an overwrite of a definition', () => {
  it('removes nothing when it is the same', () => {
    expect(compareDefinitions(before, before)).toEqual({ removed: [], renamed: [], tightened: [] });
  });

  it('removes what the file lacks, except system fields, those of relationships, layouts and views', () => {
    expect(compareDefinitions(before, { name: 'Crate' }).removed).toEqual([
      { title: 'field', name: 'content', at: '/objectFields/1' },
      { title: 'field', name: 'size', at: '/objectFields/2' },
      { title: 'relationship', name: 'crates', at: '/objectRelationships/0' },
      { title: 'action', name: 'tell', at: '/objectActions/0' },
      { title: 'validation rule', name: 'Sized', at: '/objectValidationRules/0' },
    ]);
  });

  it('tells fields that entries may not fit any more: renamed, of another type, or required', () => {
    const field = (more: object) => ({ name: 'size', externalReferenceCode: 'SIZE', businessType: 'Text', ...more });
    const claims = (from: object[], to: object[]) =>
      compareDefinitions({ objectFields: from } as never, { objectFields: to } as never).tightened.map(
        ({ name, claim }) => `${name} ${claim}`,
      );
    expect(claims([field({})], [field({ name: 'width' })])).toEqual(['size is called "width" now']);
    expect(claims([field({})], [field({ businessType: 'Integer' })])).toEqual([
      'size has the type Integer instead of Text',
    ]);
    expect(claims([field({})], [field({ required: true })])).toEqual(['size is required now']);
    expect(claims([], [field({ required: true })])).toEqual(['size is new and required']);
    expect(claims([field({ required: true })], [field({})])).toEqual([]);
    const hasDefault = { required: true, objectFieldSettings: [{ name: 'defaultValue', value: 'S' }] };
    expect(claims([], [field(hasDefault)])).toEqual([]);
  });

  it('takes null for an empty list', () => {
    const { removed } = compareDefinitions(before, { ...before, objectActions: null });
    expect(removed).toEqual([{ title: 'action', name: 'tell', at: '/objectActions/0' }]);
  });

  it('takes away layouts and views when their list is there', () => {
    const { removed } = compareDefinitions(before, { ...before, objectLayouts: [], objectViews: null });
    expect(removed).toEqual([{ title: 'layout', name: 'Main', at: '/objectLayouts/0' }]);
  });

  it('renames a field that keeps its code', () => {
    const after = {
      ...before,
      objectFields: [{ name: 'contents', externalReferenceCode: 'CONTENT' }, { name: 'size' }],
    };
    expect(compareDefinitions(before, after)).toEqual({
      removed: [],
      renamed: [{ title: 'field', name: 'content', newName: 'contents', at: '/objectFields/1' }],
      tightened: [{ title: 'field', name: 'content', at: '/objectFields/0', claim: 'is called "contents" now' }],
    });
  });

  it('loses the field whose name another one gets', () => {
    const after = { ...before, objectFields: [{ name: 'size', externalReferenceCode: 'CONTENT' }] };
    expect(compareDefinitions(before, after)).toEqual({
      removed: [{ title: 'field', name: 'size', at: '/objectFields/2' }],
      renamed: [{ title: 'field', name: 'content', newName: 'size', at: '/objectFields/1' }],
      tightened: [{ title: 'field', name: 'content', at: '/objectFields/0', claim: 'is called "size" now' }],
    });
  });

  it('loses a relationship that is called differently, as the product does', () => {
    const after = { ...before, objectRelationships: [{ name: 'boxes', externalReferenceCode: 'CRATES' }] };
    expect(compareDefinitions(before, after).removed).toEqual([
      { title: 'relationship', name: 'crates', at: '/objectRelationships/0' },
    ]);
  });
});

describe('a part of a definition', () => {
  it('is laid over the whole, part by part, and new parts come last', () => {
    const merged = overlayDefinition(before, {
      label: { en_US: 'Box' },
      objectFields: [
        { name: 'weight', businessType: 'Integer' },
        { name: 'contents', externalReferenceCode: 'CONTENT' },
      ],
    });
    expect(merged).toEqual({
      ...before,
      label: { en_US: 'Box' },
      objectFields: [
        { name: 'id', system: true },
        { name: 'contents', externalReferenceCode: 'CONTENT', required: true },
        { name: 'size', externalReferenceCode: 'SIZE' },
        { name: 'r_ship_c_shipId', businessType: 'Relationship' },
        { name: 'weight', businessType: 'Integer' },
      ],
    });
  });

  it('removes nothing by being null', () => {
    expect(overlayDefinition(before, { objectFields: null, label: null })).toEqual(before);
  });

  it('brings a list that was not there', () => {
    expect(overlayDefinition({ name: 'A' }, { objectViews: [{ name: { en_US: 'List' } }] })).toEqual({
      name: 'A',
      objectViews: [{ name: { en_US: 'List' } }],
    });
  });
});
