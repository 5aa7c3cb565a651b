import { createProject, createResources } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const text = { businessType: 'Text', DBType: 'String' };
const berth = {
  kind: 'objects/ObjectDefinition',
  name: 'BERTH',
  spec: {
    externalReferenceCode: 'BERTH',
    name: 'Berth',
    objectFields: [
      { ...text, name: 'number' },
      {
        name: 'r_owner_userId',
        businessType: 'Relationship',
        objectDefinitionExternalReferenceCode1: 'L_USER',
      },
    ],
    objectRelationships: [
      {
        name: 'neighbours',
        type: 'oneToMany',
        objectDefinitionExternalReferenceCode1: 'BERTH',
        objectDefinitionExternalReferenceCode2: 'BERTH',
      },
    ],
    objectViews: [{ objectDefinitionExternalReferenceCode: 'BERTH', objectViewColumns: [] }],
    objectActions: [{ name: 'a', objectActionExecutorKey: 'function#f', objectActionTriggerKey: 'onAfterAdd' }],
  },
};
const entry = {
  kind: 'objects/ObjectEntry',
  name: 'Berth/B1',
  parent: 'BERTH',
  externalReferenceCode: 'B1',
  spec: { externalReferenceCode: 'B1', number: '1', r_neighbours_c_berthERC: 'B0' },
};

describe('resources of objects', () => {
  let server: ServerClient;
  let branchId: string;
  let ids: Map<string, string>;
  beforeAll(async () => {
    server = await sharedServer();
    ({ branchId } = await createProject(server, 'harbour'));
    const made = await createResources(server, branchId, [berth, entry]);
    ids = new Map([...made].map(([name, { id }]) => [name, id]));
  });

  it('tell what is external apart from what is missing', async () => {
    const document = `query ($id: ID!) { resource(id: $id) {
      dependencies { nodes { targetName isResolved isExternal requirement } } } }`;
    const { data } = await server.query(document, { id: ids.get('BERTH') });
    const { resource } = data as { resource: { dependencies: { nodes: { targetName: string }[] } } };
    const external = { isResolved: false, isExternal: true, requirement: 'ADVISED' };
    expect(resource.dependencies.nodes.filter(({ targetName }) => !['BERTH', 'Berth/B1'].includes(targetName))).toEqual(
      [
        { ...external, targetName: 'L_USER' },
        { ...external, targetName: 'function#f' },
      ],
    );
  });

  it('are previewed with external things as such, and only those unresolved that are missing', async () => {
    const document = `query ($input: StartExportInput!) { exportPreview(input: $input) {
      requirements { targetName isExternal isPresent } unresolved { targetName } } }`;
    const { data } = await server.query(document, { input: { selection: { branchId, all: true } } });
    expect(data).toEqual({
      exportPreview: {
        requirements: [
          { targetName: 'Berth/B0', isExternal: false, isPresent: false },
          { targetName: 'L_USER', isExternal: true, isPresent: false },
          { targetName: 'function#f', isExternal: true, isPresent: false },
        ],
        unresolved: [{ targetName: 'Berth/B0' }],
      },
    });
  });

  it('follow the rename of an external reference code in every place that repeats it', async () => {
    const input = { id: ids.get('BERTH')!, name: 'QUAY' };
    expect((await server.operation('RenameResource', { input })).renameResource.problems).toEqual([]);
    const { resource } = await server.operation('Resource', { id: ids.get('BERTH')! });
    expect(JSON.stringify(resource?.spec)).not.toContain('BERTH');
    expect(resource?.spec).toMatchObject({ externalReferenceCode: 'QUAY', name: 'Berth' });
  });

  it('are called what their spec says, whatever title is given, also after a rename', async () => {
    const input = {
      branchId,
      kind: 'objects/WorkflowDefinition',
      name: 'Mooring',
      title: 'Other',
      spec: { name: 'Mooring' },
    };
    const { createResource } = await server.operation('CreateResource', { input });
    expect(createResource.resource).toMatchObject({ title: 'Mooring' });
    const { id } = createResource.resource!;
    await server.operation('RenameResource', { input: { id, name: 'Anchoring' } });
    const { resource } = await server.operation('Resource', { id });
    expect(resource).toMatchObject({ name: 'Anchoring', title: 'Anchoring', spec: { name: 'Anchoring' } });
  });

  it('say their external reference code, also when it was left out', async () => {
    const input = { branchId, kind: 'objects/Picklist', name: 'FLAGS', spec: { name: 'Flags' } };
    const { createResource } = await server.operation('CreateResource', { input });
    expect(createResource.resource?.spec).toEqual({ name: 'Flags', externalReferenceCode: 'FLAGS' });
  });

  it('are refused with the allowed values, and with the name that was meant', async () => {
    const input = {
      branchId,
      kind: berth.kind,
      name: 'WRONG',
      spec: { name: 'Wrong', scope: 'world', objectFeilds: [] },
    };
    const { createResource } = await server.operation('CreateResource', { input });
    expect(createResource.problems.map(({ message }) => message).toSorted()).toEqual([
      'The spec has a member "objectFeilds" that is not known; it is kept as it is.',
      'scope must be one of company, site, depot, but is "world".',
    ]);
  });
});
