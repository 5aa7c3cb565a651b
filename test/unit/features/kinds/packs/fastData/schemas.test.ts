import type { JsonObject } from '../../../../../../src/shared/json.js';
import { faultsOf } from './registry.js';

const field = { name: 'id', type: 'string' };
const er = (condition: unknown) =>
  ({
    version: '1.0.0',
    config: { ships: { outgoing: { ports: { conditions: { c: { condition } } } } } },
  }) as JsonObject;
const view = (block: JsonObject, version = '1.3.0') => ({ aggregation: { version, config: { SV_CONFIG: block } } });
const dependency = (value: JsonObject) => view({ dependencies: { ships: value }, mapping: {} });

describe('specs that are right', () => {
  it.each<[string, string, JsonObject]>([
    [
      'a cast function',
      'CastFunction',
      { dataType: 'Array_string', casting: 'x => x', type: 'custom', description: '' },
    ],
    ['a system', 'SystemOfRecord', { adapter: 'golden-gate', settings: { enableSoftDelete: true } }],
    ['a projection without fields yet', 'Projection', { fields: [] }],
    ['a projection with an empty topic', 'Projection', { fields: [field], topics: { ingestion: 'a.b', prUpdate: '' } }],
    ['topics as objects', 'Projection', { fields: [field], topics: { ingestion: { name: 'a.b' } } }],
    [
      'every shape of index',
      'Projection',
      {
        fields: [field],
        indexes: [
          { name: 'primary_key_index', type: 'normal', unique: true, fields: [{ name: 'id', order: 1 }] },
          { name: '_geo', type: 'geo', field: 'place' },
          { name: 'h-1', type: 'hash', field: 'id' },
          {
            name: 'ttl',
            type: 'TTL',
            fields: [{ name: 'at', order: -1 }],
            expireAfterSeconds: 0,
            usePartialFilter: true,
            partialFilterExpression: '{}',
          },
        ],
      },
    ],
    ['an ER schema with nothing in it', 'ErSchema', { version: '1.0.0', config: {} }],
    ['a placeholder version', 'ErSchema', { version: 'N.N.N', config: { ships: {} } }],
    [
      'operators at any level',
      'ErSchema',
      er({
        $and: [
          { $or: [{ a: 'x' }, { b: { $in: ['y', '__string__[z]'] } }] },
          { c: { $not: { $gt: '__integer__[1]' } } },
        ],
        d: { $exists: true },
      }),
    ],
    ['a single view with nothing in it', 'SingleView', {}],
    [
      'a dependency that selects',
      'SingleView',
      dependency({
        type: 'projection',
        _select: {
          options: [{ when: { '>=': ['a.b', null] }, value: { on: 'c', aliasOf: 'boats' } }],
          default: { on: 'd' },
        },
        onStates: ['PUBLIC', 'TRASH'],
      }),
    ],
    [
      'a nested mapping that selects',
      'SingleView',
      view({
        dependencies: {},
        mapping: {
          a: {
            b: {
              _select: {
                options: [{ when: { '==': ['x.y', '__fromFile__[f]'] }, value: 'x.z' }],
                default: '__string__[]',
              },
            },
          },
        },
      }),
    ],
    ['a key that is code', 'SingleView', { singleViewKey: '__fromFile__[key.js]' }],
    [
      'a CRUD collection',
      'CrudCollection',
      { fields: [{ ...field, sensitivityValue: 4, schema: {} }], internalEndpoints: [{ basePath: '/a' }] },
    ],
    ['members that are not known', 'Projection', { fields: [{ ...field, future: 1 }], future: {} }],
  ])('pass: %s', (_what, kind, spec) => {
    expect(faultsOf(kind, spec)).toEqual([]);
  });
});

