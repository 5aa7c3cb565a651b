/** Why an item is blocked, by the reason of its action. */
import { packNameOf } from '../../kinds/worker.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { writableKinds } from '../plan/writeStrategies.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { withArticleCapital } from '../../../shared/withArticle.js';
import { titleOf, type Titles } from './item.problems.js';

/** Why an item is blocked by its pack, as a part, or as a reference; empty if it is blocked for another reason. */
export function referenceRefused(context: Titles, plan: PlanRow, item: ItemRow): Problem[] {
  const title = titleOf(context, item.kind);
  if (item.reason === 'PACK_OFF') {
    const message = `The ${title} "${item.name}" belongs to a pack that is switched off in this project.`;
    const pack = packNameOf(item.kind);
    return [
      errorProblem('PACK_OFF', message, {
        path: ['kind'],
        fix: `Switch it on with setPackEnabled(input: { projectId: "${plan.targetProjectId}", pack: "${pack}", isEnabled: true }), or on the whole server with WAYBILL_PACKS="${pack}=on".`,
      }),
    ];
  }
  if (item.reason === 'PART_WITHOUT_WHOLE') {
    const part = `The file contains only a part of the ${title} "${item.name}"`;
    const isExternal = context.kinds.find(item.kind)?.isExternalName?.(item.name) === true;
    const message = isExternal
      ? `${part}, which belongs to the product: every installation has it, and no file contains all of it.`
      : `${part}, and the branch has no resource of that name.`;
    const fix = isExternal ? 'Leave it out, and create the part in the product.' : `Import the whole ${title} first.`;
    return [errorProblem('DEPENDENCY_MISSING', message, { path: ['name'], fix })];
  }
  const path = ['mode'];
  if (item.reason === 'REFERENCE_NOT_ALLOWED') {
    return [
      errorProblem('REFERENCE_NOT_ALLOWED', `${withArticleCapital(title)} can't be imported as a reference.`, {
        path,
        fix: 'Import it as a copy.',
      }),
    ];
  }
  if (item.reason === 'SOURCE_UNKNOWN') {
    const message = 'The file does not state its source project, so a reference could never be updated.';
    return [errorProblem('SOURCE_UNKNOWN', message, { path, fix: 'Import it as a copy.' })];
  }
  if (item.reason === 'ARCHITECTURE_REQUIRED') {
    const needed = context.kinds.find(item.kind)?.reference.requiredCapability ?? '';
    const message = `References of kind ${title} require a project with the capability ${needed}; "${plan.targetProjectKey}" does not have it.`;
    return [errorProblem('ARCHITECTURE_REQUIRED', message, { path, fix: 'Import it as a copy.' })];
  }
  return [];
}

/** A required member that a record would lack. If the branch has the record, a partial update may keep the member. */
export function incomplete(plan: PlanRow, item: ItemRow, problem: Problem): Problem {
  const isLaidOver = writableKinds(plan, [item.kind]).partialKinds.length > 0;
  if (item.existingId === null || isLaidOver) return problem;
  const fix = `${problem.fix ?? 'Add it.'} Or import it with UPSERT and PARTIAL_UPDATE to keep the members that the branch has.`;
  return { ...problem, fix };
}

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
