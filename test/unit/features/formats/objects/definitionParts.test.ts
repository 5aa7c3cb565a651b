import { readContent } from '../writtenFile.js';

const packageName = 'com.liferay.object.admin.rest.dto.v1_0';

function batch(simpleName: string, items: unknown[], parameters: object = {}): object {
  return { configuration: { className: `${packageName}.${simpleName}`, parameters }, items };
}

describe('parts of a definition', () => {
  it('makes one partial item of the parts of a definition', async () => {
    const { items } = await readContent(
      batch(
        'ObjectField',
        [{ name: 'a', id: 1 }, { name: 'b', objectDefinitionExternalReferenceCode1: 'OTHER' }, { name: 'c' }],
        {
          externalReferenceCode: 'TICKET',
        },
      ),
    );
    expect(items).toMatchObject([
      {
        kind: 'objects/ObjectDefinition',
        name: 'TICKET',
        isPartial: true,
        partial: [{ at: '/objectFields', by: ['name'] }],
        spec: { objectFields: [{ name: 'a' }, { name: 'c' }] },
      },
      { name: 'OTHER', spec: { objectFields: [{ name: 'b' }] } },
    ]);
    const lost = await readContent(batch('ObjectField', [{ name: 'a' }]));
    expect(lost.items[0]!.problems).toMatchObject([{ code: 'ITEM_MALFORMED', line: 7 }]);
  });

  it.each([
    ['ObjectRelationship', 'objectRelationships', { objectDefinitionExternalReferenceCode1: 'TICKET' }],
    ['ObjectLayout', 'objectLayouts', { objectDefinitionExternalReferenceCode: 'TICKET' }],
    ['ObjectView', 'objectViews', { objectDefinitionExternalReferenceCode: 'TICKET' }],
  ])('of the class %s name their definition themselves', async (simpleName, list, member) => {
    const { items } = await readContent(
      batch(simpleName, [{ name: 'x', ...member }], { externalReferenceCode: 'OTHER' }),
    );
    expect(items).toMatchObject([
      { name: 'TICKET', isPartial: true, partial: [{ at: `/${list}` }], spec: { [list]: [{ name: 'x' }] } },
    ]);
  });
});
