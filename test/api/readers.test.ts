/** Resources that are open to their readers alone. */
import { grantRole, makeAccount, makeAccounts, type Account } from '../support/accessScene.js';
import { mutate } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeSingleView } from '../support/fastDataResources.js';
import type { GraphqlClient } from '../support/graphqlClient.js';
import { createProject, createResources, exportFile, importFile, type ProjectScene } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const unknownId = '01a1fdbf-0000-7000-8000-000000000000';

describe('a resource with readers', () => {
  let server: ServerClient;
  let place: ProjectScene;
  let accounts: Awaited<ReturnType<typeof makeAccounts>>;
  /** An editor that is one of the readers. */
  let reader: Account;
  let readerId: string;
  let secretId: string;
  let viewId: string;
  beforeAll(async () => {
    server = await sharedServer();
    place = await createProject(server, 'own');
    const other = await createProject(server, 'other');
    accounts = await makeAccounts(server, { projectId: place.projectId, otherProjectId: other.projectId });
    reader = await makeAccount(server, 'reader');
    await grantRole(server, reader, { projectId: place.projectId, role: 'EDITOR' });
    readerId = (await reader.client.operation('Me')).me.id;
    const made = await createResources(server, place.branchId, [
      makeErSchema('er_secret', {}),
      makeSingleView('sv_open', { erSchema: 'er_secret' }),
    ]);
    secretId = made.get('er_secret')!.id;
    viewId = made.get('sv_open')!.id;
    await setReaders(secretId, [{ principalId: readerId }]);
  });

  const setReaders = async (resourceId: string, readers: object[] | null) => {
    const input = { resourceId, readers };
    const { problems } = await mutate(accounts.MANAGER.client, 'setResourceReaders', { input });
    return problems;
  };

  const namesSeenBy = async ({ client }: Account, branchId = place.branchId) => {
    const { resources } = await client.operation('Resources', { branchId, first: 100 });
    expect(resources!.totalCount).toBe(resources!.edges.length);
    return resources!.edges.map(({ node }) => node.name);
  };

  it('is in lists for its readers and for managers, and for nobody else', async () => {
    for (const account of [reader, accounts.MANAGER, accounts.SUPERUSER])
      expect(await namesSeenBy(account)).toEqual(['er_secret', 'sv_open']);
    for (const account of [accounts.VIEWER, accounts.EDITOR]) expect(await namesSeenBy(account)).toEqual(['sv_open']);
  });

  it('is for others what an unknown id is, to every operation that takes its id', async () => {
    const { branchId } = place;
    for (const client of [accounts.VIEWER.client, accounts.EDITOR.client]) {
      const answer = async (document: string, id: string) => {
        const { data, errors } = await client.query(document, { id, branchId });
        return JSON.stringify([data, errors]).replaceAll(id, '');
      };
      for (const document of [
        'query ($id: ID!) { resource(id: $id) { name } }',
        'mutation ($id: ID!) { renameResource(input: { id: $id, name: "x" }) { problems { code message path } } }',
        'mutation ($id: ID!) { updateResource(input: { id: $id, spec: {} }) { problems { code message path } } }',
        'mutation ($id: ID!) { deleteResource(input: { id: $id }) { problems { code message path } } }',
        'mutation ($id: ID!) { detachReference(input: { id: $id }) { problems { code message path } } }',
        'mutation ($id: ID!) { restoreRevision(input: { id: $id, revision: 1 }) { problems { code message path } } }',
        'mutation ($id: ID!) { setResourceReaders(input: { resourceId: $id, readers: null }) { problems { code message path } } }',
        `query ($id: ID!, $branchId: ID!) { dependencyGraph(branchId: $branchId, rootIds: [$id], direction: DEPENDENCIES) {
           nodes { name } } }`,
      ])
        expect(await answer(document, secretId)).toBe(await answer(document, unknownId));
    }
  });

  it('is left out of what others are shown of dependencies, dependents, graphs and previews', async () => {
    const { branchId } = place;
    const document = `query ($id: ID!, $branchId: ID!) {
      resource(id: $id) { dependencies { nodes { target { name } } } }
      dependencyGraph(branchId: $branchId, rootIds: [$id], direction: DEPENDENCIES) { nodes { id name } }
      exportPreview(input: { selection: { branchId: $branchId, resourceIds: [$id] } }) { items { nodes { resource { name } } } }
    }`;
    const asked = async ({ client }: Account) =>
      JSON.stringify((await client.query(document, { id: viewId, branchId })).data);
    expect(await asked(reader)).toContain('"target":{"name":"er_secret"}');
    const seen = await asked(accounts.VIEWER);
    expect(seen).toContain('sv_open');
    expect(seen).not.toContain('"name":"er_secret"');
    expect(seen).not.toContain(secretId);
  });

  it('does not tell others of its dependents, nor its dependents of it', async () => {
    const { branchId } = place;
    const made = await createResources(server, branchId, [
      makeErSchema('er_open', {}),
      makeSingleView('sv_secret', { erSchema: 'er_open' }),
    ]);
    const [open, secret] = [made.get('er_open')!.id, made.get('sv_secret')!.id];
    await setReaders(secret, []);
    const document = `query ($id: ID!) { resource(id: $id) { dependents { totalCount nodes { source { name } } } } }`;
    const asked = async ({ client }: Account) => JSON.stringify(await client.query(document, { id: open }));
    expect(await asked(accounts.MANAGER)).toContain('sv_secret');
    expect(await asked(accounts.EDITOR)).toContain('"totalCount":0,"nodes":[]');
    const { deleteResource } = await accounts.EDITOR.client.operation('DeleteResource', { input: { id: open } });
    expect(deleteResource.problems).toHaveLength(1);
    expect(JSON.stringify(deleteResource)).not.toContain('sv_secret');
    await setReaders(secret, null);
    await mutate(server, 'deleteResource', { input: { id: secret } });
    await mutate(server, 'deleteResource', { input: { id: open } });
  });

  const previewOf = async (client: GraphqlClient) => {
    const { data } = await client.query(
      `query ($input: StartExportInput!) { exportPreview(input: $input) {
        items { nodes { resource { name } } } requirements { targetName } } }`,
      { input: { selection: { branchId: place.branchId, resourceIds: [viewId] } } },
    );
    const { exportPreview } = data as {
      exportPreview: { items: { nodes: { resource: { name: string } }[] }; requirements: { targetName: string }[] };
    };
    return {
      items: exportPreview.items.nodes.map(({ resource }) => resource.name).sort(),
      requirements: exportPreview.requirements.map(({ targetName }) => targetName),
    };
  };

  const fileOf = async (account: Account) => {
    const input = { selection: { branchId: place.branchId, resourceIds: [viewId] } };
    const { startExport } = await account.client.operation('StartExport', { input });
    const { id } = await server.waitForTask(startExport.task!.id);
    const { task } = await account.client.operation('Task', { id });
    const bundle = (await (await fetch(task!.files[0]!.url!)).json()) as {
      resources: { name: string }[];
      requirements: unknown[];
    };
    return { items: bundle.resources.map(({ name }) => name).sort(), requirements: bundle.requirements };
  };

  it('becomes a requirement of what others export, in the preview and in the file', async () => {
    for (const [account, name] of [
      [accounts.VIEWER, 'a resource that you may not see'],
      [accounts.EDITOR, 'a resource that you may not see'],
      [accounts.MANAGER, 'er_secret'],
      [accounts.SUPERUSER, 'er_secret'],
    ] as const) {
      expect(await previewOf(account.client)).toEqual({ items: ['sv_open'], requirements: [name] });
      const { items, requirements } = await fileOf(account);
      expect(items).toEqual(['sv_open']);
      expect(requirements).toMatchObject([{ name }]);
    }
    expect(await previewOf(reader.client)).toEqual({ items: ['er_secret', 'sv_open'], requirements: [] });
    expect(await fileOf(reader)).toEqual({ items: ['er_secret', 'sv_open'], requirements: [] });
  });

  it('cannot be exported by its id without being a reader; its name is shown only to those who may see it', async () => {
    const input = { selection: { branchId: place.branchId, resourceIds: [secretId] } };
    for (const [account, isNamed] of [
      [accounts.VIEWER, false],
      [accounts.EDITOR, false],
      [accounts.MANAGER, true],
      [accounts.SUPERUSER, true],
    ] as const) {
      const { startExport } = await account.client.operation('StartExport', { input });
      expect(startExport).toMatchObject({ task: null, problems: [{ code: 'FORBIDDEN' }] });
      expect(JSON.stringify(startExport).includes('er_secret')).toBe(isNamed);
      const { exportPreview } = await account.client.operation('ExportPreview', { input });
      expect(exportPreview).toMatchObject({ items: { totalCount: 0, nodes: [] }, problems: [{ code: 'FORBIDDEN' }] });
      expect(JSON.stringify(exportPreview).includes('er_secret')).toBe(isNamed);
    }
    expect((await reader.client.operation('StartExport', { input })).startExport.problems).toEqual([]);
  });

  it('may be read through a group', async () => {
    const { principal: group } = await mutate<{ principal: { id: string } }>(server, 'createGroup', {
      input: { name: 'auditors' },
      result: 'principal { id }',
    });
    const { me } = await accounts.VIEWER.client.operation('Me');
    await mutate(server, 'setGroupMember', { input: { groupId: group.id, principalId: me.id, isMember: true } });
    await setReaders(secretId, [{ principalId: readerId }, { principalId: group.id }]);
    expect(await namesSeenBy(accounts.VIEWER)).toEqual(['er_secret', 'sv_open']);
    expect((await previewOf(accounts.VIEWER.client)).items).toEqual(['er_secret', 'sv_open']);
    await setReaders(secretId, [{ principalId: readerId }]);
    expect(await namesSeenBy(accounts.VIEWER)).toEqual(['sv_open']);
  });

  it('has no unknown readers', async () => {
    expect(await setReaders(secretId, [{ principalId: readerId }, { principalId: unknownId }])).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'readers', '1', 'principalId'] },
    ]);
    expect(await namesSeenBy(reader)).toEqual(['er_secret', 'sv_open']);
  });

  it('is as restricted in a branch that starts with it', async () => {
    const input = { projectId: place.projectId, name: 'copy', fromBranchId: place.branchId };
    const { createBranch } = await server.operation('CreateBranch', { input });
    const copyId = createBranch.branch!.id;
    expect(await namesSeenBy(accounts.EDITOR, copyId)).toEqual(['sv_open']);
    expect(await namesSeenBy(reader, copyId)).toEqual(['er_secret', 'sv_open']);
  });

  it('is restored with its restrictions by the undo of an undo', async () => {
    const { branchId } = place;
    const made = await importFile(server, await bundleText([makeErSchema('er_new', {})]), { branchId });
    const { resources } = await server.operation('Resources', { branchId, filter: { search: 'er_new' } });
    await setReaders(resources!.edges[0]!.node.id, []);
    const undo = async (taskId: string) => {
      const { undoImport } = await server.operation('UndoImport', { input: { taskId, force: true } });
      return server.waitForTask(undoImport.task!.id);
    };
    const undone = await undo(made.id);
    expect(undone.status).toBe('COMPLETED');
    expect((await undo(undone.id)).status).toBe('COMPLETED');
    expect(await namesSeenBy(accounts.MANAGER)).toEqual(['er_new', 'er_secret', 'sv_open']);
    expect(await namesSeenBy(accounts.EDITOR)).toEqual(['sv_open']);
    const whole = await exportFile(server, { selection: { branchId, all: true } });
    expect(whole.text).not.toContain('"name":"er_new"');
  });
});
