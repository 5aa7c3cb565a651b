/**
 * Derives a plan again after a choice for few items, as `derivePlan` does for all, but only the items that the choice reaches: those that refer
 * to a changed item or are inside it, those that have its old or new name, and, from item to item, those that are blocked by them. It gives
 * the same rows and counts, or leaves the plan to `derivePlan`: whenever more than these depend on each other, or too many are reached.
 */
import { sql } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { PlanPrerequisites } from '../prerequisites/planPrerequisites.js';
import type { ItemGroup, PlanRow } from '../tables/planRows.js';
import { readRemaps } from '../tables/remapRows.js';
import { hasRestrictions } from '../tables/unseenBy.js';
import { blockDeletions } from './blockDeletions.js';
import { blockMissingDependencies } from './blockMissingDependencies.js';
import { deriveActions } from './deriveActions.js';
import { leavesPlaces } from './deriveContainers.js';
import { deriveContents } from './deriveContents.js';
import { deriveNames } from './deriveNames.js';
import { blockedDependents, reachedItems } from './reachedItems.js';
import { holdRestricted } from './restrictedResources.js';
import { basisOf, groupColumns, writeSummary } from './summarizePlan.js';
import { writableKinds } from './writeStrategies.js';

/** With more items, deriving all of them takes less time. */
const maxItems = 2000;

/** An item before a choice, or after it. */
interface ItemState extends Omit<ItemGroup, 'count'> {
  ordinal: number;
  reason: string | null;
  effectiveName: string;
  effectiveContentId: number | null;
  /** Whether its content depends on a resource or a parent, too. */
  isOverlaid: boolean;
}

type ItemStates = ReadonlyMap<number, ItemState>;

/** The derivation of some items: begun before a choice is written, and ended after it. */
export class ItemDerivation {
  private readonly before = new Map<number, ItemState>();

  private constructor(
    private readonly context: WorkerContext,
    private readonly plan: PlanRow,
    private readonly kept: { basis: string; groups: readonly ItemGroup[]; seeds: readonly number[] },
  ) {}

  /** Begins with the items for which a choice is to be made; undefined if the whole plan must be derived. */
  static async begin(
    context: WorkerContext,
    plan: PlanRow,
    seeds: readonly number[],
  ): Promise<ItemDerivation | undefined> {
    const { derivation } = plan;
    if (!derivation?.groups || seeds.length > maxItems || !(await isSeparable(context, plan))) return undefined;
    const basis = await basisOf(context, plan);
    if (basis !== derivation.basis) return undefined;
    const begun = new ItemDerivation(context, plan, { basis, groups: derivation.groups, seeds });
    await begun.note(seeds);
    return begun;
  }

  /** Derives what the choice reaches. False if that is too much: then the whole plan must be derived. */
  async finish(): Promise<boolean> {
    const { context, plan } = this;
    await deriveNames(context, plan, this.kept.seeds);
    const scope = await this.deriveReached();
    if (scope === undefined) return false;
    await blockMissingDependencies(context, plan, { ordinals: scope, beforeBlocking: (items) => this.note(items) });
    const groups = this.groupsAfter(await statesOf(context, plan, [...this.before.keys()]));
    if (groups === undefined) return false;
    await writeSummary(context, plan, { groups, basis: this.kept.basis });
    await holdRestricted(context, plan);
    return true;
  }

  /** Derives items up to their own actions, then those that depend on the changed ones; the ordinals of all. Undefined if they are too many. */
  private async deriveReached(): Promise<number[] | undefined> {
    const { context, plan } = this;
    const { seeds } = this.kept;
    const prerequisites = await PlanPrerequisites.of(context, plan);
    const scope = new Set(seeds);
    let added = new Set(seeds);
    for (let changed = seeds; changed.length > 0;) {
      for (const ordinal of await this.reach(changed, scope)) added.add(ordinal);
      for (const ordinal of added) scope.add(ordinal);
      if (scope.size > maxItems || [...added].some((one) => this.before.get(one)?.isOverlaid !== false))
        return undefined;
      const derived = [...added];
      await deriveContents(context, plan, { prerequisites, pruned: new Set(), scope: derived });
      await deriveActions(context, plan, derived);
      await blockDeletions(context, plan, derived);
      changed = await this.changedOf(derived);
      added = new Set();
    }
    return [...scope];
  }

  /** The items beyond the scope that depend on changed ones, and those that are blocked by them, step by step; not all if they are too many. */
  private async reach(changed: readonly number[], scope: ReadonlySet<number>): Promise<number[]> {
    const { connection } = this.context;
    const found = new Set<number>();
    const oldNames = changed.map((ordinal) => this.before.get(ordinal)?.effectiveName ?? '');
    let next = await reachedItems(connection, this.plan.no, { changed, oldNames, limit: maxItems });
    while (next.length > 0 && found.size <= maxItems) {
      const added = next.filter((ordinal) => !scope.has(ordinal) && !found.has(ordinal));
      await this.note(added);
      for (const ordinal of added) found.add(ordinal);
      // What is blocked by an item that may no longer be blocked may no longer be, too.
      const blocked = added.filter((ordinal) => isBlockedByOthers(this.before.get(ordinal)));
      next = blocked.length === 0 ? [] : await blockedDependents(connection, this.plan.no, blocked);
    }
    return [...found];
  }

