/** Whatever becomes of plans of one branch, made of files that repeat: none loses what it points to, and the database is sound. */
import fc from 'fast-check';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, itemsByName, type Place, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const names = ['f0', 'f1', 'f2'];
const files = ['a', 'b'].map((text) => bundleOf(names.map((name) => castFunction(name, `${name}${text}()`))));

interface Step {
  does: 'stage' | 'leaveOut' | 'rename' | 'execute' | 'discard' | 'undo' | 'deleteTask';
  /** Which file, which item, and how many plans or tasks ago. */
  file: number;
  item: string;
  back: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('stage', 'stage', 'leaveOut', 'rename', 'execute', 'execute', 'discard', 'undo', 'deleteTask'),
  file: fc.nat({ max: 1 }),
  item: fc.constantFrom(...names),
  back: fc.nat({ max: 2 }),
});

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
    ['of one client', 1, 16],
    ['of several clients at once', 3, 8],
  ])('%s keep their contents', async (_who, clientCount, maxLength) => {
    const work = fc.array(step, { minLength: 6, maxLength });
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
  async function take(scene: Scene, { does, file, item, back }: Step): Promise<void> {
    const planId = scene.planIds.at(-1 - back);
    const taskId = scene.taskIds.at(-1 - back);
    if (does === 'stage') {
      const { plan } = await server.upload(files[file] ?? '', { branchId: scene.place.branchId });
      if (!plan) return;
      scene.taskIds.push(plan.task.id);
      await expectNoFault(plan.task.id);
      scene.planIds.push(plan.id);
    } else if (planId !== undefined && (does === 'leaveOut' || does === 'rename')) {
      // Deleted with the task that read its file.
      const plan = (await flow.plan(planId)) as PlanView | null;
      const found = plan && itemsByName(plan)[item];
      if (found && does === 'leaveOut') await flow.select(planId, false, { itemIds: [found.id] });
      if (found && does === 'rename') await flow.rename(found.id, `${item}x`);
    } else if (planId !== undefined && does === 'discard') await flow.discard(planId);
    else if (planId !== undefined && does === 'execute') {
      const { task } = await flow.execute(planId);
      if (!task) return;
      scene.taskIds.push(task.id);
      await expectNoFault(task.id);
    } else if (taskId !== undefined && does === 'undo') {
      const { undoImport } = await server.operation('UndoImport', { input: { taskId } });
      if (!undoImport.task) return;
      scene.taskIds.push(undoImport.task.id);
      await expectNoFault(undoImport.task.id);
    } else if (taskId !== undefined && does === 'deleteTask')
      await server.operation('DeleteTask', { input: { id: taskId } });
  }

  /** The task may have been deleted by another client meanwhile. */
  async function expectNoFault(taskId: string): Promise<void> {
    const { errorMessage } = await flow.ended(taskId).catch(() => ({ errorMessage: null }));
    expect(errorMessage ?? '').not.toMatch(/Internal error/);
  }
});
