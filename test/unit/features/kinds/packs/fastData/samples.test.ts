import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { alternativesOf, blocksOf } from '../../../../../../src/features/kinds/packs/fastData/aggregation.js';
import { customFilesOf } from '../../../../../../src/features/kinds/packs/fastData/customFiles.js';
import { erConditionsOf } from '../../../../../../src/features/kinds/packs/fastData/erConditions.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';
import { faultsOf, namesIn, registry } from './registry.js';

/** Real files that are not part of the project; where they are not there, these tests are skipped. */
const folder = path.resolve('..', 'shared', 'samples', 'fast-data');
const describeSamples = existsSync(folder) ? describe : describe.skip;

function sample(number: string): JsonObject {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`)) ?? number;
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as JsonObject;
}

const distinct = (names: readonly string[]) => [...new Set(names)];

describeSamples('real Fast Data files', () => {
  it.each([
    ['01', 8, 16],
    ['03', 8, 16],
    ['04', 2, 1],
  ])('has in ER schema %s %i nodes and %i conditions', (number, nodeCount, conditionCount) => {
    const spec = sample(number);
    expect(faultsOf('ErSchema', spec)).toEqual([]);
    expect(distinct(namesIn('ErSchema', spec))).toHaveLength(nodeCount);
    expect(erConditionsOf(spec)).toHaveLength(conditionCount);
  });

  it.each([
    ['09', ['USER', 'DOCTOR', 'FIREFIGHTER']],
    ['10', ['PEOPLE', 'people']],
    ['11', ['USER', 'JOB']],
  ])('has in aggregation %s the collections %j', (number, names) => {
    const spec = { aggregation: sample(number) };
    expect(faultsOf('SingleView', spec)).toEqual([]);
    expect(distinct(namesIn('SingleView', spec))).toEqual(names);
  });

  it('resolves every projection and condition of the food delivery view in its ER schema', () => {
    const view = { erSchema: 'food', aggregation: sample('02') };
    expect(faultsOf('SingleView', view)).toEqual([]);
    const projections = namesIn('SingleView', view).filter((name) => name !== 'food');
    expect(projections).toHaveLength(7);
    const nodes = new Set(namesIn('ErSchema', sample('01')));
    expect(projections.every((name) => nodes.has(name))).toBe(true);
    expect([...nodes].filter((name) => !projections.includes(name))).toEqual(['pr_restaurants']);
    const conditions = blocksOf(view).flatMap(({ dependencies }) =>
      dependencies.flatMap((dependency) => [dependency, ...alternativesOf(dependency)].map(({ value }) => value['on'])),
    );
    expect(distinct(conditions.filter((on) => on !== '_identifier' && on !== undefined).map(String))).toHaveLength(6);
    expect(customFilesOf(view).map(({ name }) => name)).toEqual(['myCustomFx']);
    const { crossCheck } = registry.get('fast-data/SingleView');
    expect(crossCheck?.(view, 'sv_food', (kind) => (kind === 'fast-data/ErSchema' ? sample('01') : undefined))).toEqual(
      [],
    );
  });

  it.each([
    ['12', 'projectionChangesSchema', ['pr_libraries', 'pr_book_libraries', 'pr_books']],
    ['13', 'projectionChangesSchema', ['PROJECTION_2', 'PROJECTION_1', 'BASE_PROJECTION']],
    ['14', 'kafkaProjectionUpdates', ['PROJECTION_NAME']],
    ['15', 'kafkaProjectionUpdates', ['PROJECTION_NAME']],
    ['16', 'singleViewKey', []],
  ])('has in file %s, the %s of a view, the collections %j', (number, member, names) => {
    const spec = { [member]: sample(number) };
    expect(faultsOf('SingleView', spec)).toEqual([]);
    expect(namesIn('SingleView', spec)).toEqual(names);
  });

  it('accepts the cast functions of a project', () => {
    const functions = Object.values(sample('18')['castFunctions'] as Record<string, JsonObject>);
    expect(functions).toHaveLength(9);
    for (const { dataType, casting, type } of functions) {
      expect(faultsOf('CastFunction', { dataType: dataType ?? '', casting: casting ?? '', type: type ?? '' })).toEqual(
        [],
      );
    }
  });

  it('accepts the projections of a Projection Storer', () => {
    const projections = Object.values(sample('17')['projections'] as Record<string, JsonObject>);
    for (const { topics, primaryKeys, fieldsMapping } of projections) {
      const fields = Object.entries(fieldsMapping as Record<string, JsonObject>).map(([source, { castFunction }]) => ({
        name: source,
        type: 'string',
        castFunction: castFunction ?? '',
        primaryKey: (primaryKeys as string[]).includes(source),
      }));
      expect(faultsOf('Projection', { fields, topics: topics ?? {} })).toEqual([]);
    }
  });

  it('accepts the data models of an application, as CRUD collections and as single views', () => {
    const models = Object.values(sample('20') as Record<string, JsonObject>);
    expect(models).toHaveLength(5);
    for (const { fields = [], indexes = [], internalEndpoints = [] } of models) {
      expect(faultsOf('CrudCollection', { fields, indexes, internalEndpoints })).toEqual([]);
      expect(faultsOf('SingleView', { fields, indexes })).toEqual([]);
    }
  });
});
