/** Whatever people do between an import, its undo and the undo of that: nothing breaks, and the database is sound. */
import fc from 'fast-check';
import { castFunction, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow, type BranchResource, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const systems = ['s0', 's1'];
const projections = ['p0', 'p1', 'p2'];
const functions = ['f0', 'f1'];
const names = [...systems, ...projections, ...functions];

type Step =
  | { does: 'import'; records: readonly string[]; parent: string; text: string; isReference: boolean }
  | { does: 'make' | 'edit' | 'detach' | 'restore'; name: string; text: string }
  | { does: 'delete'; name: string; force: boolean }
  | { does: 'rename'; name: string; to: string }
  | { does: 'undo'; back: number; force: boolean };

const name = fc.constantFrom(...names);
const text = fc.constantFrom('a', 'b', 'c');
const force = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      records: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      parent: fc.constantFrom(...systems),
      text,
      isReference: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('make', 'edit', 'detach', 'restore'), name, text }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), name, force }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('rename' as const), name, to: name }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('undo' as const), back: fc.nat({ max: 2 }), force }) },
);

/** What the clients of a run share. */
interface Scene {
  place: Place;
  /** Imports and undos that were carried out, oldest first. */
  taskIds: string[];
}

describe('undos among everything else', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it.each([
    ['of one client', 1, 14],
    ['of several clients at once', 3, 8],
  ])('%s leave the database sound', async (_who, clientCount, maxLength) => {
    const work = fc.array(step, { minLength: 4, maxLength });
    const works = fc.array(work, { minLength: clientCount, maxLength: clientCount });
    await fc.assert(
      fc.asyncProperty(works, async (lists) => {
        const scene = { place: await flow.makeProject(['EVENT_DRIVEN']), taskIds: [] };
        await Promise.all(
          lists.map(async (steps) => {
            for (const each of steps) await take(scene, each);
          }),
        );
      }),
      { numRuns: 12, seed: 20_261_126, endOnFailure: true },
    );
    // Once for all runs: each leaves a project of its own, and the whole database is read.
    const query = '{ verifyDatabase { isSound problems { message severity } } }';
    expect(await flow.ask(query, {})).toMatchObject({ verifyDatabase: { isSound: true } });
  });

  async function take(scene: Scene, done: Step): Promise<void> {
    if (done.does === 'import') await importThese(scene, done);
    else if (done.does === 'undo') await undo(scene, done);
    else if (done.does === 'make') {
      const { kind, name: made, spec } = recordOf(done.name, done.text);
      const parentId = (await find(scene, systems[0]!))?.id;
      const isContained = projections.includes(made);
      await mutate('createResource', {
        ...{ branchId: scene.place.branchId, kind, name: made, spec },
        ...(isContained && parentId !== undefined && { parentId }),
      });
    } else {
      const found = await find(scene, done.name);
      if (found) await change(found, done);
    }
  }

  async function change({ id, spec }: BranchResource, done: Exclude<Step, { does: 'import' | 'undo' }>): Promise<void> {
    if (done.does === 'edit') await mutate('updateResource', { id, spec: { ...spec, ...described(done) } });
    else if (done.does === 'delete') await mutate('deleteResource', { id, force: done.force });
    else if (done.does === 'rename') await mutate('renameResource', { id, name: done.to });
    else if (done.does === 'detach') await mutate('detachReference', { id });
    else if (done.does === 'restore') await mutate('restoreRevision', { id, revision: 1 });
  }

  async function importThese(scene: Scene, order: Extract<Step, { does: 'import' }>): Promise<void> {
    const records = order.records.map((each) => ({
      ...recordOf(each, order.text),
      ...(projections.includes(each) && { parent: order.parent }),
    }));
    const mode = order.isReference ? 'REFERENCE' : 'COPY';
    const options = { createStrategy: 'UPSERT' };
    const plan = await flow.stage(bundleOf(records, { project: 'farm' }), scene.place, { mode, options });
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    if (!task) return;
    expect(task.errorMessage ?? '').not.toContain('Internal');
    if (task.status.startsWith('COMPLETED')) scene.taskIds.push(task.id);
  }

  async function undo(scene: Scene, { back, force: isForced }: Extract<Step, { does: 'undo' }>): Promise<void> {
    const taskId = scene.taskIds.at(-1 - back);
    if (taskId === undefined) return;
    const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } | null } }>(
      'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { code message } } }',
      { input: { taskId, force: isForced } },
    );
    if (!undoImport.task) return;
    const task = await flow.ended(undoImport.task.id);
    // What has changed between the question and the task is told by a sentence.
    expect(task.errorMessage ?? 'Nothing was changed.').toContain('Nothing was changed.');
    expect(task.errorMessage ?? '').not.toContain('Internal');
    if (task.status === 'COMPLETED') scene.taskIds.push(task.id);
  }

  async function find({ place }: Scene, wanted: string): Promise<BranchResource | undefined> {
    return (await flow.resources(place)).find((resource) => resource.name === wanted);
  }

  /** A refusal is as good as a change; anything else fails. */
  async function mutate(field: string, input: object): Promise<void> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    await flow.ask(`mutation ($input: ${type}!) { ${field}(input: $input) { problems { code } } }`, { input });
  }
});

function described({ name: of, text: value }: { name: string; text: string }): object {
  return functions.includes(of) ? { casting: value } : systems.includes(of) ? { description: value } : {};
}

function recordOf(of: string, value: string): BundleRecord {
  if (functions.includes(of)) return castFunction(of, value);
  if (systems.includes(of)) return systemOfRecord(of);
  const fields = [{ name: 'id', type: 'string', primaryKey: true, description: value }];
  return { kind: 'fast-data/Projection', name: of, spec: { fields } };
}
