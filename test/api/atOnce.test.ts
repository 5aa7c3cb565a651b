import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place, type PlanProblem, type TaskRecord } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const itemCount = 3000;
const file = largeBundle(itemCount);

describe('two imports into one branch at once', () => {
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_TASK_WORKERS: '2' } });
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    place = await flow.makeProject();
  });
  afterAll(() => server.stop());

  const executeAtOnce = async (planIds: readonly string[]) => {
    const outcomes = await Promise.all(planIds.map((id) => flow.execute(id)));
    return {
      done: outcomes.filter(({ task }) => task?.status === 'COMPLETED'),
      refused: outcomes.filter(({ task }) => task?.status !== 'COMPLETED'),
    };
  };

  const reasonOf = ({ task, problems }: { task: TaskRecord | null; problems: PlanProblem[] }) =>
    task ? task.errorMessage : problems.map(({ message }) => message).join(' ');

  it('of the same names carry one out; the other changes nothing and names what changed', async () => {
    const plans = await Promise.all([flow.stage(file, place), flow.stage(file, place)]);
    const { done, refused } = await executeAtOnce(plans.map(({ id }) => id));
    expect([done.length, refused.length]).toEqual([1, 1]);
    expect(done[0]?.task).toMatchObject({ createdCount: itemCount });
    expect(reasonOf(refused[0]!)).toContain(
      'The cast function "cast_0" was created on the branch after the plan was derived.',
    );
    const resources = await flow.resources(place);
    expect(resources).toHaveLength(itemCount);
    expect(new Set(resources.map(({ revision }) => revision))).toEqual(new Set([1]));
    expect((await flow.stage(file, place)).counts).toMatchObject({ unchanged: itemCount });
  });

  it('of one plan carry it out once', async () => {
    const { id } = await flow.stage(file, place);
    const { done, refused } = await executeAtOnce([id, id]);
    expect([done.length, refused.length]).toEqual([1, 1]);
    expect(refused[0]?.problems).toMatchObject([
      { code: 'PLAN_NOT_READY', fix: expect.stringContaining(done[0]!.task!.id) as string },
    ]);
    expect(await flow.resources(place)).toHaveLength(itemCount);
  });

  it('with its discarding and its amendments leave it carried out or discarded, and refuse the rest', async () => {
    const { id, items } = await flow.stage(bundleOf([castFunction('one')]), place);
    const itemId = items.edges[0]!.node.id;
    const amend = () => [flow.setMode(id, 'COPY'), flow.rename(itemId, 'two'), flow.select(id, true), flow.discard(id)];
    const [first, ...rest] = await Promise.all([
      flow.execute(id),
      ...[...amend(), ...amend()],
      ...[flow.execute(id), flow.execute(id)].map(async (execution) => (await execution).problems),
    ]);
    for (const { code } of [...first.problems, ...rest.flat()]) expect(code).toBe('PLAN_NOT_READY');
    const { status } = await flow.plan(id);
    expect(['EXECUTED', 'DISCARDED']).toContain(status);
    expect(await flow.resources(place)).toHaveLength(status === 'EXECUTED' ? 1 : 0);
  });

  it('of different names are both carried out', async () => {
    const others = Array.from({ length: itemCount }, (_, index) => castFunction(`other_${index}`));
    const plans = await Promise.all([flow.stage(file, place), flow.stage(bundleOf(others), place)]);
    const { done } = await executeAtOnce(plans.map(({ id }) => id));
    expect(done).toHaveLength(2);
    expect(await flow.resources(place)).toHaveLength(2 * itemCount);
  });
});
