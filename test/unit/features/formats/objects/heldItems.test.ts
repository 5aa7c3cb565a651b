import { unfoldRecord } from '../../../../../src/features/formats/objects/heldItems.js';
import { objectsKinds } from '../../../../../src/features/formats/objects/objectsClasses.js';
import { zipOf } from '../../../../support/zipOf.js';
import { readContent } from '../writtenFile.js';

const adminPackage = 'com.liferay.object.admin.rest.dto.v1_0';
const batch = (className: string, items: unknown[], parameters: object = {}): object => ({
  configuration: { className: `${adminPackage}.${className}`, parameters },
  items,
});
const tool = { externalReferenceCode: 'TOOL', name: 'Tool', scope: 'company', objectFields: [] };
const shelf = { externalReferenceCode: 'SHELF', name: 'Shelf', scope: 'company', objectFields: [] };
const folderOf = (name: string, ...definitions: object[]) => ({
  externalReferenceCode: name,
  name,
  objectFolderItems: definitions.map((objectDefinition, place) => ({ objectDefinition, positionX: place })),
});
const inFolder = (definition: object, folder: string) => ({
  ...definition,
  objectFolderExternalReferenceCode: folder,
});

describe('an item that holds others', () => {
  it('gives a folder, and the definitions inside of it', async () => {
    const { items } = await readContent(folderOf('STORE', tool, shelf));
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      [objectsKinds.folder, 'STORE'],
      [objectsKinds.definition, 'TOOL'],
      [objectsKinds.definition, 'SHELF'],
    ]);
    expect(items[0]?.spec['objectFolderItems']).toEqual([
      { objectDefinitionExternalReferenceCode: 'TOOL', positionX: 0 },
      { objectDefinitionExternalReferenceCode: 'SHELF', positionX: 1 },
    ]);
    expect(items[1]?.spec).toEqual(inFolder(tool, 'STORE'));
    expect(items.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('reads them in a batch file as its settings say, and counts the records of the file alone', async () => {
    const { items, problems, events } = await readContent({
      totalCount: 2,
      ...batch('ObjectFolder', [folderOf('STORE', tool)], { createStrategy: 'UPSERT' }),
    });
    expect(items).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'COUNT_MISMATCH' }]);
    const stated = events.flatMap((event) => (event.type === 'settings' ? [event.settings] : []));
    expect(stated).toMatchObject([
      { kind: objectsKinds.folder, createStrategy: 'UPSERT' },
      { kind: objectsKinds.definition, createStrategy: 'UPSERT' },
    ]);
  });

  it.each([
    ['JSON', JSON.stringify([folderOf('A', tool), folderOf('B', shelf)], null, 1)],
    ['JSON Lines', [folderOf('A', tool), folderOf('B', shelf)].map((one) => JSON.stringify(one)).join('\n')],
  ])('gives them of each folder of a list (%s)', async (_, content) => {
    const { items } = await readContent(content);
    expect(items.map(({ name }) => name)).toEqual(['A', 'TOOL', 'B', 'SHELF']);
  });

  it('gives one item for what stands in the file several times, and two for two that differ', async () => {
    const folder = 'STORE';
    const other = {
      ...folderOf('OTHER'),
      objectFolderItems: [{ linkedObjectDefinition: true, objectDefinition: inFolder(tool, folder) }],
    };
    const same = await readContent(JSON.stringify([folderOf(folder, tool), other]));
    expect(same.items.map(({ name }) => name)).toEqual(['STORE', 'TOOL', 'OTHER']);
    const differing = await readContent(JSON.stringify([folderOf(folder, tool), folderOf('OTHER', tool)]));
    expect(differing.items.map(({ name }) => name)).toEqual(['STORE', 'TOOL', 'OTHER', 'TOOL']);
    const archive = await zipOf({
      'folder.json': JSON.stringify(folderOf(folder, tool)),
      'tool.json': JSON.stringify(batch('ObjectDefinition', [inFolder(tool, folder)])),
      'field.json': JSON.stringify(batch('ObjectField', [{ name: 'size' }], { externalReferenceCode: 'TOOL' })),
    });
    const packed = await readContent(archive);
    expect(packed.items.map(({ name }) => name)).toEqual(['STORE', 'TOOL']);
    expect(packed.items[1]?.spec['objectFields']).toEqual([{ name: 'size' }]);
  });

  it('gives picklists of fields, definitions of relationships, and what these hold', () => {
    const colours = { externalReferenceCode: 'COLOURS', name: 'Colours', listTypeEntries: [{ key: 'red' }] };
    const outer = {
      ...tool,
      objectFields: [
        { name: 'a', businessType: 'Picklist', listTypeDefinition: colours },
        { name: 'b', businessType: 'Text' },
      ],
      objectRelationships: [
        {
          name: 'parts',
          type: 'oneToMany',
          objectDefinition2: { ...shelf, objectFields: [{ name: 'c', listTypeDefinition: colours }] },
        },
      ],
      objectActions: [
        {
          name: 'tell',
          parameters: { notificationTemplate: { externalReferenceCode: 'TELL', name: 'Tell', subject: {} } },
        },
      ],
      workflowDefinitionLinks: [{ workflowDefinition: { name: 'Two eyes', content: '<x/>' } }],
    };
    const [own, ...held] = unfoldRecord(outer, objectsKinds.definition, () => undefined);
    expect(own?.record).toEqual({
      ...tool,
      objectFields: [
        { name: 'a', businessType: 'Picklist', listTypeDefinitionExternalReferenceCode: 'COLOURS' },
        { name: 'b', businessType: 'Text' },
      ],
      objectRelationships: [{ name: 'parts', type: 'oneToMany', objectDefinitionExternalReferenceCode2: 'SHELF' }],
      objectActions: [{ name: 'tell', parameters: { notificationTemplateExternalReferenceCode: 'TELL' } }],
      workflowDefinitionLinks: [{ workflowDefinitionName: 'Two eyes' }],
    });
    expect(held.map(({ kind, path }) => [kind, path.join('/')])).toEqual([
      [objectsKinds.picklist, 'objectFields/0/listTypeDefinition'],
      [objectsKinds.definition, 'objectRelationships/0/objectDefinition2'],
      [objectsKinds.notificationTemplate, 'objectActions/0/parameters/notificationTemplate'],
      [objectsKinds.workflowDefinition, 'workflowDefinitionLinks/0/workflowDefinition'],
      [objectsKinds.picklist, 'objectRelationships/0/objectDefinition2/objectFields/0/listTypeDefinition'],
    ]);
  });

  it('treats a bare code as a name, and leaves everything else that it cannot read in place', () => {
    const left: object[] = [];
    const unfold = (field: object) =>
      unfoldRecord({ ...tool, objectFields: [field as never] }, objectsKinds.definition, (loss) => left.push(loss)).map(
        ({ record }) => record,
      );
    expect(unfold({ listTypeDefinition: { id: 4, externalReferenceCode: 'COLOURS' } })).toEqual([
      { ...tool, objectFields: [{ listTypeDefinitionExternalReferenceCode: 'COLOURS' }] },
    ]);
    expect(left).toEqual([{ cause: 'ID', path: ['objectFields', '0', 'listTypeDefinition', 'id'], value: 4 }]);
    const contradiction = {
      listTypeDefinition: { externalReferenceCode: 'COLOURS' },
      listTypeDefinitionExternalReferenceCode: 'SIZES',
    };
    expect(unfold(contradiction)).toEqual([{ ...tool, objectFields: [contradiction] }]);
    const text = { listTypeDefinition: 'COLOURS' };
    expect(unfold(text)).toEqual([{ ...tool, objectFields: [text] }]);
    const named = { listTypeDefinition: { externalReferenceCode: 'COLOURS', name: 'Colours' } };
    expect(unfold(named)).toEqual([{ ...tool, objectFields: [named] }]);
  });

  it('names one without a code by the code beside it, and reports the place of one without any', async () => {
    const nameless = { ...tool, externalReferenceCode: undefined };
    const { items } = await readContent({
      ...folderOf('STORE'),
      objectFolderItems: [
        { objectDefinition: nameless, objectDefinitionExternalReferenceCode: 'TOOL' },
        { objectDefinition: nameless },
      ],
    });
    expect(items.map(({ name }) => name)).toEqual(['STORE', 'TOOL', '#1/objectFolderItems/1/objectDefinition']);
    expect(items[2]?.problems).toMatchObject([{ code: 'ITEM_MALFORMED', path: ['externalReferenceCode'] }]);
    expect(items[2]?.problems[0]?.message).toContain('/objectFolderItems/1/objectDefinition in record 1 of the file');
  });

  it('is a part too: a field alone brings its picklist', async () => {
    const field = {
      name: 'colour',
      DBType: 'String',
      listTypeDefinition: { externalReferenceCode: 'COLOURS', name: 'Colours', listTypeEntries: [] },
    };
    const { items } = await readContent(batch('ObjectField', [field], { externalReferenceCode: 'TOOL' }));
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      [objectsKinds.picklist, 'COLOURS'],
      [objectsKinds.definition, 'TOOL'],
    ]);
    expect(items[1]?.spec['objectFields']).toEqual([
      {
        name: 'colour',
        DBType: 'String',
        businessType: 'Picklist',
        listTypeDefinitionExternalReferenceCode: 'COLOURS',
      },
    ]);
  });
});
