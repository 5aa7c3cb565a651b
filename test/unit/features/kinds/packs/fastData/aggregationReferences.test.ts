import fc from 'fast-check';
import type { JsonObject } from '../../../../../../src/shared/json.js';
import { deepFreeze } from '../../deepFreeze.js';
import { namesIn, registry, renamed } from './registry.js';

const viewOf = (config: JsonObject): JsonObject => ({ aggregation: { version: '1.3.0', config } });
const configOf = (view: JsonObject) => (view['aggregation'] as JsonObject)['config'] as Record<string, JsonObject>;

const select = (first: JsonObject, second: JsonObject, otherwise: JsonObject): JsonObject => ({
  _select: {
    options: [
      { when: { '==': ['ships.flag', '__string__[it]'] }, value: first },
      { when: { '!=': ['ships.flag', null] }, value: second },
    ],
    default: otherwise,
  },
});

describe('references of an aggregation', () => {
  it('are the alias of every alternative of a _select', () => {
    const view = viewOf({
      SV_CONFIG: {
        dependencies: {
          OWNER: { type: 'projection', ...select({ aliasOf: 'firms' }, { aliasOf: 'people' }, { aliasOf: 'firms' }) },
        },
        mapping: {},
      },
    });
    expect(namesIn('SingleView', view)).toEqual(['firms', 'people', 'firms']);
    expect(registry.findReferences('fast-data/SingleView', view)[2]?.at).toBe(
      '/aggregation/config/SV_CONFIG/dependencies/OWNER/_select/default/aliasOf',
    );
  });

  it('are the own name, once, where alternatives have no alias', () => {
    const cargo = { type: 'projection', ...select({ on: 'a' }, { on: 'b', aliasOf: 'goods' }, { on: 'c' }) };
    expect(namesIn('SingleView', viewOf({ SV_CONFIG: { dependencies: { cargo }, mapping: {} } }))).toEqual([
      'cargo',
      'goods',
    ]);
  });

  it('are the alias of the dependency where alternatives have none', () => {
    const CARGO = { type: 'projection', aliasOf: 'goods', ...select({ on: 'a' }, { aliasOf: 'oil' }, { on: 'c' }) };
    expect(namesIn('SingleView', viewOf({ SV_CONFIG: { dependencies: { CARGO }, mapping: {} } }))).toEqual([
      'goods',
      'oil',
    ]);
  });

  it('count a dependency without a type, and never one of type config', () => {
    const dependencies = { ships: { on: '_identifier' }, CREW: { type: 'config' } };
    expect(namesIn('SingleView', viewOf({ SV_CONFIG: { dependencies, mapping: {} } }))).toEqual(['ships']);
  });
});

