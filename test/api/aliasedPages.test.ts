/** Loaders read for many at once: a field that is asked for twice, with another page each, gives each its own page. */
import { castFunction } from '../support/fastDataRecords.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { sharedServer } from '../support/sharedServer.js';
import type { ServerClient } from '../support/serverClient.js';

describe('a list under several aliases', () => {
  let server: ServerClient;
  let place: Place;
  let resourceId: string;
  beforeAll(async () => {
    server = await sharedServer();
    const flow = new ImportFlow(server);
    place = await flow.makeProject();
    await flow.create(place, castFunction('paged'));
    const { resources } = await server.operation('Resources', { branchId: place.branchId });
    resourceId = resources!.edges[0]!.node.id;
    for (const name of ['second', 'third', 'fourth'])
      await server.query(
        'mutation ($input: RenameResourceInput!) { renameResource(input: $input) { problems { message } } }',
        {
          input: { id: resourceId, name },
        },
      );
  });

  it.each(['history', 'dependencies', 'dependents', 'children'])('of %s has the page of each', async (field) => {
    const page = 'totalCount edges { cursor } pageInfo { hasNextPage endCursor }';
    const ask = async (fields: string) => {
      const { data, errors } = await server.query(`query ($id: ID!) { resource(id: $id) { ${fields} } }`, {
        id: resourceId,
      });
      expect(errors).toBeUndefined();
      return (data as { resource: Record<string, { edges: unknown[] }> }).resource;
    };
    const both = await ask(
      `one: ${field}(first: 1) { ${page} } many: ${field}(first: 3) { ${page} } none: ${field}(first: 0) { ${page} }`,
    );
    for (const [alias, first] of Object.entries({ one: 1, many: 3, none: 0 })) {
      const alone = await ask(`${alias}: ${field}(first: ${first}) { ${page} }`);
      expect(both[alias]).toEqual(alone[alias]);
    }
    if (field === 'history') expect([both['one']?.edges.length, both['many']?.edges.length]).toEqual([1, 3]);
  });
});
