/**
 * The problems of items of a plan, created when they are read: those of the format reader and the validation, the reasons of
 * the planned actions, missing dependencies, and advice. Columns store the facts; the sentences are created here.
 */
import { sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { edgeTraits, parentTypeId } from '../../dependencies/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { isBlocking } from '../plan/blockMissingDependencies.js';
import { missingDependencies, type MissingDependency } from '../plan/missingDependencies.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { adviceFacts } from './adviceFacts.js';
import { prerequisiteProblemsOf } from './prerequisiteProblemsOf.js';
import { deniedItem, referenceRefused, incomplete } from './blockedItem.problems.js';
import { deletionProblems } from './deletion.problems.js';
import { usersOfDeletions } from './usersOfDeletions.js';
import { takenTextProblems } from './takenText.problems.js';
import {
  caseTwin,
  codeTaken,
  collision,
  crudNode,
  keptName,
  missing,
  partRemoved,
  partsTold,
  partTightened,
} from './item.problems.js';
import { readItemFacts, type ItemFacts } from './itemFacts.js';
import { likelyTargets, type OpenDependency } from './likelyTargets.js';
import type { ShownPlan } from '../tables/unseenBy.js';

const noFacts: ItemFacts = {
  spec: null,
  existing: null,
  caseTwin: null,
  localNodes: [],
  textConflicts: [],
  codeHolder: null,
  missingMembers: [],
  existingSpec: null,
  childCount: 0,
  parts: null,
};

/** Problems of each of the items, in the same order. */
export async function itemProblems(
  context: WorkerContext,
  shown: ShownPlan,
  items: readonly ItemRow[],
): Promise<Problem[][]> {
  const { plan } = shown;
  const facts = await readItemFacts(context, shown, items);
  const dependencies = await openDependencies(context, plan, { items, facts });
  const likely = await likelyTargets(
    context,
    shown,
    [...dependencies.values()].flat().filter((dependency) => !dependency.isInFile && isBlocking(dependency)),
  );
  const unmet = await prerequisiteProblemsOf(context, plan, items);
  const users = await usersOfDeletions(context, shown, items);
  return items.map((item) => {
    const fact = facts.get(item.ordinal) ?? noFacts;
    const problems = [
      ...fileProblems(item),
      ...(item.ordinal < 0
        ? deletionProblems(context, plan, { item, users: users.get(item.ordinal) ?? [] })
        : planProblems(context, plan, { item, fact })),
      ...(dependencies.get(item.ordinal) ?? []).map((dependency) =>
        missing(context, item, { dependency, likelyName: likely.get(dependency) }),
      ),
      ...(unmet.get(item.ordinal) ?? []),
      ...adviceOf(context, plan, { item, fact }),
    ];
    return problems.map((problem) => ({
      ...problem,
      ...(item.ordinal >= 0 && { line: problem.line ?? item.line }),
      kind: item.kind,
      name: item.name,
    }));
  });
}

function fileProblems({ fileProblems: text }: ItemRow): Problem[] {
  return text === null ? [] : (JSON.parse(text) as Problem[]);
}

interface ItemWithFacts {
  item: ItemRow;
  fact: ItemFacts;
}

function planProblems(context: WorkerContext, plan: PlanRow, { item, fact }: ItemWithFacts): Problem[] {
  const problems: Problem[] = [];
  if (item.action === 'BLOCKED')
    problems.push(...deniedItem(context, plan, item), ...referenceRefused(context, plan, item));
  if (item.action === 'BLOCKED')
    problems.push(...fact.missingMembers.map((problem) => incomplete(plan, item, problem)));
  problems.push(...removals(context, { item, fact }));
  if (item.action === 'COLLISION') {
    if (item.reason === 'UNIQUE_TEXT_TAKEN') problems.push(...takenTextProblems(context, item, fact));
    else if (fact.codeHolder) problems.push(codeTaken(context, item, fact.codeHolder));
    else problems.push(collision(context, plan, { item, existing: fact.existing }));
  }
  if (item.isSelected && fact.caseTwin !== null) problems.push(caseTwin(item, fact.caseTwin));
  if (item.isSelected && item.newName !== null && item.newName !== item.effectiveName) problems.push(keptName(item));
  return problems;
}

/** Parts that an update removes: errors while deletion is not allowed. Also changes that existing records may violate. */
function removals(context: WorkerContext, { item, fact }: ItemWithFacts): Problem[] {
  const isRefused = item.reason === 'DELETION_NOT_ALLOWED';
  const { parts, childCount } = fact;
  if (!parts) return [];
  const { removed, tightened, holders } = parts;
  return [
    ...removed
      .filter(({ isOnlyTold }) => !isOnlyTold)
      .map((part) => partRemoved(context, item, { part, isRefused, childCount, holderCount: holders?.get(part.name) })),
    ...partsTold(
      item,
      removed.filter(({ isOnlyTold }) => isOnlyTold),
    ),
    ...(childCount === 0 ? [] : tightened.map((part) => partTightened(item, part, childCount))),
  ];
}

function adviceOf({ kinds }: WorkerContext, plan: PlanRow, { item, fact }: ItemWithFacts): Problem[] {
  const kind = kinds.find(item.kind);
  if (!kind || fact.spec === null || !item.isSelected) return [];
  const spec = JSON.parse(fact.spec) as JsonObject;
  const origins = item.originChain === null ? [] : (JSON.parse(item.originChain) as unknown[]);
  const source = plan.sourceProjectKey === null ? null : { id: '', key: plan.sourceProjectKey, name: '' };
  const mode = item.mode === 'REFERENCE' ? 'REFERENCE' : 'EDITABLE';
  const advice =
    kind.advise?.(spec, adviceFacts({ ...item, origins }, { plan, source: { project: source } }, mode)) ?? [];
  return [...advice, ...fact.localNodes.map((node) => crudNode(kinds, item, node))];
}

async function openDependencies(
  context: WorkerContext,
  plan: PlanRow,
  { items, facts }: { items: readonly ItemRow[]; facts: ReadonlyMap<number, ItemFacts> },
): Promise<Map<number, OpenDependency[]>> {
  const dependencies = await missingOf(context, plan, items);
  return new Map(
    items.map((item) => [
      item.ordinal,
      (dependencies.get(item.ordinal) ?? []).map((dependency) => ({
        ...withKinds(context, item, dependency),
        sourceKind: item.kind,
        spec: facts.get(item.ordinal)?.spec ?? null,
      })),
    ]),
  );
}

async function missingOf(
  context: WorkerContext,
  plan: PlanRow,
  items: readonly ItemRow[],
): Promise<Map<number, MissingDependency[]>> {
  const missingByOrdinal = new Map<number, MissingDependency[]>(items.map(({ ordinal }) => [ordinal, []]));
  const ordinals = sql.numbers(items.map(({ ordinal }) => ordinal));
  const where = sql`i.is_selected AND i.is_valid AND i.ordinal IN ${ordinals}`;
  for await (const dependencies of missingDependencies(context, plan, { where })) {
    for (const dependency of dependencies) {
      // A self-reference is missing only because something else blocks the item.
      if (dependency.isItself) continue;
      const known = missingByOrdinal.get(dependency.ordinal) ?? [];
      // A spec often refers to the same target at many places; it is reported once, at the first one.
      if (
        known.every(
          ({ targetName, typeId }) =>
            targetName !== dependency.targetName || !sameTarget(context, typeId, dependency.typeId),
        )
      ) {
        known.push(dependency);
      }
    }
  }
  return missingByOrdinal;
}

function sameTarget({ edgeTypes }: WorkerContext, oneTypeId: number, otherTypeId: number): boolean {
  if (oneTypeId === parentTypeId || otherTypeId === parentTypeId) return oneTypeId === otherTypeId;
  return edgeTypes.get(oneTypeId).targetNamespace === edgeTypes.get(otherTypeId).targetNamespace;
}

function withKinds(
  context: WorkerContext,
  item: ItemRow,
  dependency: MissingDependency,
): MissingDependency & { targetKinds: readonly string[] } {
  const sourceKind = item.kind;
  const { targetKinds } = edgeTraits(context, { typeId: dependency.typeId, sourceKind, targetKind: undefined });
  return {
    ...dependency,
    targetKinds: dependency.typeId === parentTypeId && item.parentKind !== null ? [item.parentKind] : targetKinds,
  };
}
