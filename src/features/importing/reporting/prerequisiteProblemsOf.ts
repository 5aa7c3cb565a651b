import { sql } from '../../../database/worker.js';
import type { Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import { judgedItems } from '../prerequisites/judgedItems.js';
import { prerequisiteProblems } from '../prerequisites/prerequisite.problems.js';
import { PlanPrerequisites } from '../prerequisites/planPrerequisites.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';

/** The problems of the requirements of items, by ordinal; each sentence once per item. */
export async function prerequisiteProblemsOf(
  context: WorkerContext,
  plan: PlanRow,
  items: readonly ItemRow[],
): Promise<Map<number, Problem[]>> {
  const { kinds } = context;
  const asking = items.filter(({ kind, isSelected }) => isSelected && kinds.kindsWithPrerequisites.has(kind));
  const problemsByOrdinal = new Map<number, Problem[]>();
  if (asking.length === 0) return problemsByOrdinal;
  const prerequisites = await PlanPrerequisites.of(context, plan);
  const nameByOrdinal = new Map(asking.map(({ ordinal, name }) => [ordinal, name]));
  const { container, isScopeExtended } = prerequisites;
  const where = sql`i.ordinal IN ${sql.numbers([...nameByOrdinal.keys()])}`;
  for await (const judged of judgedItems(context, plan, { prerequisites, where })) {
    for (const { ordinal, prerequisites: ofItem } of judged) {
      const subject = {
        kinds,
        planId: plan.id,
        itemName: nameByOrdinal.get(ordinal) ?? '',
        container,
        isScopeExtended,
      };
      problemsByOrdinal.set(ordinal, eachOnce(ofItem.flatMap((one) => prerequisiteProblems(one, subject))));
    }
  }
  return problemsByOrdinal;
}

function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
