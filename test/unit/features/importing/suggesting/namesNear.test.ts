import { endingOf, sql } from '../../../../../src/database/worker.js';
import { endingsOfPlan } from '../../../../../src/features/importing/suggesting/candidatesInPlan.js';
import { endingsOf } from '../../../../../src/features/importing/suggesting/namesNear.js';
import { PlanScene } from '../../../../support/planScene.js';

describe('names near another', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterAll(() => scene.close());

  it('are read from the branch in the order of their endings by an index', async () => {
    const { from, ending, scope } = endingsOf({ table: sql`resource`, scope: sql`x.branch_id = 'b'`, kind: 'k' });
    const plan = await scene.connection.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT x.name FROM ${from} WHERE ${scope}
         AND ${ending} < ${endingOf(sql`'name'`)} ORDER BY ${ending} DESC LIMIT 20`,
    );
    const details = plan.map(({ detail }) => detail).join();
    expect(details).toContain('resource_ending');
    expect(details).not.toContain('TEMP B-TREE');
  });

  it('are read from a plan in the order of their endings by an index', async () => {
    const { from, ending, scope } = endingsOfPlan(1, 'k');
    const plan = await scene.connection.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT x.name FROM ${from} WHERE ${scope}
         AND ${ending} < ${endingOf(sql`'name'`)} ORDER BY ${ending} DESC LIMIT 20`,
    );
    const details = plan.map(({ detail }) => detail).join();
    expect(details).toMatch(/SEARCH z USING PRIMARY KEY.*SEARCH x USING PRIMARY KEY/);
    expect(details).not.toContain('TEMP B-TREE');
  });

  it('stand together by the letters that they share at their ends', async () => {
    const names = ['one_orders', 'ONE_ORDER', 's', 'two_orders', 'ers', '', 'x'.repeat(40)];
    const rows = await scene.connection.all<{ name: string; ending: string }>(
      sql`SELECT n.value AS name, ${endingOf(sql`n.value`)} AS ending
       FROM ${names} AS n ORDER BY 2`,
    );
    const order = rows.map(({ name }) => name);
    expect(Math.abs(order.indexOf('one_orders') - order.indexOf('two_orders'))).toBe(1);
    expect(rows.find(({ name }) => name === 'ONE_ORDER')?.ending).toBe('der_orone');
    expect(rows.every(({ ending }) => ending.length <= 18)).toBe(true);
  });
});
