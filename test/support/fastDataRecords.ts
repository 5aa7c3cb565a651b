import type { JsonObject } from '../../src/shared/json.js';
import type { BundleRecord } from './importBundle.js';

/** A cast function; `body` tells one version of it from another. */
export function castFunction(name: string, body = 'return value'): BundleRecord {
  const casting = `module.exports = function (value) { ${body} }`;
  return { kind: 'fast-data/CastFunction', name, spec: { dataType: 'string', casting, type: 'custom' } };
}

export function systemOfRecord(name: string, adapter = 'debezium'): BundleRecord {
  return { kind: 'fast-data/SystemOfRecord', name, spec: { adapter } };
}

interface ProjectionParts {
  system: string;
  /** Names of fields beside `id`, each with the cast function that it goes through, or none. */
  fields?: Record<string, string | null>;
  topics?: JsonObject;
}

export function projection(name: string, { system, fields = {}, topics }: ProjectionParts): BundleRecord {
  const others = Object.entries(fields).map(([field, castFunction]) => ({
    name: field,
    type: 'string',
    ...(castFunction === null ? {} : { castFunction }),
  }));
  const spec: JsonObject = { fields: [{ name: 'id', type: 'string', primaryKey: true }, ...others] };
  return {
    kind: 'fast-data/Projection',
    name,
    parent: system,
    spec: topics === undefined ? spec : { ...spec, topics },
  };
}

/** An ER schema: each node with the nodes that it leads to, by one condition on `id` each. */
export function erSchema(name: string, nodes: Record<string, readonly string[]>): BundleRecord {
  const config = Object.entries(nodes).map(([node, related]) => [
    node,
    { outgoing: Object.fromEntries(related.map((other) => [other, relation(node, other)])) },
  ]);
  return { kind: 'fast-data/ErSchema', name, spec: { version: '1.0.0', config: Object.fromEntries(config) as never } };
}

function relation(from: string, to: string): JsonObject {
  return { conditions: { [`${from}_to_${to}`]: { condition: { id: 'id' }, oneToMany: false } } };
}

export function singleView(name: string, spec: JsonObject = {}): BundleRecord {
  return { kind: 'fast-data/SingleView', name, spec };
}

export function crudCollection(name: string, spec: JsonObject = {}): BundleRecord {
  return { kind: 'fast-data/CrudCollection', name, spec };
}

/** An aggregation that takes these collections as they are. */
export function aggregationOf(...collections: readonly string[]): JsonObject {
  const dependencies = collections.map((name) => [name, { type: 'projection', on: '_identifier' }]);
  return {
    version: '1.0.0',
    config: { SV_CONFIG: { dependencies: Object.fromEntries(dependencies) as never, mapping: {} } },
  };
}

/** Two cast functions, a system with two projections, an ER schema over them, and a view: six things that hang together. */
export function orchard(): BundleRecord[] {
  return [
    castFunction('trimText'),
    systemOfRecord('orchard'),
    projection('trees', { system: 'orchard', fields: { species: 'trimText' } }),
    projection('harvests', { system: 'orchard', fields: { treeId: null } }),
    erSchema('orchard-er', { trees: ['harvests'], harvests: ['trees'] }),
    singleView('sv_trees', { erSchema: 'orchard-er', aggregation: aggregationOf('trees', 'harvests') }),
  ];
}
