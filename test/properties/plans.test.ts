/** Whatever becomes of plans of one branch, made of files that repeat: none loses what it points to, and the database is sound. */
import fc from 'fast-check';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, itemsByName, type Place, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const names = ['f0', 'f1', 'f2'];
const files = ['a', 'b'].map((text) => bundleOf(names.map((name) => castFunction(name, `${name}${text}()`))));

type End = 'execute' | 'discard' | 'keep';

type Step =
  | { does: 'import'; file: number; leftOut: readonly string[]; end: End }
  /** Of a plan or task that is not the last one. */
  | { does: 'execute' | 'discard' | 'undo' | 'deleteTask'; back: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      // Mostly the same one.
      file: fc.constantFrom(0, 0, 0, 1),
      leftOut: fc.subarray(names),
      end: fc.constantFrom<End>('execute', 'discard', 'keep'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('execute', 'discard', 'undo', 'deleteTask'),
      back: fc.nat({ max: 2 }),
    }),
  },
);

/** What the clients of a run share: plans and tasks, oldest first. */
interface Scene {
  place: Place;
  planIds: string[];
  taskIds: string[];
}

describe('plans that come and go', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it.each([
    ['of one client', 1, 12],
    ['of several clients at once', 3, 6],
  ])('%s keep their contents', async (_who, clientCount, maxLength) => {
    const work = fc.array(step, { minLength: 4, maxLength });
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: clientCount, maxLength: clientCount }), async (lists) => {
        const scene = { place: await flow.makeProject(), planIds: [], taskIds: [] };
        await Promise.all(
          lists.map(async (steps) => {
            for (const each of steps) await take(scene, each);
          }),
        );
      }),
      { numRuns: 12 },
    );
    const query = '{ verifyDatabase { isSound problems { message severity } } }';
    expect(await flow.ask(query, {})).toMatchObject({ verifyDatabase: { isSound: true } });
  });

  /** A refusal is an answer; a fault of the server is none. */
  async function take(scene: Scene, each: Step): Promise<void> {
    if (each.does === 'import') return importFile(scene, each);
    const planId = scene.planIds.at(-1 - each.back);
    const taskId = scene.taskIds.at(-1 - each.back);
    if (planId !== undefined && (each.does === 'execute' || each.does === 'discard'))
      await endPlan(scene, planId, each.does);
    if (taskId !== undefined && each.does === 'deleteTask')
      await server.operation('DeleteTask', { input: { id: taskId } });
    if (taskId === undefined || each.does !== 'undo') return;
    const { undoImport } = await server.operation('UndoImport', { input: { taskId } });
    if (undoImport.task) await noteTask(scene, undoImport.task.id);
  }

  async function importFile(scene: Scene, { file, leftOut, end }: Step & { does: 'import' }): Promise<void> {
    const { plan } = await server.upload(files[file] ?? '', { branchId: scene.place.branchId });
    if (!plan) return;
    await noteTask(scene, plan.task.id);
    // Another client may have deleted it with its task.
    const staged = (await flow.plan(plan.id)) as PlanView | null;
    if (!staged) return;
    scene.planIds.push(plan.id);
    const itemIds = leftOut.flatMap((item) => itemsByName(staged)[item]?.id ?? []);
    if (itemIds.length > 0) await flow.select(plan.id, false, { itemIds });
    await endPlan(scene, plan.id, end);
  }

  async function endPlan(scene: Scene, planId: string, end: End): Promise<void> {
    if (end === 'discard') await flow.discard(planId);
    if (end !== 'execute') return;
    const { task } = await flow.execute(planId);
    if (task) await noteTask(scene, task.id);
  }

  async function noteTask(scene: Scene, taskId: string): Promise<void> {
    scene.taskIds.push(taskId);
    await expectNoFault(taskId);
  }

  /** The task may have been deleted by another client meanwhile. */
  async function expectNoFault(taskId: string): Promise<void> {
    const { errorMessage } = await flow.ended(taskId).catch(() => ({ errorMessage: null }));
    expect(errorMessage ?? '').not.toMatch(/Internal error/);
  }
});
