import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, ImportFlow, itemsByName, type Place, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** A file that is imported again is not read again: its items point to the contents of the earlier ones, also where no resource does. */
describe('a content that items of several plans point to', () => {
  const records = ['calm', 'quiet'].map((name) => castFunction(name, `${name}()`));
  const file = bundleOf(records);
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  /** Imports the file without its last item, whose content no resource has then. */
  async function importFirst(): Promise<{ place: Place; plan: PlanView }> {
    const place = await flow.makeProject();
    const plan = await flow.stage(file, place);
    await flow.select(plan.id, false, { itemIds: [itemsByName(plan)['quiet']!.id] });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 1 });
    return { place, plan };
  }

  async function expectWhole(plan: PlanView, place: Place): Promise<void> {
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ calm: 'UNCHANGED', quiet: 'CREATE' });
    const { task, problems } = await flow.execute(plan.id);
    expect([problems, task?.errorMessage, task?.createdCount]).toEqual([[], null, 1]);
    expect((await flow.resources(place)).map(({ spec }) => spec)).toEqual(records.map(({ spec }) => spec));
  }

  async function deleteStaging({ id }: PlanView): Promise<void> {
    const { importPlan } = await flow.ask<{ importPlan: { task: { id: string } } }>(
      'query ($id: ID!) { importPlan(id: $id) { task { id } } }',
      { id },
    );
    const { task } = importPlan;
    expect((await server.operation('DeleteTask', { input: { id: task.id } })).deleteTask.problems).toEqual([]);
  }

  it('is there after one of the plans is discarded', async () => {
    const { place } = await importFirst();
    const discarded = await flow.stage(file, place);
    const other = await flow.stage(file, place);
    expect(await flow.discard(discarded.id)).toEqual([]);
    await expectWhole(other, place);
  });

  it('is there for a plan that is made after one was discarded', async () => {
    const { place } = await importFirst();
    await flow.discard((await flow.stage(file, place)).id);
    await expectWhole(await flow.stage(file, place), place);
  });

  it('is there after the task that read the file first is deleted, and the last plan is discarded', async () => {
    const { place, plan } = await importFirst();
    const [second, third] = [await flow.stage(file, place), await flow.stage(file, place)];
    await deleteStaging(plan);
    await flow.discard(second.id);
    await expectWhole(third, place);
  });
});
