import { overlayDefinitionPart } from '../../../../../../src/features/kinds/worker.js';

const fields = [{ at: '/objectFields', by: ['name'] }];
const layouts = [{ at: '/objectLayouts', by: ['externalReferenceCode', 'name'] }];

describe('overlayDefinitionPart', () => {
  it('replaces an element of the same name in its place, and puts new ones last', () => {
    const definition = { name: 'T', objectFields: [{ name: 'a', type: 1 }, { name: 'b' }] };
    const part = { objectFields: [{ name: 'c' }, { name: 'a', required: true }] };
    expect(overlayDefinitionPart(definition, part, { lists: fields })).toEqual({
      spec: { name: 'T', objectFields: [{ name: 'a', required: true }, { name: 'b' }, { name: 'c' }] },
      added: ['/objectFields/2'],
      matched: ['/objectFields/0'],
    });
    expect(definition.objectFields).toHaveLength(2);
  });

  it('lays members over those of the element when it patches', () => {
    const { spec } = overlayDefinitionPart(
      { objectFields: [{ name: 'a', type: 1 }] },
      { objectFields: [{ name: 'a', required: true }] },
      { lists: fields, onMatch: 'PATCH' },
    );
    expect(spec).toEqual({ objectFields: [{ name: 'a', type: 1, required: true }] });
  });

  it('matches by the member that counts most, and by names in several languages', () => {
    const { spec } = overlayDefinitionPart(
      { objectLayouts: [{ name: { en_US: 'Basic' } }, { externalReferenceCode: 'L', name: { en_US: 'Other' } }] },
      {
        objectLayouts: [
          { externalReferenceCode: 'L', name: { en_US: 'Basic' } },
          { name: { en_US: 'New' } },
          { name: { en_US: 'New' }, tabs: 1 },
        ],
      },
      { lists: layouts },
    );
    expect(spec).toEqual({
      objectLayouts: [
        { name: { en_US: 'Basic' } },
        { externalReferenceCode: 'L', name: { en_US: 'Basic' } },
        { name: { en_US: 'New' }, tabs: 1 },
      ],
    });
  });

  it('begins a list that the definition does not have, and replaces what is no list', () => {
    expect(
      overlayDefinitionPart({ active: true }, { objectFields: [{ name: 'a' }], active: false }, { lists: fields }).spec,
    ).toEqual({
      objectFields: [{ name: 'a' }],
      active: false,
    });
  });
});
