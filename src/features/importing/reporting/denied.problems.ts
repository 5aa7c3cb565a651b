import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { KindRegistry } from '../../kinds/worker.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';

type Titles = { kinds: Pick<KindRegistry, 'find'> };

/** Why the importing user may not import an item, or not into its container; empty if the item is blocked for another reason. */
export function deniedItem({ kinds }: Titles, plan: PlanRow, item: ItemRow): Problem[] {
  if (item.reason === 'KIND_FORBIDDEN') {
    const title = kinds.find(item.kind)?.title ?? item.kind;
    const message = `Only a superuser may import the ${title} "${item.name}".`;
    const fix = 'Leave it out, or ask a superuser to import it.';
    return [errorProblem('FORBIDDEN', message, { path: ['kind'], fix })];
  }
  if (item.reason === 'FORBIDDEN') {
    const message = `The importing user may not see the resource "${item.effectiveName}" on the branch.`;
    const fix =
      'Rename the item or leave it out, or ask a manager of the project to make you a reader of the resource.';
    return [errorProblem('FORBIDDEN', message, { path: ['name'], fix })];
  }
  if (item.reason === 'INTO_MISSING') {
    const message = `The container chosen for "${item.name}" is no longer on the branch.`;
    const fix = `Choose another one with setImportOptions(input: { planId: "${plan.id}", intoCollection: "…" }).`;
    return [errorProblem('NOT_FOUND', message, { path: ['parent'], fix })];
  }
  return [];
}
