/** The problems that a plan reports about its items. */
import { parentTypeId } from '../../dependencies/worker.js';
import { listed, type KindRegistry, type PartRemoval, type PartTightening } from '../../kinds/worker.js';
import { pointerSegments } from '../../../shared/jsonPointer.js';
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import { unseen, unseenSubject } from '../../../shared/unseen.js';
import type { WorkerContext } from '../../workers/index.js';
import { renamedCode } from '../../records/worker.js';
import { isBlocking } from '../plan/blockMissingDependencies.js';
import type { MissingDependency } from '../plan/missingDependencies.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import type { ExistingFact, LocalNode } from './itemFacts.js';
import type { CodeHolder } from './reasonFacts.js';
import { withArticle } from '../../../shared/withArticle.js';

export type Titles = Pick<WorkerContext, 'kinds'>;

export function titleOf({ kinds }: Titles, kind: string): string {
  return kinds.find(kind)?.title ?? kind;
}

/** Why an item cannot have its name. */
export function collision(
  context: Titles,
  plan: PlanRow,
  { item, existing }: { item: ItemRow; existing: ExistingFact | null },
): Problem {
  const name = item.effectiveName;
  if (item.reason === 'BUILT_IN') return builtInName(context, item);
  const fix = `${updateFix(context, item, existing)}${waysOut(plan, item, existing)}`;
  if (!existing || item.reason === 'DUPLICATE_IN_FILE') {
    const message = `Another item of the file will also have the name "${name}".`;
    return errorProblem('NAME_COLLISION', message, { path: ['newName'], fix });
  }
  if (!existing.isSeen) {
    const message = `${unseenSubject} has the name "${name}" already.`;
    const leave = 'leave it out.';
    const way = item.originChain === null ? `Rename it, or ${leave}` : `It keeps its name: ${leave}`;
    return errorProblem('NAME_COLLISION', message, { path: ['name'], fix: way });
  }
  const origin = existing.originProjectKey === null ? '' : ` from project "${existing.originProjectKey}"`;
  const owner = existing.mode === 'REFERENCE' ? `a reference${origin}` : 'a resource of this project';
  const message = `The branch has "${name}" already: ${titleOf(context, existing.kind)}, ${owner}${placeOf(context, existing)}.`;
  return errorProblem('NAME_COLLISION', message, { path: ['name'], resourceId: existing.id, fix });
}

/** The name of something that every project has. */
function builtInName(context: Titles, item: ItemRow): Problem {
  const message = `"${item.effectiveName}" is the name of a built-in ${titleOf(context, item.kind)}, which every project has.`;
  const leave = 'leave it out to use the built-in one.';
  const fix = item.originChain === null ? `Rename it, or ${leave}` : `It keeps its name: ${leave}`;
  return errorProblem('NAME_COLLISION', message, { path: ['name'], fix });
}

/** Why an item cannot have its external reference code. */
export function codeTaken(context: Titles, item: ItemRow, { code, kind, name, id, isSeen }: CodeHolder): Problem {
  const holder = isSeen ? `the ${titleOf(context, kind)} "${name}"` : unseen;
  const message = `The external reference code "${code}" of "${item.effectiveName}" is already used on the branch by ${holder}.`;
  const leave = 'leave the item out to use what the branch has.';
  const followsName = renamedCode(code, item.effectiveName, `${item.effectiveName}_`) !== code;
  const change = followsName && item.originChain === null ? 'Rename the item' : 'Change the code in the file';
  return errorProblem('NAME_COLLISION', message, {
    path: ['externalReferenceCode'],
    ...(isSeen && { resourceId: id }),
    fix: `${change}, or ${leave}`,
  });
}

/** For an editable resource of the same kind. If the kind may be inside or outside a container, the update also moves it. */
function updateFix({ kinds }: Titles, { kind, mode, reason }: ItemRow, existing: ExistingFact | null): string {
  if (existing?.mode !== 'EDITABLE' || existing.kind !== kind || mode !== 'COPY' || reason !== null) return '';
  const where = kinds.find(kind)?.isParentOptional === true ? ', and to move it to the planned container' : '';
  return `Import it with createStrategy UPSERT to update that one${where}. `;
}

