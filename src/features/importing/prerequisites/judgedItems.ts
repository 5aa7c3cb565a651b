import { type Sql, sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import type { JudgedPrerequisite } from './judgePrerequisite.js';
import type { PlanPrerequisites } from './planPrerequisites.js';

/** An item, and the check result of each of its references. */
export interface JudgedItem {
  ordinal: number;
  prerequisites: JudgedPrerequisite[];
}

const windowSize = 100;

/** Checks the references of the selected items, in windows; `where` is a condition on items `i`. */
export async function* judgedItems(
  { connection }: WorkerContext,
  plan: PlanRow,
  { prerequisites, where = sql`1 = 1` }: { prerequisites: PlanPrerequisites; where?: Sql },
): AsyncGenerator<JudgedItem[]> {
  const kinds = plan.fileFacts.prerequisiteKinds ?? [];
  for (let after = -1; kinds.length > 0;) {
    const rows = await connection.all<{ ordinal: number; kind: string; spec: string }>(
      sql`SELECT i.ordinal, i.kind, c.spec FROM import_item i JOIN content c ON c.id = i.content_id
       WHERE i.plan_no = ${plan.no} AND i.ordinal > ${after} AND i.is_selected AND i.is_valid
         AND i.kind IN ${kinds} AND (${where}) ORDER BY i.ordinal LIMIT ${windowSize}`,
    );
    const judged: JudgedItem[] = [];
    for (const { ordinal, kind, spec } of rows) {
      judged.push({
        ordinal,
        prerequisites: await prerequisites.judge({ kind, spec: JSON.parse(spec) as JsonObject }),
      });
    }
    if (judged.length > 0) yield judged;
    if (rows.length < windowSize) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}
