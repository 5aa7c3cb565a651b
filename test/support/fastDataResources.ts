/** Makes resources of each Fast Data kind, with just enough in them to be valid. */
import type { JsonObject, JsonValue } from '../../src/shared/json.js';

/** A resource that is to be made, or to stand in a file. */
export interface NewResource {
  kind: string;
  name: string;
  title?: string;
  /** Name of the one that contains it. */
  parent?: string;
  spec: JsonObject;
}

export function makeCastFunction(name: string, spec: JsonObject = {}): NewResource {
  const casting = 'export default (value) => value';
  return { kind: 'fast-data/CastFunction', name, spec: { dataType: 'string', type: 'custom', casting, ...spec } };
}

export function makeSystem(name: string, spec: JsonObject = {}): NewResource {
  return { kind: 'fast-data/SystemOfRecord', name, spec: { adapter: 'basic', ...spec } };
}

interface ProjectionOptions {
  /** The system of record that contains it. */
  parent: string;
  /** Names of fields; "id" is the primary key and always there. */
  fields?: readonly string[];
  /** The cast function of each field that has one. */
  castFunctions?: Readonly<Record<string, string>>;
  /** More members of the spec. */
  spec?: JsonObject;
}

export function makeProjection(name: string, options: ProjectionOptions): NewResource {
  const { parent, fields = [], castFunctions = {}, spec = {} } = options;
  const names = new Set(['id', ...fields, ...Object.keys(castFunctions)]);
  const fieldOf = (field: string): JsonObject => ({
    name: field,
    type: 'string',
    ...(field === 'id' ? { primaryKey: true, required: true } : {}),
    ...(castFunctions[field] === undefined ? {} : { castFunction: castFunctions[field] }),
  });
  return { kind: 'fast-data/Projection', name, parent, spec: { fields: [...names].map(fieldOf), ...spec } };
}

/** Nodes with the nodes that each points to; a condition from A to B is named `A_to_B` and compares their ids. */
export function makeErSchema(name: string, nodes: Readonly<Record<string, readonly string[]>>): NewResource {
  const relation = (from: string, to: string): JsonObject => ({
    conditions: { [`${from}_to_${to}`]: { condition: { id: 'id' }, oneToMany: false } },
  });
  const config = Object.entries(nodes).map(([from, targets]): [string, JsonValue] => [
    from,
    { outgoing: Object.fromEntries(targets.map((to) => [to, relation(from, to)])) },
  ]);
  return { kind: 'fast-data/ErSchema', name, spec: { version: '1.0.0', config: Object.fromEntries(config) } };
}

/** A single view; every part of it is optional. */
export function makeSingleView(name: string, spec: JsonObject = {}): NewResource {
  return { kind: 'fast-data/SingleView', name, spec };
}

/** An aggregation file with one block; each dependency by its name. */
export function makeAggregation(dependencies: JsonObject, mapping: JsonObject = {}): JsonObject {
  return { version: '1.1.0', config: { SV_CONFIG: { dependencies, mapping } } };
}

export function makeCrudCollection(name: string, spec: JsonObject = {}): NewResource {
  return { kind: 'fast-data/CrudCollection', name, spec: { fields: [{ name: 'id', type: 'string' }], ...spec } };
}

/** A small shop: two projections in a system, one through a cast function, an ER schema over both, and a single view on it. */
export function makeShop(): NewResource[] {
  return [
    makeCastFunction('toUpperCase'),
    makeSystem('shop', { description: 'What the till writes.' }),
    makeProjection('customers', { parent: 'shop', castFunctions: { name: 'toUpperCase' } }),
    makeProjection('orders', { parent: 'shop', fields: ['customerId', 'total'] }),
    makeErSchema('shop_relations', { customers: ['orders'], orders: ['customers'] }),
    makeSingleView('sv_customers', {
      erSchema: 'shop_relations',
      strategies: [{ system: 'shop', projection: 'customers', type: 'low-code' }],
      aggregation: makeAggregation(
        {
          customers: { type: 'projection', on: '_identifier' },
          orders: { type: 'projection', on: 'customers_to_orders' },
        },
        { name: 'customers.name', total: 'orders.total' },
      ),
    }),
  ];
}
