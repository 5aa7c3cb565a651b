import { sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { NamedSpecs } from '../../resources/worker.js';
import type { PlanRow } from '../tables/planRows.js';
import { addItemProblems, type ItemProblems } from '../tables/changeItems.js';
import { specsOfPlan } from '../tables/specsOfPlan.js';

interface CheckedRow {
  ordinal: number;
  line: number;
  kind: string;
  name: string;
  fileProblems: string | null;
  spec: string;
}

const windowSize = 100;

/**
 * Runs `crossCheck` of the kinds for items that need other specs: those of the file, else those of the branch. Its problems are
 * warnings, stored with the item. `ordinals` are the items for which `checkItem` returned `needsCrossCheck`.
 */
export async function crossCheckItems(context: TaskContext, plan: PlanRow, ordinals: readonly number[]): Promise<void> {
  const specs = specsOfPlan(context, plan);
  for (let start = 0; start < ordinals.length; start += windowSize) {
    const rows = await context.connection.all<CheckedRow>(
      sql`SELECT i.ordinal, i.line, i.kind, i.name, i.file_problems, c.spec
       FROM import_item i JOIN content c ON c.id = i.content_id
       WHERE i.plan_no = ${plan.no} AND i.is_valid AND i.ordinal IN ${sql.numbers(ordinals.slice(start, start + windowSize))}
       ORDER BY i.ordinal`,
    );
    const found: ItemProblems[] = [];
    for (const row of rows) found.push({ ...row, added: await findProblems(context, row, specs) });
    await addItemProblems({ connection: context.connection, planNo: plan.no }, found);
    await context.checkpoint();
  }
}

async function findProblems({ kinds }: TaskContext, row: CheckedRow, specs: NamedSpecs): Promise<Problem[]> {
  const { kind, name, line } = row;
  const { crossCheck: check } = kinds.get(kind);
  const spec = JSON.parse(row.spec) as JsonObject;
  const found = await specs.forWork((lookup) => check?.(spec, name, lookup) ?? []);
  return found.map((problem) => ({ ...problem, line, kind, name }));
}