describe('a rename in an aggregation', () => {
  const view = deepFreeze(
    viewOf({
      SV_CONFIG: {
        dependencies: {
          ships: {
            type: 'projection',
            on: '_identifier',
            identifierQueryMapping: { id: '_identifier.shipId', of: 'ships.id' },
          },
          SISTER: { type: 'projection', aliasOf: 'ships', useAlias: 'ships', on: 'ship_to_ships' },
          CREW: { type: 'config' },
        },
        dependencyOrder: ['ships', 'SISTER', 'CREW'],
        mapping: {
          name: 'ships.name',
          kind: '__string__[ships.kind]',
          sister: {
            name: 'SISTER.name',
            same: {
              _select: {
                options: [{ when: { '==': ['ships.id', 'SISTER.id'] }, value: 'ships.id' }],
                default: 'ships.no',
              },
            },
          },
          crew: 'CREW',
          shipshape: 'shipsX.field',
        },
      },
      CREW: {
        joinDependency: 'sailors',
        dependencies: {
          sailors: { type: 'projection', on: 'ships', ...select({ on: 'x' }, { on: 'y' }, { on: 'z' }) },
        },
        mapping: { ship: 'ships.name', name: 'sailors.name' },
      },
    }),
  );

  it('follows the key of a dependency to every use of it, in blocks inside too, and keeps names of conditions', () => {
    const { SV_CONFIG, CREW } = configOf(renamed('SingleView', view, { ships: 'vessels' }));
    expect(SV_CONFIG).toEqual({
      dependencies: {
        vessels: {
          type: 'projection',
          on: '_identifier',
          identifierQueryMapping: { id: '_identifier.shipId', of: 'vessels.id' },
        },
        SISTER: { type: 'projection', aliasOf: 'vessels', useAlias: 'vessels', on: 'ship_to_ships' },
        CREW: { type: 'config' },
      },
      dependencyOrder: ['vessels', 'SISTER', 'CREW'],
      mapping: {
        name: 'vessels.name',
        kind: '__string__[ships.kind]',
        sister: {
          name: 'SISTER.name',
          same: {
            _select: {
              options: [{ when: { '==': ['vessels.id', 'SISTER.id'] }, value: 'vessels.id' }],
              default: 'vessels.no',
            },
          },
        },
        crew: 'CREW',
        shipshape: 'shipsX.field',
      },
    });
    expect(CREW).toMatchObject({
      dependencies: {
        sailors: { on: 'ships', _select: { options: [{ when: { '==': ['vessels.flag', '__string__[it]'] } }, {}] } },
      },
      mapping: { ship: 'vessels.name', name: 'sailors.name' },
    });
  });

  it('renames the dependency that a block joins on', () => {
    expect(configOf(renamed('SingleView', view, { sailors: 'seamen' }))['CREW']).toMatchObject({
      joinDependency: 'seamen',
      mapping: { ship: 'ships.name', name: 'seamen.name' },
    });
  });

  it('leaves an alias of the same name in another block alone', () => {
    const shadowed = viewOf({
      SV_CONFIG: {
        dependencies: { ships: { type: 'projection' }, CREW: { type: 'config' } },
        mapping: { a: 'ships.a' },
      },
      CREW: { dependencies: { ships: { type: 'projection', aliasOf: 'boats' } }, mapping: { b: 'ships.b' } },
    });
    expect(configOf(renamed('SingleView', shadowed, { ships: 'vessels' }))).toEqual({
      SV_CONFIG: {
        dependencies: { vessels: { type: 'projection' }, CREW: { type: 'config' } },
        mapping: { a: 'vessels.a' },
      },
      CREW: { dependencies: { ships: { type: 'projection', aliasOf: 'boats' } }, mapping: { b: 'ships.b' } },
    });
  });

  it('gives the dependency an alias when another one has the new name already', () => {
    const crowded = viewOf({
      SV_CONFIG: {
        dependencies: { ships: { type: 'projection', on: '_identifier' }, VESSELS: { type: 'config' } },
        mapping: { name: 'ships.name', all: 'VESSELS' },
      },
    });
    const after = renamed('SingleView', crowded, { ships: 'VESSELS' });
    expect(configOf(after)['SV_CONFIG']).toEqual({
      dependencies: {
        ships: { type: 'projection', on: '_identifier', aliasOf: 'VESSELS' },
        VESSELS: { type: 'config' },
      },
      mapping: { name: 'ships.name', all: 'VESSELS' },
    });
    expect(namesIn('SingleView', after)).toEqual(['VESSELS']);
  });

  it('lets two collections change names', () => {
    const both = viewOf({
      SV_CONFIG: { dependencies: { ships: { on: 'a' }, boats: { on: 'b' } }, mapping: { s: 'ships.x', b: 'boats.x' } },
    });
    expect(configOf(renamed('SingleView', both, { ships: 'boats', boats: 'ships' }))['SV_CONFIG']).toEqual({
      dependencies: { boats: { on: 'a' }, ships: { on: 'b' } },
      mapping: { s: 'boats.x', b: 'ships.x' },
    });
  });

  it('ends where blocks contain each other in a circle', () => {
    const circular = viewOf({
      SV_CONFIG: { dependencies: { ships: {} }, mapping: {} },
      A: { dependencies: { B: { type: 'config' } }, mapping: { x: 'ships.x' } },
      B: { dependencies: { A: { type: 'config' } }, mapping: {} },
    });
    expect(configOf(renamed('SingleView', circular, { ships: 'boats' }))['A']).toEqual(configOf(circular)['A']);
  });
});

describe('any aggregation', () => {
  const collection = fc.constantFrom('ships', 'ports', 'crews', '__proto__', 'toString');
  const alias = fc.constantFrom('A', 'B', 'ships', 'ports');
  const plain = fc.record({ type: fc.constant('projection'), on: fc.string() }, { requiredKeys: [] });
  const aliased = fc.record(
    { type: fc.constant('projection'), aliasOf: collection, useAlias: alias },
    { requiredKeys: ['aliasOf'] },
  );
  const chosen = fc
    .tuple(fc.oneof(plain, aliased), fc.oneof(plain, aliased), fc.oneof(plain, aliased))
    .map((parts) => select(...(parts as [JsonObject, JsonObject, JsonObject])));
  const config = fc.constant({ type: 'config' });
  const dependencies = fc.dictionary(
    fc.oneof(collection, alias, fc.constantFrom('X', 'Y')),
    fc.oneof(plain, aliased, chosen, config),
  );
  const operand = fc.oneof(
    fc.tuple(fc.oneof(collection, alias), fc.constantFrom('id', 'name')).map((parts) => parts.join('.')),
    fc.constantFrom('X', 'Y', '__string__[ships.id]'),
  );
  const mapping = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, operand, fc.dictionary(fc.string(), tie('value'))),
  })).value;
  const block = fc.record({ dependencies, mapping, dependencyOrder: fc.array(alias), joinDependency: alias });
  const view = fc
    .record({ SV_CONFIG: block, X: block, Y: block })
    .map((blocks) => viewOf(blocks as unknown as JsonObject));

  const forth = (namespace: string, name: string) => (namespace === 'collection' ? `new_${name}` : undefined);
  const back = (_namespace: string, name: string) => name.replace(/^new_/, '');

  it('names exactly the renamed collections after a rename, and is the same again after renaming back', () => {
    fc.assert(
      fc.property(view, (original) => {
        const text = JSON.stringify(original);
        const after = registry.rewriteReferences('fast-data/SingleView', deepFreeze(original), forth);
        expect(namesIn('SingleView', after)).toEqual(namesIn('SingleView', original).map((name) => `new_${name}`));
        expect(JSON.stringify(registry.rewriteReferences('fast-data/SingleView', after, back))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
