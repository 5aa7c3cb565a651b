/**
 * Compares texts that must be unique on a branch, as the branch would be after the import: texts of the imported items, and of
 * resources that none of them replaces.
 */
import { type Sql, type SqlConnection, sql } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { changeItemsWhere } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';
import { textScopes, type TextScope } from './textScope.js';

export async function forgetTakenTexts({ connection }: WorkerContext, plan: PlanRow): Promise<void> {
  await connection.run(sql`DELETE FROM import_text_conflict WHERE plan_no = ${plan.no}`);
}

/**
 * Marks items with a text that another item or resource has, and records which; returns the number of marked items. A blocked
 * item leaves the resource that it would have replaced, so this runs again after items were blocked.
 */
export async function markTakenTexts(context: WorkerContext, plan: PlanRow): Promise<number> {
  const { connection } = context;
  let found = 0;
  for (const scope of await textScopes(context, plan)) found += await noteTakenTexts(connection, plan, scope);
  if (found === 0) return 0;
  const isTaken = sql`action IN (${writing})
    AND ordinal IN (SELECT c.ordinal FROM import_text_conflict c WHERE c.plan_no = ${plan.no})`;
  const change = { action: 'COLLISION', reason: 'UNIQUE_TEXT_TAKEN' } as const;
  return changeItemsWhere({ connection, planNo: plan.no }, isTaken, change);
}

function noteTakenTexts(connection: SqlConnection, plan: PlanRow, { kinds, records }: TextScope): Promise<number> {
  const inKinds = sql`i.kind IN ${kinds}`;
  if (!records) return connection.run(takenTexts(plan, { ofItem: inKinds, ofResource: sql`r.kind = w.kind` }));
  const { parentName, parentId, ats } = records;
  const ofItem = sql`${inKinds} AND i.parent_name = ${parentName} AND u.at IN ${ats}`;
  return connection.run(takenTexts(plan, { ofItem, ofResource: sql`r.parent_id = ${parentId}` }));
}

const writing = sql`'CREATE', 'UPDATE', 'REFERENCE_UPDATE'`;

/**
 * One row for each text of an item that another item, a resource of the branch, or both have. `ofItem`: condition on items `i` and their
 * texts `u`; `ofResource`: on resources `r` beside an item `w`.
 */
function takenTexts({ no, branchId }: PlanRow, { ofItem, ofResource }: { ofItem: Sql; ofResource: Sql }): Sql {
  return sql`INSERT INTO import_text_conflict (plan_no, ordinal, at, other_ordinal, resource_id)
  WITH wanted AS MATERIALIZED (
    SELECT i.ordinal, i.kind, i.existing_id, u.at, u.text, min(i.ordinal) OVER same_text AS first_ordinal,
      max(i.ordinal) OVER same_text AS last_ordinal
    FROM import_item i JOIN content_unique_text u ON u.content_id = i.effective_content_id
    WHERE i.plan_no = ${no} AND ${ofItem} AND i.action IN (${writing}) AND u.text IS NOT NULL
    WINDOW same_text AS (PARTITION BY i.kind, u.at, u.text)),
  replaced AS MATERIALIZED (
    SELECT i.existing_id FROM import_item i
    WHERE i.plan_no = ${no} AND i.action IN ('UPDATE', 'REFERENCE_UPDATE')),
  held AS MATERIALIZED (
    SELECT w.ordinal, w.at, min(r.id) AS resource_id
    FROM wanted w
    JOIN content_unique_text u ON u.text = w.text AND u.at = w.at
    JOIN resource r ON r.content_id = u.content_id AND r.branch_id = ${branchId} AND ${ofResource}
      AND r.id IS DISTINCT FROM w.existing_id
    LEFT JOIN replaced p ON p.existing_id = r.id
    WHERE p.existing_id IS NULL
    GROUP BY w.ordinal, w.at)
  SELECT ${no}, w.ordinal, w.at,
    CASE WHEN w.first_ordinal < w.last_ordinal THEN
      CASE WHEN w.ordinal = w.first_ordinal THEN w.last_ordinal ELSE w.first_ordinal END END,
    h.resource_id
  FROM wanted w LEFT JOIN held h ON h.ordinal = w.ordinal AND h.at = w.at
  WHERE w.first_ordinal < w.last_ordinal OR h.resource_id IS NOT NULL`;
}