describe('specs that are wrong', () => {
  it.each<[string, JsonObject, string]>([
    [
      'CastFunction',
      { dataType: 'text', casting: 'x', type: 'custom' },
      'dataType must be one of all, string, number,',
    ],
    [
      'CastFunction',
      { dataType: 'all', casting: 'x', type: 'mine' },
      'type must be one of default, custom, but is "mine".',
    ],
    [
      'SystemOfRecord',
      { adapter: 'kafka' },
      'adapter must be one of basic, golden-gate, debezium, custom, but is "kafka".',
    ],
    ['Projection', {}, 'The spec lacks the member "fields".'],
    [
      'Projection',
      { fields: [{ name: 'a', type: 'String' }] },
      'fields/0/type must be one of string, number, boolean, Date,',
    ],
    [
      'Projection',
      { fields: [{ ...field, primaryKey: 'yes' }] },
      'fields/0/primaryKey must be a boolean, but is a string.',
    ],
    ['Projection', { fields: [], indexes: [{ name: 'i', type: 'normal' }] }, 'indexes/0 lacks the member "fields".'],
    ['Projection', { fields: [], indexes: [{ name: 'i', type: 'geo' }] }, 'indexes/0 lacks the member "field".'],
    [
      'Projection',
      { fields: [], indexes: [{ name: 'i', type: 'TTL', fields: [{ name: 'a', order: 1 }] }] },
      'indexes/0 lacks the member "expireAfterSeconds".',
    ],
    [
      'Projection',
      { fields: [], indexes: [{ name: '1', type: 'hash', field: 'a' }] },
      'indexes/0/name must start with a letter or _',
    ],
    [
      'Projection',
      { fields: [], indexes: [{ name: 'i', type: 'normal', fields: [{ name: 'a', order: 2 }] }] },
      'indexes/0/fields/0/order must be one of 1, -1, but is 2.',
    ],
    ['ErSchema', { version: '1', config: {} }, 'version must be a version of three parts such as 1.0.0, but is "1".'],
    ['ErSchema', { version: '1.0.0' }, 'The spec lacks the member "config".'],
    ['ErSchema', er('id'), 'config/ships/outgoing/ports/conditions/c/condition must be an object, but is a string.'],
    ['ErSchema', er({ id: 3 }), 'c/condition/id must be a string or an object, but is a number.'],
    ['ErSchema', er({ id: { other: 'x' } }), 'condition/id has a key "other"; keys must be operators such as $gt.'],
    ['ErSchema', er({ $or: { a: 'b' } }), 'condition/$or must be an array, but is an object.'],
    ['SingleView', { strategies: [{ system: 'a', projection: 'b' }] }, 'strategies/0 lacks the member "type".'],
    [
      'SingleView',
      { aggregation: { version: '1.0.0', config: {} } },
      'aggregation/config lacks the member "SV_CONFIG".',
    ],
    ['SingleView', view({ mapping: {} }), 'aggregation/config/SV_CONFIG lacks the member "dependencies".'],
    [
      'SingleView',
      dependency({ type: 'table' }),
      'dependencies/ships/type must be one of projection, config, but is "table".',
    ],
    [
      'SingleView',
      dependency({ onStates: ['OPEN'] }),
      'ships/onStates/0 must be one of PUBLIC, DRAFT, TRASH, DELETED, but is "OPEN".',
    ],
    [
      'SingleView',
      dependency({ _select: { options: [{ when: { '~': [1, 2] }, value: {} }] } }),
      'when has a key "~"; keys must be one of ==, !=, >, <, >=, <=.',
    ],
    [
      'SingleView',
      dependency({ _select: { options: [{ when: { '==': [1] }, value: {} }] } }),
      'when/== must have at least 2 elements.',
    ],
    [
      'SingleView',
      view({ dependencies: {}, mapping: { a: 3 } }),
      'mapping/a must be a string or an object, but is a number.',
    ],
    [
      'SingleView',
      { projectionChangesSchema: { version: '1.0.0', config: { v: { paths: [{ path: 'ships' }] } } } },
      'paths/0/path must be an array, but is a string.',
    ],
    [
      'SingleView',
      { kafkaProjectionUpdates: { ships: 'topic' } },
      'kafkaProjectionUpdates/ships must be an object, but is a string.',
    ],
    [
      'SingleView',
      { singleViewKey: { version: '1.0.0', config: { a: 1 } } },
      'singleViewKey/config/a must be a string, but is a number.',
    ],
    [
      'CrudCollection',
      { fields: [{ ...field, sensitivityValue: 9 }] },
      'fields/0/sensitivityValue must be at most 4, but is 9.',
    ],
  ])('are refused with one sentence: %s %j', (kind, spec, sentence) => {
    const faults = faultsOf(kind, spec);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
  });
});
