import { pathToFileURL } from 'node:url';
import { WorkerPool, type HeavyRead, type WorkerCall } from '../../../../src/features/workers/index.js';
import type { QueueBounds } from '../../../../src/shared/fairQueue.js';
import { projectFile } from '../../../support/projectFile.js';

interface GateArgs {
  gate: SharedArrayBuffer;
  result: string;
}

const unused = () => Promise.reject(new Error('Calls run in the worker.'));
const lightRead: WorkerCall<GateArgs, string> = { name: 'light', isRead: true, run: unused };
const heavyRead: HeavyRead<GateArgs, string> = { name: 'heavy', isRead: true, isHeavy: true, run: unused };

/** Work that waits at a gate until it is opened. */
class Gate {
  readonly buffer = new SharedArrayBuffer(4);

  static opened(): Gate {
    const gate = new Gate();
    gate.open();
    return gate;
  }

  open(): void {
    const state = new Int32Array(this.buffer);
    Atomics.store(state, 0, 1);
    Atomics.notify(state, 0);
  }
}

describe('WorkerPool', () => {
  const pools: WorkerPool[] = [];

  function makePool(heavyReads: QueueBounds = { ofOwner: 10, ofAll: 100 }): WorkerPool {
    const entry = pathToFileURL(projectFile('test/unit/features/workers/gateWorker.mjs'));
    const writes = { threadCount: 1, busyTimeoutMs: 60_000 };
    const pool = new WorkerPool({ entry, workerData: {}, taskWorkerCount: 1, heavyReads, writes });
    pools.push(pool);
    return pool;
  }

  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()));
  });

  it('answers light reads while a heavy one runs', async () => {
    const pool = makePool();
    const gate = new Gate();
    const heavy = pool.callHeavy(heavyRead, { gate: gate.buffer, result: 'heavy' }, 'anna');
    expect(await pool.call(lightRead, { gate: Gate.opened().buffer, result: 'light' })).toBe('light');
    gate.open();
    expect(await heavy).toBe('heavy');
  });

  it('answers the heavy read of one principal while that of another runs', async () => {
    const pool = makePool();
    const gate = new Gate();
    const own = ['first', 'second'].map((result) => pool.callHeavy(heavyRead, { gate: gate.buffer, result }, 'anna'));
    const other = pool.callHeavy(heavyRead, { gate: Gate.opened().buffer, result: 'other' }, 'ben');
    expect(await other).toBe('other');
    gate.open();
    expect(await Promise.all(own)).toEqual(['first', 'second']);
  });

  it('refuses a heavy read of a principal who has too many waiting, and names the setting', async () => {
    const pool = makePool({ ofOwner: 1, ofAll: 100 });
    const gate = new Gate();
    const ask = (result: string) => pool.callHeavy(heavyRead, { gate: gate.buffer, result }, 'anna');
    const taken = [ask('runs'), ask('waits')];
    await expect(ask('refused')).rejects.toMatchObject({
      code: 'TOO_MANY_HEAVY_READS',
      message: expect.stringContaining('WAYBILL_HEAVY_READS_EACH') as string,
    });
    gate.open();
    expect(await Promise.all(taken)).toEqual(['runs', 'waits']);
  });

  it('refuses the newest heavy read of whoever has most waiting when all are too many', async () => {
    const pool = makePool({ ofOwner: 10, ofAll: 2 });
    const gate = new Gate();
    const ask = (result: string, principal: string) =>
      pool.callHeavy(heavyRead, { gate: gate.buffer, result }, principal);
    const [runs, waits, goes] = [ask('runs', 'anna'), ask('waits', 'anna'), ask('goes', 'anna')];
    const others = [ask('ben', 'ben'), ask('cleo', 'cleo')];
    await expect(goes).rejects.toMatchObject({
      code: 'TOO_MANY_HEAVY_READS',
      message: expect.stringContaining('WAYBILL_HEAVY_READS') as string,
    });
    gate.open();
    expect(await Promise.all([runs, waits, ...others])).toEqual(['runs', 'waits', 'ben', 'cleo']);
  });

  it('refuses heavy reads that wait when it is closed', async () => {
    const pool = makePool();
    const gate = new Gate();
    const runs = pool.callHeavy(heavyRead, { gate: gate.buffer, result: 'runs' }, 'anna');
    const waits = pool.callHeavy(heavyRead, { gate: gate.buffer, result: 'waits' }, 'anna');
    const closed = pool.close();
    await expect(waits).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    gate.open();
    expect(await runs).toBe('runs');
    await closed;
  });
});
