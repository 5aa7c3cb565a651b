import { actionsOf, codesOf, ImportFlow, itemsByName, type Place } from '../support/importFlow.js';
import { exportFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { zipOf } from '../support/zipOf.js';
import type { JsonObject } from '../../src/shared/json.js';

const batch = (className: string, items: object[], parameters: object = {}) =>
  JSON.stringify({
    configuration: { className: `com.liferay.${className}`, parameters: { createStrategy: 'UPSERT', ...parameters } },
    items,
  });
const definitionClass = 'object.admin.rest.dto.v1_0.ObjectDefinition';
const picklistClass = 'headless.admin.list.type.dto.v1_0.ListTypeDefinition';
const entryClass = 'headless.admin.list.type.dto.v1_0.ListTypeEntry';
const folderClass = 'object.admin.rest.dto.v1_0.ObjectFolder';

const definition = (erc: string, more: object = {}) => ({
  externalReferenceCode: erc,
  name: `${erc.charAt(0)}${erc.slice(1).toLowerCase()}`,
  scope: 'company',
  objectFields: [{ name: 'title', businessType: 'Text', DBType: 'String' }],
  ...more,
});
const folder = (...objectFolderItems: object[]) => ({
  externalReferenceCode: 'STORE',
  name: 'Store',
  objectFolderItems,
});

/** Files as screens save them and people write them, which leave out what the product derives. */
describe('objects as they are written', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const specsOn = async (place: Place): Promise<Record<string, JsonObject>> =>
    Object.fromEntries((await flow.resources(place)).map(({ name, spec }) => [name, spec]));

  it('give a field its business type from its type in the database', async () => {
    const place = await flow.makeProject();
    const objectFields = ['Blob', 'Clob', 'Long'].map((DBType) => ({ name: `f${DBType}`, DBType }));
    await flow.import(batch(definitionClass, [definition('DUMP', { objectFields })]), place);
    expect((await specsOn(place))['DUMP']?.['objectFields']).toMatchObject([
      { businessType: 'LargeFile' },
      { businessType: 'LongText' },
      { businessType: 'LongInteger' },
    ]);
    const more = { name: 'isOn', type: 'Boolean' };
    const parameters = { externalReferenceCode: 'DUMP' };
    await flow.import(batch('object.admin.rest.dto.v1_0.ObjectField', [more], parameters), place);
    expect((await specsOn(place))['DUMP']?.['objectFields']).toMatchObject([{}, {}, {}, { businessType: 'Boolean' }]);
  });

  it.each([
    ['an object', { '#child-nodes': [{ '#tag-name': 'name', '#value': 'Two eyes' }], '#tag-name': 'workflow' }],
    ['a text', '<workflow-definition/>'],
  ])('keep the content of a workflow as %s, as it came', async (_, content) => {
    const place = await flow.makeProject();
    const workflow = { name: 'Two eyes', content, nodes: [], transitions: [], version: '1' };
    const file = batch('headless.admin.workflow.dto.v1_0.WorkflowDefinition', [workflow]);
    await flow.import(file, place);
    expect((await specsOn(place))['Two eyes']?.['content']).toEqual(content);
    const { text } = await exportFile(server, { selection: { branchId: place.branchId, all: true }, format: 'JSONT' });
    expect((JSON.parse(text) as { items: unknown[] }).items).toMatchObject([{ content }]);
    expect((await flow.stage(text, place)).counts).toMatchObject({ total: 1, unchanged: 1 });
  });

  it('bring the definitions that a folder holds, in the folder', async () => {
    const place = await flow.makeProject();
    const held = { linkedObjectDefinition: false, objectDefinition: definition('SHELF'), positionX: 10 };
    const plan = await flow.stage(JSON.stringify(folder(held)), place);
    expect(actionsOf(plan)).toEqual({ STORE: 'CREATE', SHELF: 'CREATE' });
    expect(plan.items.edges.flatMap(({ node }) => node.problems)).toEqual([]);
    await flow.execute(plan.id);
    expect(await specsOn(place)).toMatchObject({
      STORE: { objectFolderItems: [{ objectDefinitionExternalReferenceCode: 'SHELF', positionX: 10 }] },
      SHELF: { name: 'Shelf', objectFolderExternalReferenceCode: 'STORE' },
    });
    const again = await flow.stage(batch(folderClass, [folder(held)]), place);
    expect(again.counts).toMatchObject({ total: 2, unchanged: 2 });
  });

  it('bring the picklists that fields hold', async () => {
    const place = await flow.makeProject();
    const colours = { externalReferenceCode: 'COLOURS', name: 'Colours', listTypeEntries: [{ key: 'red' }] };
    const objectFields = ['one', 'two'].map((name) => ({
      name,
      businessType: 'Picklist',
      listTypeDefinition: colours,
    }));
    const plan = await flow.stage(batch(definitionClass, [definition('PAINT', { objectFields })]), place);
    expect(actionsOf(plan)).toEqual({ PAINT: 'CREATE', COLOURS: 'CREATE' });
    await flow.execute(plan.id);
    expect((await specsOn(place))['PAINT']?.['objectFields']).toEqual(
      ['one', 'two'].map((name) => ({
        name,
        businessType: 'Picklist',
        listTypeDefinitionExternalReferenceCode: 'COLOURS',
      })),
    );
  });

  it('warn of a definition that a folder or a template only names, with a code that says so', async () => {
    const place = await flow.makeProject();
    const template = { externalReferenceCode: 'T', name: 'T', objectDefinitionExternalReferenceCode: 'NOWHERE' };
    const files = {
      'folder.json': batch(folderClass, [folder({ objectDefinitionExternalReferenceCode: 'NOWHERE' })]),
      'template.json': batch('notification.rest.dto.v1_0.NotificationTemplate', [template]),
    };
    const plan = await flow.stage(await zipOf(files), place, { fileName: 'a.zip', mediaType: 'application/zip' });
    for (const name of ['STORE', 'T']) {
      const { problems } = itemsByName(plan)[name]!;
      expect(codesOf(problems)).toEqual(['UNRESOLVED_REFERENCE']);
      expect(problems[0]?.message).toContain('has an object definition of that name');
    }
  });

  it('lay entries of their own over their picklist, and take nothing from it', async () => {
    const place = await flow.makeProject();
    const blue = { externalReferenceCode: 'BLUE', key: 'blue', name: 'Blue' };
    const picklist = { externalReferenceCode: 'COLOURS', name: 'Colours', listTypeEntries: [blue] };
    await flow.import(batch(picklistClass, [picklist]), place);
    const red = { externalReferenceCode: 'RED', key: 'red', name: 'Red' };
    const named = { listTypeDefinitionExternalReferenceCode: 'COLOURS' };
    const file = batch(entryClass, [red, { ...blue, name: 'Deep blue' }], named);
    const plan = await flow.stage(file, place);
    expect(actionsOf(plan)).toEqual({ COLOURS: 'UPDATE' });
    await flow.execute(plan.id);
    expect((await specsOn(place))['COLOURS']?.['listTypeEntries']).toEqual([{ ...blue, name: 'Deep blue' }, red]);
    expect(actionsOf(await flow.stage(file, place))).toEqual({ COLOURS: 'UNCHANGED' });
    const elsewhere = await flow.stage(file, await flow.makeProject());
    expect(itemsByName(elsewhere)['COLOURS']?.problems).toMatchObject([
      { code: 'DEPENDENCY_MISSING', message: expect.stringContaining('only a part of the picklist') as string },
    ]);
  });

  it('change only the entries of a picklist that the file holds, where that is the strategy', async () => {
    const place = await flow.makeProject();
    const of = (...listTypeEntries: object[]) => [{ externalReferenceCode: 'SIZES', name: 'Sizes', listTypeEntries }];
    await flow.import(batch(picklistClass, of({ key: 's', name: 'Small' }, { key: 'l', name: 'Large' })), place);
    const patch = batch(picklistClass, of({ key: 'l', type: 'x' }, { key: 'm' }), { updateStrategy: 'PARTIAL_UPDATE' });
    await flow.import(patch, place);
    expect((await specsOn(place))['SIZES']?.['listTypeEntries']).toEqual([
      { key: 's', name: 'Small' },
      { key: 'l', name: 'Large', type: 'x' },
      { key: 'm' },
    ]);
  });

  it('name one definition without a code as the upload does, or say what it lacks', async () => {
    const place = await flow.makeProject();
    const file = JSON.stringify({ ...definition('TOOL'), externalReferenceCode: undefined });
    const kind = 'objects/ObjectDefinition';
    const lacking = await flow.stage(file, place, { options: { kind } });
    expect(lacking.items.edges.map(({ node }) => codesOf(node.problems))).toEqual([['ITEM_MALFORMED']]);
    await flow.import(file, place, { options: { kind, name: 'TOOL' } });
    expect(await specsOn(place)).toMatchObject({ TOOL: { externalReferenceCode: 'TOOL', name: 'Tool' } });
  });

  it('find the parent of an entry by a relationship that only the parent states, in the file or on the branch', async () => {
    const relation = {
      name: 'tickets',
      type: 'oneToMany',
      objectDefinitionExternalReferenceCode1: 'DESK',
      objectDefinitionExternalReferenceCode2: 'TICKET',
    };
    const definitions = batch(definitionClass, [
      definition('DESK', { objectRelationships: [relation] }),
      definition('TICKET'),
    ]);
    const entries = (name: string, items: object[]) =>
      batch('object.rest.dto.v1_0.ObjectEntry', items, { taskItemDelegateName: `C_${name}` });
    const desks = entries('Desk', [{ externalReferenceCode: 'north' }]);
    const tickets = entries('Ticket', [
      { externalReferenceCode: 't1', tickets: { externalReferenceCode: 'north' } },
      { externalReferenceCode: 't2', ticketsERC: 'north' },
    ]);
    const onBranch = await flow.makeProject();
    for (const file of [definitions, desks, tickets]) await flow.import(file, onBranch);
    const together = await flow.makeProject();
    const archive = await zipOf({ 'a.json': tickets, 'b.json': desks, 'c.json': definitions });
    await flow.import(archive, together, { fileName: 'a.zip', mediaType: 'application/zip' });
    for (const place of [onBranch, together]) {
      const specs = await specsOn(place);
      for (const name of ['t1', 't2']) {
        expect(specs[`Ticket/${name}`]).toEqual({ externalReferenceCode: name, r_tickets_c_deskERC: 'north' });
      }
    }
  });
});
