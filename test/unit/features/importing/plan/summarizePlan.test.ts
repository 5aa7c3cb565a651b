import { sql } from '../../../../../src/database/worker.js';
import {
  countByAction,
  noImportCounts,
  type ImportCounts,
} from '../../../../../src/features/importing/tables/importStates.js';
import { summarizePlan } from '../../../../../src/features/importing/plan/summarizePlan.js';
import type { Problem } from '../../../../../src/shared/problem.js';
import { castFunction, projection, singleView, systemOfRecord } from '../../../../support/fastDataRecords.js';
import { PlanScene } from '../../../../support/planScene.js';

describe('the summary of a plan', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  async function summary(planId: string): Promise<{ counts: ImportCounts; advice: Problem[]; isCurrent: boolean }> {
    const row = await scene.connection.get<{ counts: string; advice: string }>(
      sql`SELECT counts, advice FROM import_plan WHERE id = ${planId}`,
    );
    const { isCurrent } = await scene.planRow(planId);
    return {
      counts: JSON.parse(row?.counts ?? '') as ImportCounts,
      advice: JSON.parse(row?.advice ?? '') as Problem[],
      isCurrent,
    };
  }

  it.each(Object.entries(countByAction))('counts items that come to %s as %s', async (action, member) => {
    const plan = await scene.stage([castFunction('a'), castFunction('b'), castFunction('c')]);
    await scene.connection.run(
      sql`UPDATE import_item SET action = CASE WHEN name = 'a' THEN 'OTHER' ELSE ${action} END`,
    );
    await scene.connection.run(sql`DELETE FROM import_item WHERE name = 'a'`);
    await summarizePlan(scene.context, await scene.planRow(plan));
    expect((await summary(plan)).counts).toEqual({ ...noImportCounts, total: 2, selected: 2, [member]: 2 });
  });

  it('adds up: each item counts once, and what is left out is not selected', async () => {
    await scene.put(castFunction('taken'));
    const plan = await scene.stage([
      castFunction('new'),
      castFunction('taken', 'return 2'),
      castFunction('out'),
      projection('blocked', { system: 'gone' }),
    ]);
    await scene.choose(plan, 'out', { isSelected: false });
    await scene.derive(plan);
    expect((await summary(plan)).counts).toEqual({
      ...noImportCounts,
      ...{ total: 4, selected: 3, create: 1, collision: 1, skipped: 1, blocked: 1 },
    });
  });

  it('gathers the advice of what is selected, by code, in the mode that it is imported in', async () => {
    const plan = await scene.stage([
      systemOfRecord('erp'),
      projection('a', { system: 'erp' }),
      projection('b', { system: 'erp' }),
      singleView('sv'),
    ]);
    const told = async () => {
      await scene.derive(plan);
      return (await summary(plan)).advice.map(({ code, severity, message }) => [
        code,
        severity,
        /\((\d+ items?)\)$/.exec(message)?.[1],
      ]);
    };
    expect(await told()).toContainEqual(['MISSING_WRITER_SERVICE', 'WARNING', '3 items']);
    expect(await told()).toContainEqual(['MISSING_SVC', 'WARNING', '1 item']);
    await scene.choose(plan, 'a', { mode: 'REFERENCE' });
    await scene.choose(plan, 'sv', { isSelected: false });
    const codes = await told();
    expect(codes).toContainEqual(['MISSING_WRITER_SERVICE', 'WARNING', '2 items']);
    expect(codes.map(([code]) => code)).not.toContain('MISSING_SVC');
  });

  it('is of the branch as it is now', async () => {
    const plan = await scene.stage([castFunction('a')]);
    await scene.derive(plan);
    expect((await summary(plan)).isCurrent).toBe(true);
    await scene.connection.run(sql`UPDATE branch SET version = version + 1`);
    expect((await summary(plan)).isCurrent).toBe(false);
    await scene.derive(plan);
    expect((await summary(plan)).isCurrent).toBe(true);
  });
});
