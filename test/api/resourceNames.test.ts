import type { JsonObject } from '../../src/shared/json.js';
import { makeCrudCollection, makeErSchema } from '../support/fastDataResources.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

describe('names and keys that are made to harm', () => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    branchId = (await createProject(server, 'names')).branchId;
  });

  const create = async (input: Omit<InputOf<'CreateResource'>, 'branchId'> & { branchId?: string }) =>
    (await server.operation('CreateResource', { input: { branchId, ...input } })).createResource;
  const createNamed = (name: string) => create(makeErSchema(name, {}));

  it('has 80 characters at most, as a person counts them', async () => {
    expect((await createNamed('n'.repeat(80))).problems).toEqual([]);
    expect((await createNamed('n'.repeat(81))).problems).toMatchObject([{ code: 'NAME_INVALID' }]);
    expect((await createNamed('😀'.repeat(80))).problems).toEqual([]);
    expect((await createNamed('😀'.repeat(81))).problems).toMatchObject([{ code: 'NAME_INVALID' }]);
  });

  it.each([
    ['nothing', ''],
    ['a line break', 'a\nb'],
    ['a NUL', 'a\u0000b'],
    ['a zero-width space', 'a\u200bb'],
    ['a change of direction', 'a\u202eb'],
    ['half a character', 'a\ud800b'],
    ['a blank at the end', 'orders '],
    ['an accent of its own', 'e\u0301'],
  ])('is refused with %s in it', async (_what, name) => {
    const { resource, problems } = await createNamed(name);
    expect(resource).toBeNull();
    expect(problems).toMatchObject([{ code: 'NAME_INVALID', path: ['input', 'name'] }]);
  });

  it('is refused when it mixes alphabets to look like another', async () => {
    const { problems } = await createNamed('оrders');
    expect(problems).toMatchObject([{ code: 'NAME_LOOKALIKE', path: ['input', 'name'] }]);
  });

  it.each(['constructor', '__proto__', 'prototype'])(
    'is refused when it is %s, which no spec may hold as a key',
    async (name) => {
      const { resource, problems } = await create(makeCrudCollection(name));
      expect(resource).toBeNull();
      expect(problems).toMatchObject([{ code: 'NAME_INVALID', path: ['input', 'name'] }]);
    },
  );

  it.each(['toString', 'hasOwnProperty'])('may be %s, which means nothing here', async (name) => {
    const { resource, problems } = await create(makeCrudCollection(name));
    expect(problems).toEqual([]);
    expect(resource?.name).toBe(name);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('a spec is refused with the key %s, at any level', async (key) => {
    const member = JSON.parse(`{"${key}": {"isAdmin": true}}`) as JsonObject;
    const input = {
      kind: 'fast-data/SystemOfRecord',
      name: 'polluted',
      spec: { adapter: 'basic', settings: { deep: member } },
    };
    const { resource, problems } = await create(input);
    expect(resource).toBeNull();
    expect(problems).toMatchObject([{ code: 'FORBIDDEN_KEY', path: ['input', 'spec', 'settings', 'deep', key] }]);
  });

  it('a spec is refused when it is nested deeper than 100 levels', async () => {
    const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as JsonObject;
    const input = (levels: number) => ({
      kind: 'fast-data/SystemOfRecord',
      name: `nested-${levels}`,
      spec: { adapter: 'basic', settings: nested(levels) },
    });
    expect((await create(input(99))).problems).toEqual([]);
    expect((await create(input(100))).problems).toMatchObject([{ code: 'NESTING_TOO_DEEP' }]);
  });

  it.each([10_000, 100_000])('a spec of %d levels is refused, and the server goes on', async (levels) => {
    const spec = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    const query = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { problems { code } } }';
    const input = `{"branchId":"${branchId}","kind":"fast-data/SystemOfRecord","name":"deep","spec":${spec}}`;
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...server.authorization },
      body: `{"query":${JSON.stringify(query)},"variables":{"input":${input}}}`,
    });
    expect(await response.json()).toEqual({ data: { createResource: { problems: [{ code: 'NESTING_TOO_DEEP' }] } } });
    expect((await createNamed(`after-${levels}`)).problems).toEqual([]);
  });
});
