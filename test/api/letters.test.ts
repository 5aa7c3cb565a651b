/** Names in any letters mean the same on every database, whatever its locale. */
import { makeErSchema } from '../support/fastDataResources.js';
import { createProject, createResources, namesOn } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('names with letters of any kind', () => {
  let server: ServerClient;
  let branchId: string;
  const names = ['Zebra', 'apple', 'École', 'étude', 'İzmir', 'straße', 'über'];
  beforeAll(async () => {
    server = await sharedServer();
    ({ branchId } = await createProject(server, 'letters'));
    const resources = names.map((name) => makeErSchema(name, {}));
    await createResources(server, branchId, resources);
  });

  it('are sorted by their bytes, without regard to the case of ASCII letters', async () => {
    expect(await namesOn(server, branchId)).toEqual(['apple', 'straße', 'Zebra', 'École', 'étude', 'über', 'İzmir']);
  });

  it.each(names)('are found again: a second %s is refused', async (name) => {
    const { createResource } = await server.operation('CreateResource', {
      input: { branchId, ...makeErSchema(name, {}) },
    });
    expect(createResource.problems).toMatchObject([{ code: 'NAME_TAKEN' }]);
  });

  it.each([
    ['zEB', ['Zebra']],
    ['École', ['École']],
    ['école', []],
    ['ß', ['straße']],
  ])('are searched without regard to the case of ASCII letters: %s', async (search, found) => {
    const { resources } = await server.operation('Resources', { branchId, filter: { search }, first: 10 });
    expect(resources!.edges.map(({ node }) => node.name)).toEqual(found);
  });
});