  /** Which of the items that were just derived changed in a way that matters for others. The first ones were followed before. */
  private async changedOf(derived: readonly number[]): Promise<number[]> {
    const seeds = new Set(this.kept.seeds);
    const others = derived.filter((ordinal) => !seeds.has(ordinal));
    const after = await statesOf(this.context, this.plan, others);
    return others.filter((ordinal) => matters(this.before.get(ordinal), after.get(ordinal)));
  }

  /** Remembers items as they are, unless they were remembered before. */
  private async note(ordinals: readonly number[]): Promise<void> {
    const news = ordinals.filter((ordinal) => !this.before.has(ordinal));
    for (const [ordinal, state] of await statesOf(this.context, this.plan, news)) this.before.set(ordinal, state);
  }

  /** The groups of the plan, after some of its items have changed from what was remembered; undefined if they cannot have. */
  private groupsAfter(after: ItemStates): ItemGroup[] | undefined {
    const groups = new Map(this.kept.groups.map((group) => [keyOf(group), { ...group }]));
    const count = (state: ItemState, by: 1 | -1) => {
      const { kind, mode, action, isSelected, advice } = state;
      const group = groups.get(keyOf(state)) ?? { kind, mode, action, isSelected, advice, count: 0 };
      groups.set(keyOf(state), { ...group, count: group.count + by });
    };
    for (const state of this.before.values()) count(state, -1);
    for (const state of after.values()) count(state, 1);
    const all = [...groups.values()].filter((group) => group.count !== 0);
    return all.some((group) => group.count < 0) ? undefined : all.sort(inOrder);
  }
}

/** Whether a choice for few items reaches few others. Unique texts, prerequisites, containers and restrictions have wider effects. */
async function isSeparable(context: WorkerContext, plan: PlanRow): Promise<boolean> {
  const { uniqueKinds, prerequisiteKinds } = plan.fileFacts;
  if ((plan.options.mirrorKinds ?? []).length > 0) return false;
  if (!plan.isCurrent || uniqueKinds?.length !== 0 || prerequisiteKinds?.length !== 0) return false;
  if (plan.options.intoCollection !== undefined || leavesPlaces(plan)) return false;
  const names = context.kinds.list().map(({ name }) => name);
  if (writableKinds(plan, names).partialKinds.length > 0) return false;
  return (
    (await readRemaps(context.connection, plan.no)).length === 0 && !(await hasRestrictions(context.connection, plan))
  );
}

async function statesOf(
  { connection }: WorkerContext,
  plan: PlanRow,
  ordinals: readonly number[],
): Promise<ItemStates> {
  const rows = await connection.all<ItemState>(
    sql`SELECT i.ordinal, ${groupColumns}, i.reason, i.effective_name, i.effective_content_id,
       i.is_partial OR i.lacks_required OR i.is_incomplete AS is_overlaid
     FROM import_item i WHERE i.plan_no = ${plan.no} AND i.ordinal IN ${sql.numbers(ordinals)}`,
  );
  return new Map(rows.map((row) => [row.ordinal, row]));
}

function isBlockedByOthers(state: ItemState | undefined): boolean {
  return (
    state?.action === 'BLOCKED' &&
    ['DEPENDENCY_MISSING', 'DEPENDENCY_OPEN', 'DEPENDENCY_BLOCKED'].includes(state.reason ?? '')
  );
}

/** Whether the item itself, whatever it depends on, will not be imported. */
function isUnfit(state: ItemState | undefined): boolean {
  if (!state?.isSelected || state.action === 'COLLISION') return true;
  return state.action === 'BLOCKED' && !isBlockedByOthers(state);
}

/** Whether a change of an item matters for others that depend on it. */
function matters(before: ItemState | undefined, after: ItemState | undefined): boolean {
  return isUnfit(before) !== isUnfit(after) || before?.effectiveContentId !== after?.effectiveContentId;
}

function keyOf({ kind, mode, action, isSelected, advice }: Omit<ItemGroup, 'count'>): string {
  return JSON.stringify([kind, mode, action, isSelected, advice]);
}

/** The order of `summarizePlan`. */
function inOrder(one: ItemGroup, other: ItemGroup): number {
  return (
    compare(one.kind, other.kind) ||
    compare(one.mode, other.mode) ||
    compare(one.action, other.action) ||
    Number(one.isSelected) - Number(other.isSelected) ||
    one.advice - other.advice
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
