/** Whatever is on a branch: an import that mirrors kinds deletes only what came from its source and is no longer in its file, and an undo restores it. */
import fc from 'fast-check';
import { castFunction, erSchema, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow, type BranchResource, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const kinds = ['fast-data/CastFunction', 'fast-data/SystemOfRecord', 'fast-data/Projection', 'fast-data/ErSchema'];
const names = ['s0', 's1', 'f0', 'f1', 'f2', 'p0', 'p1', 'e0', 'e1'];

/** A record by its name; `seed` chooses what it refers to. */
function recordOf(name: string, seed: number): BundleRecord {
  if (name.startsWith('s')) return systemOfRecord(name);
  if (name.startsWith('f')) return castFunction(name, `return ${seed}`);
  if (name.startsWith('e')) return erSchema(name, { [`p${seed % 2}`]: [] });
  return projection(name, { system: `s${seed % 2}`, fields: { note: `f${seed % 3}` } });
}

const seeds = fc.nat({ max: 11 });
const some = fc.uniqueArray(fc.constantFrom(...names), { maxLength: names.length });
const step = fc.oneof(
  fc.record({
    does: fc.constant('import' as const),
    records: some,
    seed: seeds,
    project: fc.constantFrom('farm', 'farm', 'garden'),
    isReference: fc.boolean(),
    renames: fc.boolean(),
  }),
  fc.record({
    does: fc.constantFrom('make', 'edit', 'rename', 'detach', 'delete'),
    name: fc.constantFrom(...names),
    seed: seeds,
  }),
);
const mirror = fc.record({
  records: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
  seed: seeds,
  kinds: fc.subarray(kinds, { minLength: 2 }),
  isReference: fc.boolean(),
  keeps: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe('imports that mirror kinds', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const stateOf = (resources: readonly BranchResource[]) =>
    resources.map(({ id, kind, name, digest, mode, parent, origin }) => ({
      id,
      kind,
      name,
      digest,
      mode,
      parent,
      origin,
    }));

  it('delete only what came from the source and is no longer in the file, and an undo gives the branch before', async () => {
    let deletions = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), mirror, async (steps, order) => {
        const place = await flow.makeProject(['EVENT_DRIVEN']);
        for (const each of steps) await take(place, each);
        const before = await flow.resources(place);
        const namesBefore = await bindingsOf(place);
        const records = [...order.records, 'f9'].map((name) => recordOf(name, order.seed));
        const plan = await flow.stage(bundleOf(records, { project: 'farm' }), place, {
          mode: order.isReference ? 'REFERENCE' : 'COPY',
          options: { mirrorKinds: order.kinds, isDeletionAllowed: true, createStrategy: 'UPSERT' },
        });
        const listed = plan.items.edges.map(({ node }) => node).filter(({ isDeletion }) => isDeletion);
        const kept = listed.filter(({ name }) => order.keeps.includes(name)).map(({ id }) => id);
        if (kept.length > 0) await flow.select(plan.id, false, { itemIds: kept });
        const { counts } = await flow.plan(plan.id);
        const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
        expect(task?.status).toMatch(/^COMPLETED/);
        expect(task?.deletedCount).toBe(counts.delete);
        const after = await flow.resources(place);
        const left = new Set(after.map(({ id }) => id));
        const gone = before.filter(({ id }) => !left.has(id));
        expect(gone).toHaveLength(counts.delete);
        for (const { kind, name, origin } of gone) {
          expect(origin?.project?.key).toBe('farm');
          expect(order.kinds).toContain(kind.name);
          expect(records.filter((record) => record.kind === kind.name).map((record) => record.name)).not.toContain(
            origin?.sourceName,
          );
          expect(order.keeps).not.toContain(name);
        }
        expect(referencesTo(after, new Set(gone.map(({ name }) => name)))).toEqual([]);
        deletions += gone.length;
        await undo(task!.id);
        expect(stateOf(await flow.resources(place))).toEqual(stateOf(before));
        expect(await bindingsOf(place)).toEqual(namesBefore);
      }),
      { numRuns: 25, seed: 20_261_128, endOnFailure: true },
    );
    expect(deletions).toBeGreaterThan(10);
    // Once for all runs: each leaves a project of its own, and the whole database is read.
    expect(await flow.ask('{ verifyDatabase { isSound } }', {})).toEqual({ verifyDatabase: { isSound: true } });
  });

  const bindingsOf = async ({ projectId }: Place) => {
    const document = 'query ($id: ID!) { bindings(projectId: $id, first: 100) { nodes { id name type toName } } }';
    return (await flow.ask<{ bindings: { nodes: object[] } }>(document, { id: projectId })).bindings.nodes;
  };

  /** What still refers to names that are gone, unless something else has the name now. */
  function referencesTo(resources: readonly BranchResource[], gone: ReadonlySet<string>): string[] {
    const present = new Set(resources.map(({ name }) => name));
    const lost = [...gone].filter((name) => !present.has(name));
    return resources.flatMap(({ name, spec }) =>
      lost.filter((one) => JSON.stringify(spec).includes(`"${one}"`)).map((one) => `${name} → ${one}`),
    );
  }

  async function take(place: Place, done: Step): Promise<void> {
    if (done.does === 'import') {
      const records = done.records.map((name) => recordOf(name, done.seed));
      if (records.length === 0) return;
      const plan = await flow.stage(bundleOf(records, { project: done.project }), place, {
        mode: done.isReference ? 'REFERENCE' : 'COPY',
        options: { createStrategy: 'UPSERT' },
      });
      const [first] = plan.items.edges;
      if (done.renames && first?.node.kind.name === 'fast-data/CastFunction') await flow.rename(first.node.id, 'f7');
      await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
      return;
    }
    const resources = await flow.resources(place);
    const record = recordOf(done.name, done.seed);
    if (done.does === 'make') {
      const parent = resources.find(({ name }) => name === record.parent);
      const input = {
        branchId: place.branchId,
        kind: record.kind,
        name: record.name,
        spec: record.spec,
        parentId: parent?.id,
      };
      await mutate('createResource', input);
      return;
    }
    const found = resources.find(({ name }) => name === done.name);
    if (!found) return;
    const { id } = found;
    if (done.does === 'edit') await mutate('updateResource', { id, spec: record.spec });
    else if (done.does === 'rename') await mutate('renameResource', { id, name: `${done.name}x` });
    else if (done.does === 'detach') await mutate('detachReference', { id });
    else await mutate('deleteResource', { id, force: false });
  }

  /** By force: what was here before may depend on what the import created. */
  async function undo(taskId: string): Promise<void> {
    const document =
      'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { message } } }';
    const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } | null; problems: object[] } }>(
      document,
      { input: { taskId, force: true } },
    );
    expect(undoImport.problems).toEqual([]);
    expect(await flow.ended(undoImport.task!.id)).toMatchObject({ status: 'COMPLETED', errorMessage: null });
  }

  /** A refusal is as good as a change; anything else fails. */
  async function mutate(field: string, input: object): Promise<void> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    await flow.ask(`mutation ($input: ${type}!) { ${field}(input: $input) { problems { code } } }`, { input });
  }
});
