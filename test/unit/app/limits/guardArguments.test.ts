import { guardArguments } from '../../../../src/app/limits/guardArguments.js';
import { hasOwnRule } from '../../../../src/app/limits/storableTexts.js';
import { createSchema } from '../../../../src/app/schema.js';
import { argumentPlaces, type ArgumentPlace } from '../../../support/schemaArguments.js';

const schema = createSchema();
guardArguments(schema);
const places = argumentPlaces(schema);
const badTexts = ['a\0b', 'a\ud800b', '\udc00'];
/** Scalars that are made of any text, or hold JSON. */
const textScalars = new Set(['String', 'ID', 'JSON', 'JSONObject']);

/** What a resolver says to arguments, or throws. */
function answer({ field }: ArgumentPlace, args: object): unknown {
  try {
    return (field.subscribe ?? field.resolve)?.(undefined, args, {}, {} as never);
  } catch (error) {
    return error;
  }
}

describe('arguments of the schema', () => {
  const texts = places.filter(
    ({ leaf, operation, path }) => textScalars.has(leaf.name) && !hasOwnRule(operation, path),
  );

  it.each(texts.map((place) => [place.name, place] as const))(
    'refuse texts that cannot be stored at %s',
    (_, place) => {
      for (const value of badTexts) {
        const found = answer(place, place.argumentsWith(value));
        const problem = { code: 'CHARACTER_NOT_ALLOWED', path: place.path };
        if (place.type === 'Mutation') expect(found).toMatchObject({ problems: [problem] });
        else
          expect(found).toMatchObject({
            code: 'BAD_USER_INPUT',
            message: expect.stringContaining('cannot be stored') as string,
          });
      }
    },
  );

  it('refuse them in keys and values of JSON, at any depth', () => {
    const place = texts.find(({ name }) => name === 'Mutation.createResource(input.spec)');
    for (const spec of [{ a: [{ b: 'x\0' }] }, { a: { 'b\ud800': 1 } }]) {
      expect(answer(place!, place!.argumentsWith(spec))).toMatchObject({
        problems: [{ code: 'CHARACTER_NOT_ALLOWED' }],
      });
    }
  });

  it('are made of scalars that are known here: one that is new is text, or is not', () => {
    const scalars = new Set(places.map(({ leaf }) => leaf.name));
    const others = [...scalars].filter((name) => !textScalars.has(name) && !isEnum(name));
    expect(others.sort()).toEqual(['Boolean', 'DateTime', 'Int', 'Upload']);
  });
});

function isEnum(name: string): boolean {
  return 'getValues' in (schema.getType(name) ?? {});
}
