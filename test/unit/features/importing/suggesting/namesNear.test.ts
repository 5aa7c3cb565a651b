import { endingOf, sql } from '../../../../../src/database/worker.js';
import { PlanScene } from '../../../../support/planScene.js';

describe('names near another', () => {
  let scene: PlanScene;
  beforeAll(async () => {
    scene = await PlanScene.open();
  });
  afterAll(() => scene.close());

  it.each([
    ['resource', "x.branch_id = 'b'", 'resource_ending'],
    ['import_item', 'x.plan_no = 1', 'import_item_ending'],
  ])('are read from %s in the order of their endings by an index', async (table, scope, index) => {
    const ending = endingOf(sql`x.name`);
    const plan = await scene.connection.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT x.name FROM ${sql.raw(table)} x WHERE ${sql.raw(scope)} AND x.kind = 'k'
         AND ${ending} < ${endingOf(sql`'name'`)} ORDER BY ${ending} DESC LIMIT 20`,
    );
    const details = plan.map(({ detail }) => detail).join();
    expect(details).toContain(index);
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