/** The container of an existing resource, for kinds that may be inside or outside one. */
function placeOf(context: Titles, { kind, parentName }: ExistingFact): string {
  const { isParentOptional, parentKind = '' } = context.kinds.find(kind) ?? {};
  if (isParentOptional !== true) return '';
  const container = titleOf(context, parentKind);
  return parentName === null ? `, in no ${container}` : `, in the ${container} "${parentName}"`;
}

function waysOut(plan: PlanRow, item: ItemRow, existing: ExistingFact | null): string {
  const isSameSource = existing?.mode === 'REFERENCE' && existing.originProjectKey === plan.sourceProjectKey;
  if (isSameSource && item.mode === 'COPY') return 'Import it as a reference to update that one, or leave it out.';
  const leave = 'leave it out to use what the branch has.';
  return item.originChain === null ? `Rename it, or ${leave}` : `It keeps its name: ${leave}`;
}

/** A part that an update removes, with the effect on records. */
export function partRemoved(
  context: Titles,
  item: ItemRow,
  { part, isRefused, ...counts }: { part: PartRemoval; isRefused: boolean } & HolderCounts,
): Problem {
  const lost = part.whatIsLost ?? lostWith(counts);
  const removed = `The update removes the ${part.title} "${part.name}" of "${item.effectiveName}".`;
  const message = lost === undefined ? removed : `${removed} ${lost}`;
  const path = pointerSegments(part.at);
  if (!isRefused) return warningProblem('PART_REMOVED', message, { path });
  // Only kinds that are laid over part by part keep list entries that the file lacks.
  const kept = context.kinds.find(item.kind)?.overlay
    ? 'use PARTIAL_UPDATE to keep what the file does not contain'
    : 'add it to the file';
  return errorProblem('DELETION_NOT_ALLOWED', message, { path, fix: `Allow it with isDeletionAllowed, or ${kept}.` });
}

/** How many records a resource contains; and how many records of the branch use the part, for parts that other records use. */
interface HolderCounts {
  childCount: number;
  holderCount: number | undefined;
}

function lostWith({ childCount, holderCount }: HolderCounts): string | undefined {
  if (holderCount === 0) return 'No entry of the branch uses it.';
  if (holderCount !== undefined) {
    return holderCount === 1
      ? 'One entry of the branch uses it and becomes invalid.'
      : `${holderCount} entries of the branch use it and become invalid.`;
  }
  if (childCount === 0) return undefined;
  return childCount === 1 ? 'Its one entry loses it.' : `Its ${childCount} entries lose it.`;
}

/**
 * Parts that an update removes without an effect on records: one problem for all, or one for each whole that is replaced with
 * them.
 */
export function partsTold(item: ItemRow, parts: readonly PartRemoval[]): Problem[] {
  const byWhole = new Map<string | undefined, PartRemoval[]>();
  for (const part of parts) byWhole.set(part.partOf, [...(byWhole.get(part.partOf) ?? []), part]);
  return [...byWhole].map(([whole, removed]) => {
    const name = item.effectiveName;
    const named = listed(removed.map((part) => `${part.title} "${part.name}"`));
    const message =
      whole === undefined
        ? `The update of "${name}" removes ${removed.length === 1 ? 'one part' : `${removed.length} parts`}: ${named}.`
        : `The update replaces the whole ${whole} of "${name}", and these parts of it are removed: ${named}.`;
    const fix = 'Add to the file the parts to keep, or leave the item out.';
    return warningProblem('PART_REMOVED', message, { path: pointerSegments(removed[0]?.at ?? ''), fix });
  });
}

/** A part whose change existing records may violate. */
export function partTightened(item: ItemRow, part: PartTightening, childCount: number): Problem {
  const entries =
    childCount === 1 ? 'Its one entry may become invalid.' : `Its ${childCount} entries may become invalid.`;
  const message = `After the update, the ${part.title} "${part.name}" of "${item.effectiveName}" ${part.claim}. ${entries}`;
  return warningProblem('PART_CHANGED', message, {
    path: pointerSegments(part.at),
    fix: 'Import corrected entries with it or afterwards.',
  });
}

/** A name on the branch that is easily confused with this one. */
export function caseTwin(item: ItemRow, twin: string): Problem {
  const message = `The branch has "${twin}", which differs from "${item.effectiveName}" only in upper and lower case.`;
  return warningProblem('NAME_CASE_DIFFERS', message, { path: ['name'] });
}

