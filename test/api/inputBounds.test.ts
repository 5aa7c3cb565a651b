/** Every argument and every member of an input is bounded: what is too large is refused by name, and what is as large as it may be works. */
import { getNamedType, isListType } from 'graphql';
import { listBoundOf, textBoundOf } from '../../src/app/limits/inputBounds.js';
import { argumentPlaces, operationWith, readSchema, type ArgumentPlace } from '../support/argumentPlaces.js';
import type { AnswerError, GraphqlAnswer } from '../support/graphqlClient.js';
import { createProject, createResources } from '../support/projectScene.js';
import { makeErSchema } from '../support/fastDataResources.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const schema = readSchema();
const places = argumentPlaces(schema).filter(({ root }) => root !== 'subscription');
/** What a client may read of its own mistakes; anything else would be a fault of the server. */
const ownFaults = ['BAD_USER_INPUT', 'INPUT_TOO_LARGE', 'NOT_FOUND', 'FORBIDDEN'];

const isText = ({ type }: ArgumentPlace) => !isListType(type) && ['String', 'ID'].includes(getNamedType(type).name);
const isList = ({ type }: ArgumentPlace) => isListType(type);
const holds = (name: string) => (place: ArgumentPlace) => getNamedType(place.type).name === name;

/** Letters of three bytes in an order that no compression finds. */
function longText(length: number): string {
  let seed = 7;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 0x7fffffff;
    return String.fromCharCode(0x4e00 + (seed % 20_000));
  }).join('');
}

describe('the bounds of arguments', () => {
  let server: ServerClient;
  let known: Record<string, unknown>;
  beforeAll(async () => {
    server = await sharedServer();
    const { projectId, branchId } = await createProject(server, 'bounds');
    const made = await createResources(server, branchId, [makeErSchema('er', {})]);
    const id = made.get('er')?.id;
    known = { projectId, branchId, id, rootIds: id, resourceId: id, resourceIds: id, kind: 'fast-data/ErSchema' };
  });

  const answerTo = (place: ArgumentPlace, value: unknown): Promise<GraphqlAnswer> => {
    const { document, variables } = operationWith(place, value, known);
    // What takes an upload gets one over JSON, which is refused as such, unless the value is refused first.
    return place.field.name === 'stageImport'
      ? server.sendUpload('{}', (variables as { input: never }).input)
      : server.query(document, variables);
  };
  const codesOf = (errors: readonly AnswerError[] | undefined) =>
    (errors ?? []).map(({ extensions }) => extensions['code']);
  const label = (place: ArgumentPlace) => [place.label, place] as const;

  it('knows places of each sort', () => {
    expect(places.filter(isText).length).toBeGreaterThan(60);
    expect(places.filter(isList).length).toBeGreaterThan(15);
  });

  test.each(places.filter(isText).map(label))('%s refuses a text of 60,000 characters', async (_label, place) => {
    const { errors } = await answerTo(place, 'x'.repeat(60_000));
    expect(codesOf(errors)).toEqual(['INPUT_TOO_LARGE']);
    expect(errors?.[0]?.message.replaceAll('.0', '')).toContain(`"${place.path.join('.')}" has 60000 characters`);
  });

  test.each(places.filter(isText).map(label))(
    '%s bears a text of all letters that it may have',
    async (_label, place) => {
      const { owner, type } = place;
      const bound = textBoundOf(owner, getNamedType(type));
      const { errors } = await answerTo(place, longText(bound));
      expect(ownFaults).toEqual(expect.arrayContaining(codesOf(errors)));
      expect(codesOf(errors)).not.toContain('INPUT_TOO_LARGE');
    },
  );

  test.each(places.filter(isList).map(label))('%s refuses a list of 40,000 values', async (_label, place) => {
    const { errors } = await answerTo(place, new Array(40_000).fill(elementOf(place, known)));
    expect(codesOf(errors)).toEqual(['INPUT_TOO_LARGE']);
    expect(errors?.[0]?.message.replaceAll('.0', '')).toContain(`"${place.path.join('.')}" has 40000 values`);
  });

  test.each(places.filter(isList).map(label))(
    '%s bears a list of all values that it may have',
    async (_label, place) => {
      const length = listBoundOf(getNamedType(place.type));
      const { errors } = await answerTo(place, new Array(length).fill(elementOf(place, known)));
      expect(ownFaults).toEqual(expect.arrayContaining(codesOf(errors)));
      expect(codesOf(errors)).not.toContain('INPUT_TOO_LARGE');
    },
  );

  const numbers = [-2_147_483_648, -1, 0, 2_147_483_647, 2_147_483_648, 1e300];
  test.each(places.filter(holds('Int')).map(label))('%s bears any number', async (_label, place) => {
    for (const number of numbers) {
      const { errors } = await answerTo(place, number);
      expect(ownFaults).toEqual(expect.arrayContaining(codesOf(errors)));
    }
  });

  test.each(places.filter(holds('JSON')).map(label))(
    '%s bears any JSON, and refuses what is too much',
    async (_label, place) => {
      for (const value of ['x'.repeat(60_000), Array.from({ length: 40_000 }, () => 1)]) {
        expect(codesOf((await answerTo(place, value)).errors)).toEqual(['INPUT_TOO_LARGE']);
      }
      const { errors } = await answerTo(place, { a: ['x'.repeat(60_000), 1e300] });
      expect(ownFaults).toEqual(expect.arrayContaining(codesOf(errors)));
    },
  );

  const cursors = [
    '[1e999]',
    '[]',
    '[null]',
    '["a\\u0000"]',
    '["\\ud800"]',
    '[99999999999]',
    '[1.5]',
    '{"a":1}',
    '["a",1,"b",2]',
    '1',
  ];
  test.each(places.filter(({ path }) => path.at(-1) === 'after' && path.length === 1).map(label))(
    '%s refuses cursors that no list gave out',
    async (_label, place) => {
      for (const cursor of [...cursors.map((key) => Buffer.from(key).toString('base64url')), 'é', '']) {
        expect(codesOf((await answerTo(place, cursor)).errors)).toEqual(['BAD_USER_INPUT']);
      }
    },
  );
});

/** An element that the list may have: what a member must have, and ids that are known. */
function elementOf({ field, root, path }: ArgumentPlace, known: Record<string, unknown>): unknown {
  const { variables } = operationWith({ field, root, path: [...path, ''] }, null, known);
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  return path.reduce<unknown>((value, name) => first((value as Record<string, unknown>)[name]), variables);
}
