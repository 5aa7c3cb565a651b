import { idOf, sql, type BatchConnection, type Sql } from '../../../database/worker.js';
import { newIds } from '../../../shared/clock.js';
import type { KnownItem } from '../../formats/index.js';
import { isNamed } from '../../resources/worker.js';
import type { PlanRow } from '../tables/planRows.js';
import { actionOfOther } from './stagedRows.js';

/** A recognised item and its place in the new plan. */
export interface PlacedKnown {
  known: KnownItem;
  ordinal: number;
}

/** The plan whose items were to be copied was deleted meanwhile, or lost some of them. */
export class KnownItemsGone extends Error {}

/** What the file says of an item and of its checks, which is the same in both plans. The rest of the row is at its defaults. */
const copied = [
  ...['kind', 'namespace', 'name', 'title', 'external_reference_code', 'parent_kind', 'parent_name', 'content_id'],
  ...['source_id', 'origin_chain', 'copy_advice', 'reference_advice'],
].map((column) => sql.raw(column));

/**
 * Copies items of an earlier plan with their contents, inside the caller's transaction.
 * @throws KnownItemsGone if they are no longer there
 */
export async function copyKnown(
  connection: BatchConnection,
  plan: Pick<PlanRow, 'no' | 'branchId' | 'mode' | 'options'>,
  { fromPlanNo, items }: { fromPlanNo: number; items: readonly PlacedKnown[] },
): Promise<void> {
  // Whoever deletes the plan waits until the copies can be seen, so that it keeps their contents.
  const held = await connection.get(
    sql`SELECT 1 FROM import_plan WHERE no = ${fromPlanNo} ${sql.byDialect({ sqlite: sql.empty, postgres: sql`FOR SHARE` })}`,
  );
  const ids = newIds();
  const changed = sql.raw(`'${actionOfOther(plan)}'`);
  const copiedCount = await connection.byIndex(() =>
    connection.run(
      sql`${runsSql(runsOf(items))}
     INSERT INTO import_item (plan_no, ordinal, line, ${sql.join(copied, ', ')}, resource_id, mode, effective_name,
       effective_content_id, existing_id, existing_revision, action)
     SELECT ${plan.no}, i.ordinal + u.shift, i.ordinal + u.shift + u.line_shift, ${sql.join(
       copied.map((column) => sql`i.${column}`),
       ', ',
     )},
       ${idOf(ids, sql`i.ordinal`)}, ${plan.mode}, i.name, i.content_id, r.id, r.revision,
       CASE WHEN r.id IS NULL THEN 'CREATE' WHEN r.content_id = i.content_id THEN 'UNCHANGED' ELSE ${changed} END
     FROM run u CROSS JOIN ${itemsOfRun(fromPlanNo)}
     LEFT JOIN resource r ON r.branch_id = ${plan.branchId} AND ${isNamed('r', sql`i.name`)} AND r.namespace = i.namespace
     WHERE i.plan_no = ${fromPlanNo} AND i.ordinal BETWEEN u.first AND u.last`,
    ),
  );
  if (!held || copiedCount !== items.length) throw new KnownItemsGone();
}

/** Items that follow each other in both files, on lines that do so too. */
interface Run {
  /** Ordinals in the earlier plan. */
  first: number;
  last: number;
  /** What is added to an ordinal of the earlier plan. */
  shift: number;
  /** The line of an item, less its ordinal. */
  lineShift: number;
}

/** Usually few: a statement for each item would take several times as long. */
function runsOf(items: readonly PlacedKnown[]): Run[] {
  const runs: Run[] = [];
  for (const { known, ordinal } of items) {
    const shift = ordinal - known.place;
    const lineShift = known.line - ordinal;
    const run = runs.at(-1);
    if (run?.last === known.place - 1 && run.shift === shift && run.lineShift === lineShift) run.last = known.place;
    else runs.push({ first: known.place, last: known.place, shift, lineShift });
  }
  return runs;
}

/**
 * The items `i` of the run `u`. PostgreSQL must not join the runs last, which would read the whole plan each time: `OFFSET 0` keeps its
 * planner from that.
 */
function itemsOfRun(fromPlanNo: number): Sql {
  return sql.byDialect({
    sqlite: sql`import_item i`,
    postgres: sql`LATERAL (
       SELECT * FROM import_item WHERE plan_no = ${fromPlanNo} AND ordinal BETWEEN u.first AND u.last OFFSET 0) AS i`,
  });
}

/** The common table `run`. */
function runsSql(runs: readonly Run[]): Sql {
  const list = JSON.stringify(runs.map(({ first, last, shift, lineShift }) => [first, last, shift, lineShift]));
  const members = ['0', '1', '2', '3'];
  const ofSqlite = members.map((member) => sql.raw(`value ->> ${member}`));
  const ofPostgres = members.map((member) => sql.raw(`(value ->> ${member})::integer`));
  return sql`WITH run (first, last, shift, line_shift) AS MATERIALIZED (${sql.byDialect({
    sqlite: sql`SELECT ${sql.join(ofSqlite, ', ')} FROM json_each(${list})`,
    postgres: sql`SELECT ${sql.join(ofPostgres, ', ')} FROM json_array_elements(${list}::json)`,
  })})`;
}
