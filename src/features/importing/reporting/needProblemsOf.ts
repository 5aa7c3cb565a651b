import type { Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import { judgedItems } from '../needs/judgedItems.js';
import { needProblems } from '../needs/need.problems.js';
import { PlanNeeds } from '../needs/planNeeds.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';

/** The problems of the requirements of items, by ordinal; each sentence once per item. */
export async function needProblemsOf(
  context: WorkerContext,
  plan: PlanRow,
  items: readonly ItemRow[],
): Promise<Map<number, Problem[]>> {
  const { kinds } = context;
  const asking = items.filter(({ kind, isSelected }) => isSelected && kinds.kindsWithNeeds.has(kind));
  const problemsByOrdinal = new Map<number, Problem[]>();
  if (asking.length === 0) return problemsByOrdinal;
  const needs = await PlanNeeds.of(context, plan);
  const nameByOrdinal = new Map(asking.map(({ ordinal, name }) => [ordinal, name]));
  const { container, isScopeExtended } = needs;
  // Safe to embed in the statement: the ordinals are integers from the database.
  const where = `i.ordinal IN (${[...nameByOrdinal.keys()].join(', ')})`;
  for await (const judged of judgedItems(context, plan, { needs, where })) {
    for (const { ordinal, needs: ofItem } of judged) {
      const subject = {
        kinds,
        planId: plan.id,
        itemName: nameByOrdinal.get(ordinal) ?? '',
        container,
        isScopeExtended,
      };
      problemsByOrdinal.set(ordinal, eachOnce(ofItem.flatMap((one) => needProblems(one, subject))));
    }
  }
  return problemsByOrdinal;
}

function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
