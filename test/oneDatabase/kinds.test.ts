import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('kinds', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const kindsByName = async () =>
    new Map((await server.operation('Kinds')).kinds!.map((kind) => [kind.name, kind] as const));

  it('are those of Fast Data, each with a title, a pack and a JSON Schema', async () => {
    const kinds = await kindsByName();
    expect([...kinds.keys()].filter((name) => name.startsWith('fast-data/')).toSorted()).toEqual([
      'fast-data/CastFunction',
      'fast-data/CrudCollection',
      'fast-data/ErSchema',
      'fast-data/Projection',
      'fast-data/SingleView',
      'fast-data/SystemOfRecord',
    ]);
    expect(kinds.get('fast-data/ErSchema')).toMatchObject({ title: 'ER schema', pack: 'fast-data' });
    for (const { schema } of kinds.values()) expect(schema).toMatchObject({ type: 'object' });
  });

  it('state which may be references, and the capability that a project needs for that', async () => {
    const kinds = await kindsByName();
    expect(kinds.get('fast-data/Projection')).toMatchObject({
      isReferenceAllowed: true,
      requiredCapability: 'EVENT_DRIVEN',
    });
    expect(kinds.get('fast-data/ErSchema')).toMatchObject({ isReferenceAllowed: true, requiredCapability: null });
    expect(kinds.get('fast-data/CrudCollection')).toMatchObject({ isReferenceAllowed: false });
  });

  it('tell where references to others stand', async () => {
    const kinds = await kindsByName();
    expect(kinds.get('fast-data/ErSchema')?.references).toEqual([
      {
        at: '/config/{}',
        targetKinds: ['fast-data/Projection', 'fast-data/SingleView', 'fast-data/CrudCollection'],
        requirement: 'INCLUDED',
      },
      {
        at: '/config/*/outgoing/{}',
        targetKinds: ['fast-data/Projection', 'fast-data/SingleView', 'fast-data/CrudCollection'],
        requirement: 'INCLUDED',
      },
    ]);
  });
});
