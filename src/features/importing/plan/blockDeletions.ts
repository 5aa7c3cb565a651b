import { sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { WorkerContext } from '../../workers/index.js';
import { changeItems, isInScope, type ItemChange, type ItemScope } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';

const windowSize = 100;

interface Update {
  ordinal: number;
  kind: string;
  before: string;
  after: string;
  hasRecords: boolean;
}

/**
 * Finds updates that would remove parts, such as fields of a definition. They are blocked unless deletion is allowed; then they
 * are warnings. Removals that affect no records, and changes that existing records may violate, are always only warnings.
 */
export async function blockDeletions(context: WorkerContext, plan: PlanRow, scope?: ItemScope): Promise<void> {
  const { connection, kinds } = context;
  const kindsWithParts = kinds.list().flatMap(({ name, compareParts }) => (compareParts ? [name] : []));
  const isAllowed = plan.options.isDeletionAllowed === true;
  const items = { connection, planNo: plan.no };
  const blocked: ItemChange = { action: 'BLOCKED', reason: 'DELETION_NOT_ALLOWED' };
  for (let after = -1; ;) {
    const rows = await connection.all<Update>(
      sql`SELECT i.ordinal, i.kind, b.spec AS before, a.spec AS after,
         EXISTS (SELECT 1 FROM resource k WHERE k.parent_id = r.id) AS has_records
       FROM import_item i JOIN resource r ON r.id = i.existing_id JOIN content b ON b.id = r.content_id
       JOIN content a ON a.id = i.effective_content_id
       WHERE i.plan_no = ${plan.no} AND i.ordinal > ${after} AND ${isInScope(sql`i.ordinal`, scope)} AND i.action = 'UPDATE'
         AND i.kind IN ${kindsWithParts} ORDER BY i.ordinal LIMIT ${windowSize}`,
    );
    const reduced: number[] = [];
    const warned: number[] = [];
    for (const row of rows) {
      const { isReduced, isTold } = changesOf(context, row);
      if (isReduced) reduced.push(row.ordinal);
      else if (isTold) warned.push(row.ordinal);
    }
    await changeItems(items, reduced, isAllowed ? { hasWarning: true } : blocked);
    await changeItems(items, warned, { hasWarning: true });
    if (rows.length < windowSize) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}

function changesOf({ kinds }: WorkerContext, row: Update): { isReduced: boolean; isTold: boolean } {
  const { compareParts } = kinds.get(row.kind);
  const changes = compareParts?.(JSON.parse(row.before) as JsonObject, JSON.parse(row.after) as JsonObject);
  if (!changes) return { isReduced: false, isTold: false };
  const { removed, tightened } = changes;
  return {
    isReduced: removed.some(({ isOnlyTold }) => !isOnlyTold),
    isTold: removed.some(({ isOnlyTold }) => isOnlyTold) || (row.hasRecords && tightened.length > 0),
  };
}
