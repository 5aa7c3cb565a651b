import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { branchLock } from '../../src/features/projects/locks.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { isPostgresWanted } from '../support/testDatabase.js';

// SQLite has one writer, and no locks with names.
const onPostgres = isPostgresWanted() ? describe : describe.skip;

/** More than the connections and workers that the server has for writes. */
const waitingCount = 12;

onPostgres('a branch that a merge holds', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  /** Holds the lock of a branch while `work` lasts, as a merge does. */
  const whileHeld = async (place: Place, work: () => Promise<void>) => {
    const connection = await openSqlConnection(server.database, 10_000);
    try {
      await connection.transaction(async () => {
        await connection.lock(branchLock(place.branchId));
        await work();
      });
    } finally {
      await connection.close();
    }
  };

  const create = async ({ branchId }: Place, name: string) => {
    const { spec } = castFunction(name);
    const input = { branchId, kind: 'fast-data/CastFunction', name, spec };
    return (await server.operation('CreateResource', { input })).createResource.problems;
  };

  it('keeps those waiting who write to it, and nobody who writes to another one or reads', async () => {
    const [held, other] = [await flow.makeProject(), await flow.makeProject()];
    const plans = await Promise.all(
      [1, 2].map((number) => flow.stage(bundleOf([castFunction(`new_${number}`)]), held)),
    );
    const ended: string[] = [];
    let waiting: Promise<unknown>[] = [];
    await whileHeld(held, async () => {
      waiting = [
        ...Array.from({ length: waitingCount }, (_, index) => create(held, `held_${index}`)),
        ...plans.map(({ id }) => flow.discard(id)),
      ].map(async (write) => {
        const problems = await write;
        ended.push('held');
        return problems;
      });
      for (const name of ['one', 'two', 'three']) {
        expect(await create(other, name)).toEqual([]);
        ended.push('other');
      }
      expect(await flow.resources(other)).toHaveLength(3);
    });
    for (const problems of await Promise.all(waiting)) expect(problems ?? []).toEqual([]);
    expect(ended.slice(0, 3)).toEqual(['other', 'other', 'other']);
    expect(await flow.resources(held)).toHaveLength(waitingCount);
  });

  it('keeps nobody else from a connection while many wait to carry plans out', async () => {
    const [held, other] = [await flow.makeProject(), await flow.makeProject()];
    const plan = await flow.stage(bundleOf([castFunction('new')]), held);
    let waiting: Promise<unknown>[] = [];
    await whileHeld(held, async () => {
      waiting = Array.from({ length: waitingCount }, () => flow.execute(plan.id));
      expect(await create(other, 'one')).toEqual([]);
      expect(await flow.resources(other)).toHaveLength(1);
    });
    await Promise.all(waiting);
    expect(await flow.resources(held)).toHaveLength(1);
  });
});
