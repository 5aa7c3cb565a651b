import type { JsonObject } from '../../src/shared/json.js';
import { castFunction, erSchema, projection, singleView } from '../support/fastDataRecords.js';
import { followFixes, type PlanFixRow } from '../support/fixTable.js';
import { aggregation, erp } from '../support/fixFiles.js';
import { bundleOf, originIn, type BundleRecord } from '../support/importBundle.js';

const orders = projection('orders', { system: 'erp' });
const topical = (name: string) =>
  bundleOf([erp, projection('topical', { system: 'erp', topics: { ingestion: { name } } })], { project: 'farm' });
const keyed = (primaryKey: boolean) =>
  bundleOf([erp, { ...orders, spec: { fields: [{ name: 'id', type: 'string', primaryKey }] } }]);
const cast = (body: string) => bundleOf([castFunction('logs', body)]);
const owned: BundleRecord = castFunction('nested');
const nodes = (records: readonly BundleRecord[]) => bundleOf([erp, ...records, erSchema('er', { ghosts: [] })]);

/** A view over two projections, whose ER schema leads from one to the other. */
function view({
  on = 'orders_to_lines',
  join = 'lines',
  isMany = true,
  fields = ['id'],
}: Partial<ViewParts> = {}): string {
  const dependencies = { orders: { type: 'projection', on: '_identifier' }, lines: { type: 'projection', on } };
  const mapping = Object.fromEntries(fields.map((field) => [field, `orders.${field}`]));
  const config = { SV_CONFIG: { dependencies, joinDependency: join, mapping } };
  const conditions = { orders_to_lines: { condition: { id: 'id' }, oneToMany: isMany } };
  const er = { version: '1.0.0', config: { orders: { outgoing: { lines: { conditions } } }, lines: { outgoing: {} } } };
  const key = { version: '1.0.0', config: { id: 'id' } };
  return bundleOf([
    ...[erp, orders, projection('lines', { system: 'erp' })],
    { kind: 'fast-data/ErSchema', name: 'er', spec: er },
    singleView('sv', {
      erSchema: 'er',
      aggregation: { version: '1.0.0', config },
      singleViewKey: key,
      fields: fields.map((name) => ({ name, type: 'string' })),
    }),
  ]);
}

interface ViewParts {
  on: string;
  join: string;
  isMany: boolean;
  fields: readonly string[];
}

const erOn = (field: string) =>
  bundleOf([erp, orders, { kind: 'fast-data/ErSchema', name: 'er', spec: { version: '1.0.0', config: { orders: { outgoing: { orders: { conditions: { self: { condition: { [field]: 'id' } } } } } } } } }]); // prettier-ignore
const storer = JSON.stringify({
  version: 2,
  settings: { systemOfRecords: 'erp', dataSourceAdapter: { type: 'db2' } },
  projections: {
    orders: {
      topics: { ingestion: { name: 't' } },
      primaryKeys: ['ID'],
      fieldsMapping: { ID: { targetField: 'id', castFunction: 'identity' } },
    },
  },
});
const config = (block: JsonObject) => aggregation('a', { KIDS: { type: 'config' } }).replace('"config":{', `"KIDS":${JSON.stringify(block)},"config":{`); // prettier-ignore
const kids = { dependencies: {}, mapping: {} };
const asSv = { options: { name: 'sv' } };

const rows: PlanFixRow[] = [
  { code: 'CAST_LANGUAGE', fix: /rewrite the function/, file: cast('logger.info(value)'), follow: { file: cast('return value') } },
  { code: 'TOPIC_FROM_SOURCE', fix: /Name a topic of this project/, file: topical('acme.farm.erp'), follow: { file: topical('acme.club.erp') } },
  { code: 'NO_PRIMARY_KEY', fix: /at least one field/, file: keyed(false), follow: { file: keyed(true) } },
  { code: 'NESTED_REFERENCE', fix: /from the project that owns it/, file: bundleOf([{ ...owned, origins: [originIn('first', 'nested')] }]), options: { mode: 'REFERENCE' }, follow: { file: bundleOf([owned], { project: 'first' }), options: { mode: 'REFERENCE' } } },
  { code: 'UNRESOLVED_NODE', fix: /import a file that contains it/, file: nodes([]), follow: { file: nodes([projection('ghosts', { system: 'erp' })]) } },
  { code: 'UNRESOLVED_CONDITION', fix: /Add the condition|name another one/, file: view({ on: 'Orders_To_Lines' }), follow: { file: view() } },
  { code: 'UNRESOLVED_CONDITION', fix: /Set oneToMany/, file: view({ isMany: false }), follow: { file: view() } },
  { code: 'UNRESOLVED_CONDITION', fix: /one of the dependencies of the block/, file: view({ join: 'line' }), follow: { file: view() } },
  { code: 'UNRESOLVED_FIELD', fix: /Add the field to the single view/, file: view({ fields: ['no'] }), follow: { file: view() } },
  { code: 'UNRESOLVED_FIELD', fix: /Add the field to "orders"/, file: erOn('nope'), follow: { file: erOn('nope').replace('{"name":"id"', '{"name":"nope","type":"string"},{"name":"id"').replace('"formatVersion":1,', '"formatVersion":1,"isDraft":true,') } },
  { code: 'UNRESOLVED_FIELD', fix: /or correct the condition/, file: erOn('nope'), follow: { file: erOn('id') } },
  { code: 'UNRESOLVED_BLOCK', fix: /Move "KIDS" into "config"/, file: config(kids), options: asSv, follow: { file: aggregation('a', { KIDS: { type: 'config' } }).replace('"config":{', `"config":{"KIDS":${JSON.stringify(kids)},`), options: asSv } },
  { code: 'FIELD_TYPE_ASSUMED', fix: /after the import/, file: storer, follow: async ({ flow, place }, plan) => {
    await flow.execute(plan.id);
    const made = (await flow.resources(place)).find(({ name }) => name === 'orders')!;
    const spec = { ...made.spec, fields: [{ ...(made.spec['fields'] as JsonObject[])[0], type: 'number' }] };
    const changed = await flow.ask<{ updateResource: { problems: unknown[] } }>('mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { problems { message } } }', { input: { id: made.id, expectedRevision: made.revision, spec } });
    expect(changed.updateResource.problems).toEqual([]);
    return flow.stage(await flow.export(place), place, { options: { createStrategy: 'UPSERT' } });
  } },
]; // prettier-ignore

followFixes('a fix of advice on Fast Data', rows);
