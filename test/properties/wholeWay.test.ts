/**
 * The law of importing, over the wire, for a file of each pack: a value that is put into a file is in what is stored, or a problem of the
 * plan names its place. Each value is a text of its own, so that it is recognized wherever it is stored.
 */
import fc from 'fast-check';
import type { JsonValue } from '../../src/shared/json.js';
import { processDefinition } from '../support/analyticsFlow.js';
import { systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { isTold, changedAt, valueAt, withOddities } from '../support/leaves.js';
import { sharedServer } from '../support/sharedServer.js';
import { isKnownToSayNothing, shapes } from './fileShapes.js';

const fileOf = (name: string) => JSON.stringify(shapes.find((shape) => shape.name === name)?.base);

/** Shapes of files, and the files with what they refer to. */
const cases: readonly { name: string; files: readonly string[]; resources?: readonly BundleRecord[] }[] = [
  { name: 'fast-data/console-configuration', files: [] },
  { name: 'fast-data/single-view', files: [] },
  {
    name: 'objects/jsont of ObjectDefinition',
    files: [fileOf('objects/jsont of ListTypeDefinition'), fileOf('objects/jsont of NotificationTemplate')],
  },
  { name: 'objects/jsont of ListTypeDefinition', files: [] },
  { name: 'objects/jsont of APIApplication', files: [] },
  { name: 'analytics/entities', files: [], resources: [processDefinition('order')] },
  { name: 'waybill/json', files: [bundleOf([systemOfRecord('erp')])] },
];

describe('an import of a file', () => {
  let flow: ImportFlow;
  beforeAll(async () => {
    flow = new ImportFlow(await sharedServer());
  });

  /** Everything that the import left: resources with their origins, and the source of the plan. */
  const stored = async (branchId: string, planId: string): Promise<string> => {
    const document = `query ($branchId: ID!, $planId: ID!) {
      resources(branchId: $branchId, first: 500) { nodes { name title externalReferenceCode spec
        origin { sourceName sourceId instance { id name } project { id key name } branch exportedAt bundleDigest
          previous { sourceName sourceId instance { id name } project { id key name } branch exportedAt bundleDigest } } } }
      importPlan(id: $planId) { source { instance { id name } project { id key name } branch exportedAt exportedBy } } }`;
    return JSON.stringify(await flow.ask(document, { branchId, planId }));
  };

  it.each(cases)('$name loses nothing without a word', async ({ name, files, resources = [] }) => {
    const { base } = shapes.find((shape) => shape.name === name)!;
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(withOddities(base), async ({ paths }) => {
        let document: JsonValue = base;
        const marks = paths.map((path, index) => ({ path, mark: `zq${index}mark` }));
        for (const { path, mark } of marks) document = changedAt(document, path, mark);
        const place = await flow.makeProject();
        for (const file of files) await flow.import(file, place);
        for (const resource of resources) await flow.create(place, resource);
        const plan = await flow.stage(JSON.stringify(document), place);
        const problems = [...plan.problems, ...plan.items.edges.flatMap(({ node }) => node.problems)];
        // A file or an item with an error is not imported, and says so.
        if (problems.some(({ severity }) => severity === 'ERROR')) return;
        await flow.execute(plan.id);
        const content = await stored(place.branchId, plan.id);
        const lost = marks.filter(
          ({ path, mark }) =>
            valueAt(document, path) === mark &&
            !isKnownToSayNothing(path, mark) &&
            !content.includes(mark) &&
            !isTold(path, problems),
        );
        expect(lost.map(({ path }) => `/${path.join('/')}`)).toEqual([]);
        checked += 1;
      }),
      { numRuns: 20 },
    );
    expect(checked).toBeGreaterThan(0);
  });
});
