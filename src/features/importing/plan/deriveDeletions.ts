import type { JsonObject } from '../../../shared/json.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';

const windowSize = 100;

/**
 * Looks at updates that would take parts away (fields of a definition, say): they are blocked until that is allowed, and a warning then.
 */
export async function blockDeletions(context: WorkerContext, plan: PlanRow): Promise<void> {
  const { connection, kinds } = context;
  const kindsWithParts = kinds.list().flatMap(({ name, compareParts }) => (compareParts ? [name] : []));
  const isAllowed = plan.options.isDeletionAllowed === true;
  const assignment = isAllowed ? 'has_warning = TRUE' : `action = 'BLOCKED', reason = 'DELETION_NOT_ALLOWED'`;
  for (let after = -1; ;) {
    const rows = await connection.all<{ ordinal: number; kind: string; before: string; after: string }>(
      `SELECT i.ordinal, i.kind, b.spec AS before, a.spec AS after
       FROM import_item i JOIN resource r ON r.id = i.existing_id JOIN content b ON b.id = r.content_id
       JOIN content a ON a.id = i.effective_content_id
       WHERE i.plan_no = :planNo AND i.ordinal > :after AND i.action = 'UPDATE'
         AND i.kind IN ${connection.textList(':kinds')} ORDER BY i.ordinal LIMIT ${windowSize}`,
      { planNo: plan.no, after, kinds: JSON.stringify(kindsWithParts) },
    );
    for (const row of rows) {
      const { compareParts } = kinds.get(row.kind);
      const changes = compareParts?.(JSON.parse(row.before) as JsonObject, JSON.parse(row.after) as JsonObject);
      if ((changes?.removed.length ?? 0) === 0) continue;
      await connection.run(`UPDATE import_item SET ${assignment} WHERE plan_no = :planNo AND ordinal = :ordinal`, {
        planNo: plan.no,
        ordinal: row.ordinal,
      });
    }
    if (rows.length < windowSize) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}
