import fc from 'fast-check';
import { erConditionsOf } from '../../../../../../src/features/kinds/packs/fastData/erConditions.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';
import { deepFreeze } from '../../deepFreeze.js';
import { faultsOf, namesIn, renamed } from './registry.js';

const node = fc.constantFrom('ships', 'ports', 'crews', 'cargo', 'Ships', 'toString');
const field = fc.stringMatching(/^[a-z]{1,5}$/);
const condition = fc.oneof(
  fc.dictionary(field, fc.oneof(field, fc.constant('__integer__[3]')), { maxKeys: 3 }),
  fc.record({ $or: fc.array(fc.dictionary(field, field, { maxKeys: 3 }), { maxLength: 3 }) }),
  fc.dictionary(field, fc.record({ $in: fc.array(field, { maxLength: 3 }) }), { maxKeys: 3 }),
);
const relation = fc.record({
  conditions: fc.dictionary(field, fc.record({ condition, oneToMany: fc.boolean() }, { requiredKeys: ['condition'] }), {
    maxKeys: 3,
  }),
});
const erSchema = fc
  .dictionary(node, fc.record({ outgoing: fc.dictionary(node, relation) }, { requiredKeys: [] }))
  .map((config): JsonObject => ({ version: '1.0.0', config }));

describe('any ER schema', () => {
  it('is valid, and refers to each of its nodes', () => {
    fc.assert(
      fc.property(erSchema, (spec) => {
        expect(faultsOf('ErSchema', spec)).toEqual([]);
        const named = new Set(namesIn('ErSchema', spec));
        for (const { source, destination } of erConditionsOf(spec))
          expect(named.has(source) && named.has(destination)).toBe(true);
      }),
    );
  });

  it('keeps its conditions when a node gets a new name, and is the same again after renaming back', () => {
    fc.assert(
      fc.property(erSchema, node, (spec, old) => {
        const text = JSON.stringify(spec);
        const after = renamed('ErSchema', deepFreeze(spec), { [old]: 'renamed' });
        expect(namesIn('ErSchema', after)).toEqual(
          namesIn('ErSchema', spec).map((name) => (name === old ? 'renamed' : name)),
        );
        expect(erConditionsOf(after).map(({ name }) => name)).toEqual(erConditionsOf(spec).map(({ name }) => name));
        expect(JSON.stringify(renamed('ErSchema', after, { renamed: old }))).toBe(text);
      }),
    );
  });

  it('loses no condition when a node gets the name of another node', () => {
    fc.assert(
      fc.property(erSchema, node, node, (spec, old, taken) => {
        const after = renamed('ErSchema', spec, { [old]: taken });
        expect(erConditionsOf(after)).toHaveLength(erConditionsOf(spec).length);
      }),
    );
  });
});
