import { sql } from '../../../../../src/database/worker.js';
import { text } from 'node:stream/consumers';
import { writeFailures, writeFileFailures } from '../../../../../src/features/importing/reporting/writeFailures.js';
import type { TaskContext } from '../../../../../src/features/tasks/worker.js';
import { errorProblem } from '../../../../../src/shared/problem.js';
import { now } from '../../../../support/branchScene.js';
import { castFunction, projection } from '../../../../support/fastDataRecords.js';
import { PlanScene } from '../../../../support/planScene.js';

describe('what a task with failures leaves to download', () => {
  let scene: PlanScene;
  let context: TaskContext;
  beforeAll(async () => {
    scene = await PlanScene.open();
    const { fileStore } = scene.context;
    let count = 0;
    const keep = () => undefined;
    const newFile = () => ({ id: `file-${++count}`, file: fileStore.file(`file-${count}`), keep });
    context = { ...scene.context, newFile, task: { id: 'task' } as TaskContext['task'] };
  });
  beforeEach(() =>
    scene.fill('task', { id: 'task', type: 'STAGE_IMPORT', status: 'RUNNING', input: '{}', created_at: now }),
  );
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  /** Texts of the files of the task, by name. */
  async function written(): Promise<Record<string, string>> {
    const rows = await scene.connection.all<{ id: string; purpose: string; name: string }>(
      sql`SELECT id, purpose, name FROM stored_file`,
    );
    const texts = rows.map(async ({ id, purpose, name }) => [
      `${purpose} ${name}`,
      await text(scene.context.fileStore.file(id).open()),
    ]);
    return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
  }

  const csv = 'ERROR_REPORT import-errors-20260131T101500Z.csv';
  const json = 'ERROR_REPORT import-errors-20260131T101500Z.json';
  const remainder = 'REMAINDER import-remainder-20260131T101500Z.jsonl';

  it('is a report of each error, in two shapes, and the failed items with theirs', async () => {
    const plan = await scene.stage([
      castFunction('trim'),
      { ...projection('orders', { system: 'gone' }), line: 7, sourceId: 'there-7' },
    ]);
    await scene.derive(plan);
    await writeFailures(context, await scene.planRow(plan), sql`i.action = 'BLOCKED'`);
    const files = await written();
    expect(Object.keys(files).sort()).toEqual([csv, json, remainder]);
    expect(files[csv]?.split('\r\n').map((line) => line.split(',').slice(1, 7).join())).toEqual([
      'line,index,kind,name,externalReferenceCode,code',
      '7,2,fast-data/Projection,orders,,DEPENDENCY_MISSING',
      '',
    ]);
    expect(JSON.parse(files[json] ?? '')).toMatchObject([
      { line: 7, index: 2, name: 'orders', code: 'DEPENDENCY_MISSING' },
    ]);
    const [head, item, ...more] = (files[remainder] ?? '').trim().split('\n');
    expect([JSON.parse(head ?? ''), more]).toMatchObject([{ source: { project: { key: 'far' } } }, []]);
    expect(JSON.parse(item ?? '')).toMatchObject({
      ...{ kind: 'fast-data/Projection', name: 'orders', parent: 'gone', id: 'there-7' },
      problems: [{ code: 'DEPENDENCY_MISSING' }],
    });
  });

  it('of a file that is refused as a whole is a report alone', async () => {
    await writeFileFailures(context, [errorProblem('FORMAT_UNSUPPORTED', 'No.', { line: 3 })]);
    const files = await written();
    expect(Object.keys(files).sort()).toEqual([csv, json]);
    expect(JSON.parse(files[json] ?? '')).toMatchObject([{ line: 3, code: 'FORMAT_UNSUPPORTED' }]);
  });

  it('is an empty list where there is no error', async () => {
    await writeFileFailures(context, []);
    expect(JSON.parse((await written())[json] ?? '')).toEqual([]);
  });
});
