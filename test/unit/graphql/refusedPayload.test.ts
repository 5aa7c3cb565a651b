import { getNamedType, isNonNullType, isObjectType } from 'graphql';
import { refusedPayload } from '../../../src/graphql/refusedPayload.js';
import { readSchema } from '../../support/argumentPlaces.js';

const mutations = Object.values(readSchema().getMutationType()!.getFields());

describe('the payload of a refused mutation', () => {
  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))('of %s is complete', (_name, { type }) => {
    const payload = getNamedType(type);
    const answer = refusedPayload(type, []) as Record<string, unknown>;
    const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
    expect(fields.map(({ name }) => name)).toContain('problems');
    for (const field of fields)
      expect(answer[field.name] ?? null).toEqual(isNonNullType(field.type) ? expect.anything() : null);
  });

  it('says of numbers that nothing was done', () => {
    const { type } = mutations.find(({ name }) => name === 'renameResource')!;
    expect(refusedPayload(type, [])).toEqual({ rewritten: [], rewrittenCount: 0, problems: [] });
  });
});