/** A chosen name that is not used. */
export function keptName(item: ItemRow): Problem {
  const message = `"${item.name}" updates the reference "${item.effectiveName}" of the branch, which keeps its name; "${item.newName ?? ''}" is not used.`;
  return warningProblem('RENAME_NOT_ALLOWED', message, {
    path: ['newName'],
    fix: 'Import it as a copy to give it a name of its own.',
  });
}

/** A reference whose target would not exist. */
export function missing(
  context: Titles,
  item: ItemRow,
  {
    dependency,
    likelyName,
  }: { dependency: MissingDependency & { targetKinds: readonly string[] }; likelyName: string | undefined },
): Problem {
  const target = dependency.targetKinds.map((kind) => titleOf(context, kind)).join(' or ');
  const originalCode = context.kinds.find(dependency.targetKinds[0] ?? '')?.originalCodes?.missing;
  const original = originalCode === undefined ? {} : { originalCode };
  const path = pointerSegments(dependency.at);
  if (!isBlocking(dependency)) {
    if (dependency.typeId === parentTypeId) return standsAlone(item, dependency.targetName, target);
    const anyTarget = dependency.targetKinds.map((kind) => withArticle(titleOf(context, kind))).join(' or ');
    const code = context.kinds.find(dependency.targetKinds[0] ?? '')?.missingCode ?? 'UNRESOLVED_REFERENCE';
    const message = `"${item.name}" refers to "${dependency.targetName}", but neither the file nor the branch has ${anyTarget} of that name.`;
    return warningProblem(code, message, {
      path,
      fix: `Create ${dependency.targetName} on the branch, or import a file that contains it.`,
    });
  }
  if (dependency.isInFile) {
    const message = `"${item.name}" requires ${target} "${dependency.targetName}", which is not imported and not on the branch.`;
    const code = item.reason === 'DEPENDENCY_BLOCKED' ? 'DEPENDENCY_BLOCKED' : 'DEPENDENCY_MISSING';
    return errorProblem(code, message, {
      ...original,
      path,
      fix: `Select "${dependency.targetName}" and resolve its problems, or leave "${item.name}" out.`,
    });
  }
  const message = `"${item.name}" requires ${target} "${dependency.targetName}", which is neither in the file nor on the branch.`;
  if (dependency.typeId === parentTypeId) {
    const meant = likelyName === undefined ? '' : `Did you mean "${likelyName}"? `;
    const fix = `${meant}Import "${dependency.targetName}" first, or name another one in the file or, for entries, with options: { definitionErc }.`;
    return errorProblem('DEPENDENCY_MISSING', message, { path, fix });
  }
  return errorProblem('DEPENDENCY_MISSING', message, {
    ...original,
    path,
    fix: fixOfMissing(context, item, { dependency, likelyName }),
  });
}

function fixOfMissing(
  { kinds }: Titles,
  item: ItemRow,
  { dependency, likelyName }: { dependency: { targetKinds: readonly string[] }; likelyName: string | undefined },
): string {
  const travels = dependency.targetKinds.some((kind) => kinds.find(kind)?.isExportable !== false);
  const meant = likelyName === undefined ? '' : `Did you mean "${likelyName}"? `;
  if (!travels) return `${meant}Create it on the branch first, or replace it with remapPrerequisite.`;
  return likelyName === undefined
    ? `Export it together with "${item.name}", or create it on the branch first.`
    : `${meant}Use that one with remapPrerequisite, or export it together with "${item.name}".`;
}

/** The container is not imported, and the item may be outside one. */
function standsAlone(item: ItemRow, name: string, title: string): Problem {
  const message = `"${item.name}" is in the ${title} "${name}", which is not imported and not on the branch; it is imported outside any ${title}.`;
  return warningProblem('CONTAINER_MISSING', message, {
    path: ['parent'],
    fix: `Import "${name}" too, or create it on the branch first.`,
  });
}

/** A resource of a kind that is never exported: the import uses that of the branch. */
export function crudNode(kinds: KindRegistry, item: ItemRow, node: LocalNode): Problem {
  const title = kinds.find(node.kind)?.title ?? node.kind;
  const message = `"${item.name}" uses "${node.name}", ${withArticle(title)} of this branch; these are never exported, so it may differ from that of the source.`;
  return warningProblem('CRUD_COLLECTION_NODE', message, { path: pointerSegments(node.at) });
}
