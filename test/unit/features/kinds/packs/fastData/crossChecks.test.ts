import type { JsonObject } from '../../../../../../src/shared/json.js';
import { registry } from './registry.js';

const fields = (...names: string[]) => ({ fields: names.map((name) => ({ name, type: 'string' })) });

const harbour: JsonObject = {
  version: '1.0.0',
  config: {
    ships: {
      outgoing: {
        ports: { conditions: { ship_to_port: { condition: { port_id: 'home_port' } } } },
        voyages: { conditions: { ship_to_voyages: { condition: { ship_id: 'id' }, oneToMany: true } } },
      },
    },
  },
};

/** Jest types its matchers as any. */
const containing = (part: string): unknown => expect.stringContaining(part);

function check(kind: string, spec: JsonObject, others: Record<string, JsonObject>) {
  const definition = registry.get(`fast-data/${kind}`);
  const lookup = (otherKind: string, name: string) => others[`${otherKind.replace('fast-data/', '')}/${name}`];
  return (definition.crossCheck?.(spec, 'checked', lookup) ?? []).map(({ code, path, message }) => ({
    code,
    at: path.join('/'),
    message,
  }));
}

describe('the check of an ER schema against its nodes', () => {
  it('passes fields that exist, metadata, parts of objects, constants and operators', () => {
    const condition = {
      $or: [{ port_id: { $in: ['home_port', '__string__[x]'] } }, { 'address.city': 'createdAt' }],
      __STATE__: '__string__[PUBLIC]',
      _id: { $exists: true, $regex: '^nothing' },
    };
    const spec = { version: '1.0.0', config: { ships: { outgoing: { ports: { conditions: { c: { condition } } } } } } };
    const nodes = { 'Projection/ships': fields('home_port'), 'CrudCollection/ports': fields('port_id', 'address') };
    expect(check('ErSchema', spec, nodes)).toEqual([]);
  });

  it('warns about fields that the destination or the source does not have', () => {
    const nodes = {
      'Projection/ships': fields('id'),
      'SingleView/ports': fields('id'),
      'Projection/voyages': fields('ship_id'),
    };
    const place = 'config/ships/outgoing/ports/conditions/ship_to_port/condition/port_id';
    expect(check('ErSchema', harbour, nodes)).toEqual([
      {
        code: 'UNRESOLVED_FIELD',
        at: place,
        message: containing('"port_id", which "ports" does not have.'),
      },
      {
        code: 'UNRESOLVED_FIELD',
        at: place,
        message: containing('"home_port", which "ships" does not have.'),
      },
    ]);
  });

  it('passes over nodes that do not exist or declare no fields', () => {
    expect(check('ErSchema', harbour, {})).toEqual([]);
    expect(check('ErSchema', harbour, { 'Projection/ships': { fields: [] }, 'SingleView/ports': {} })).toEqual([]);
  });

  it('tells at most 50 and how many more', () => {
    const condition = Object.fromEntries(Array.from({ length: 80 }, (_each, index) => [`f${index}`, '__integer__[1]']));
    const spec = { version: '1.0.0', config: { a: { outgoing: { b: { conditions: { c: { condition } } } } } } };
    const warnings = check('ErSchema', spec, { 'Projection/b': fields('id') });
    expect(warnings).toHaveLength(51);
    expect(warnings.at(-1)).toMatchObject({
      code: 'UNRESOLVED_FIELD',
      message: 'There are 30 more problems like these.',
    });
  });
});

describe('the check of a single view', () => {
  const viewOf = (config: JsonObject): JsonObject => ({
    erSchema: 'harbour',
    aggregation: { version: '1.1.0', config },
  });
  const known = { 'ErSchema/harbour': harbour };

  it('passes conditions of its ER schema, and joins that lead to many', () => {
    const view = viewOf({
      SV_CONFIG: {
        dependencies: { ships: { on: '_identifier' }, ports: { on: 'ship_to_port' }, VOYAGES: { type: 'config' } },
      },
      VOYAGES: { joinDependency: 'voyages', dependencies: { voyages: { on: 'ship_to_voyages' } } },
    });
    expect(check('SingleView', view, known)).toEqual([]);
  });

  it('warns about conditions that the ER schema does not have, in alternatives too', () => {
    const _select = { options: [{ when: {}, value: { on: 'Ship_to_port' } }], default: { on: 'ship_to_port' } };
    const view = viewOf({ SV_CONFIG: { dependencies: { ports: { _select }, crews: { on: 'ship_to_crew' } } } });
    expect(check('SingleView', view, known).map(({ code, at }) => [code, at])).toEqual([
      ['UNRESOLVED_CONDITION', 'aggregation/config/SV_CONFIG/dependencies/ports/_select/options/0/value/on'],
      ['UNRESOLVED_CONDITION', 'aggregation/config/SV_CONFIG/dependencies/crews/on'],
    ]);
  });

  it('warns about a join along a condition that leads to one, or on nothing', () => {
    const view = viewOf({
      A: { joinDependency: 'ports', dependencies: { ports: { on: 'ship_to_port' } } },
      B: { joinDependency: 'nothing', dependencies: {} },
    });
    expect(check('SingleView', view, known)).toEqual([
      {
        code: 'UNRESOLVED_CONDITION',
        at: 'aggregation/config/A/joinDependency',
        message: containing('one document only'),
      },
      {
        code: 'UNRESOLVED_CONDITION',
        at: 'aggregation/config/B/joinDependency',
        message: containing('none of its dependencies'),
      },
    ]);
  });

  it('checks no conditions when the ER schema is not known', () => {
    expect(check('SingleView', viewOf({ SV_CONFIG: { dependencies: { a: { on: 'nowhere' } } } }), {})).toEqual([]);
  });

  it('warns about parts of the key that are no field of the view', () => {
    const singleViewKey = { version: '1.0.0', config: { ship: 'id', harbour: 'id', _id: 'id' } };
    expect(check('SingleView', { ...fields('ship'), singleViewKey }, {})).toEqual([
      { code: 'UNRESOLVED_FIELD', at: 'singleViewKey/config/harbour', message: containing('"harbour"') },
    ]);
    expect(check('SingleView', { singleViewKey }, {})).toEqual([]);
  });
});

describe('the blocks of an aggregation', () => {
  const spec = (children: JsonObject, beside: JsonObject = {}): JsonObject => ({
    aggregation: {
      version: '1.3.0',
      config: {
        SV_CONFIG: { dependencies: { CHILDREN: children }, mapping: {} },
        KNOWN: { dependencies: {}, mapping: {} },
      },
      ...beside,
    },
  });
  const at = 'aggregation/config/SV_CONFIG/dependencies/CHILDREN';

  it('are looked for in "config", by key or alias', () => {
    expect(check('SingleView', spec({ type: 'config', aliasOf: 'KNOWN' }), {})).toEqual([]);
    expect(check('SingleView', spec({ type: 'projection' }), {})).toEqual([]);
    const message = 'The block "SV_CONFIG" depends on the block "CHILDREN", which "config" does not have.';
    expect(check('SingleView', spec({ type: 'config' }), {})).toEqual([{ code: 'UNRESOLVED_BLOCK', at, message }]);
  });

  it('are reported when they are beside it', () => {
    expect(check('SingleView', spec({ type: 'config' }, { CHILDREN: { mapping: {} } }), {})).toEqual([
      { code: 'UNRESOLVED_BLOCK', at, message: containing('a block of that name stands beside "config"') },
    ]);
  });
});
