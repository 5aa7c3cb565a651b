import { zipOf } from '../../../../support/zipOf.js';
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

const entryClass = 'com.liferay.headless.admin.list.type.dto.v1_0.ListTypeEntry';
const entries = (items: unknown[], parameters: object = {}): object => ({
  configuration: { className: entryClass, parameters },
  items,
});
const red = { externalReferenceCode: 'RED', key: 'red', name: 'Red' };
const picklistPart = {
  kind: 'objects/Picklist',
  name: 'COLOURS',
  isPartial: true,
  partial: [{ at: '/listTypeEntries', by: ['externalReferenceCode', 'key'] }],
  spec: { listTypeEntries: [red] },
};

describe('entries of a picklist of their own', () => {
  it.each(['listTypeDefinitionExternalReferenceCode', 'externalReferenceCode', 'batchExternalReferenceCode'])(
    'make one partial item of the picklist that the setting %s names',
    async (setting) => {
      const { items, problems } = await readContent(entries([red], { [setting]: 'COLOURS' }));
      expect(problems).toEqual([]);
      expect(items).toMatchObject([picklistPart]);
    },
  );

  it.each([
    ['JSONT', entries([{ ...red, listTypeDefinitionExternalReferenceCode: 'COLOURS' }])],
    ['JSON', [{ ...red, listTypeDefinitionExternalReferenceCode: 'COLOURS' }]],
    ['one item', { ...red, listTypeDefinitionExternalReferenceCode: 'COLOURS' }],
    [
      'JSON Lines',
      `${JSON.stringify({ ...red, 'x-class-name': entryClass, listTypeDefinitionExternalReferenceCode: 'COLOURS' })}\n`,
    ],
  ])('name it themselves (%s)', async (_, content) => {
    const { items } = await readContent(content);
    expect(items).toMatchObject([picklistPart]);
    expect(items[0]?.spec).toEqual({ listTypeEntries: [red] });
  });

  it('are entries in a file of which the upload says that it is of picklists', async () => {
    const kind = 'objects/Picklist';
    const { items } = await readContent([{ ...red, 'x-class-name': entryClass }], { kind, definitionErc: 'COLOURS' });
    expect(items).toMatchObject([picklistPart]);
  });

  it('say what they lack when nothing names their picklist', async () => {
    const { items } = await readContent(entries([red]));
    expect(items[0]?.problems).toMatchObject([{ code: 'ITEM_MALFORMED' }]);
    expect(items[0]?.problems[0]?.message).toContain('which picklist it belongs to');
  });

  it('are laid over their picklist where an archive holds both', async () => {
    const archive = await zipOf({
      '2.json': JSON.stringify(entries([red], { listTypeDefinitionExternalReferenceCode: 'COLOURS' })),
      '1.json': JSON.stringify([
        {
          externalReferenceCode: 'COLOURS',
          name: 'Colours',
          listTypeEntries: [{ key: 'red', name: 'Rot' }, { key: 'blue' }],
        },
      ]),
    });
    const { items } = await readContent(archive);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ name: 'COLOURS', isPartial: false });
    expect(items[0]?.spec['listTypeEntries']).toEqual([red, { key: 'blue' }]);
  });
});
