import { sql } from '../../../database/worker.js';
import type { Problem } from '../../../shared/problem.js';
import { buildId } from '../../../shared/buildId.js';
import { canonicalJson } from '../../../shared/canonicalJson.js';
import { warningProblem } from '../../../shared/problem.js';
import { problemCodes, type ProblemCode } from '../../../shared/problemCode.js';
import type { WorkerContext } from '../../workers/index.js';
import { countByAction, noImportCounts, type ImportCounts, type KindCounts } from '../tables/importStates.js';
import { readOffPacks } from '../../projects/worker.js';
import { markDerived, type ItemGroup, type PlanRow } from '../tables/planRows.js';

/** The name for unknown kinds that are counted together. */
const otherKinds = 'other unknown kinds';

/** Beyond this number, the groups of a plan are not kept: a file may name any number of unknown kinds. */
const maxKeptGroups = 500;

/** The columns of a group, of items `i`. */
export const groupColumns = sql`i.kind, i.mode, i.action, i.is_selected,
  CASE WHEN i.mode = 'REFERENCE' THEN i.reference_advice ELSE i.copy_advice END AS advice`;

/** Writes the counts of a plan, and its advice grouped by code, so that reading a plan costs the same whatever its size. */
export async function summarizePlan(context: WorkerContext, plan: PlanRow): Promise<void> {
  const groups = await context.connection.all<ItemGroup>(
    sql`SELECT ${groupColumns}, count(*) AS count
     FROM import_item i WHERE i.plan_no = ${plan.no} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
  );
  await writeSummary(context, plan, { groups, basis: await basisOf(context, plan) });
}

/** Writes the counts and the advice that follow from groups, which are in the order of their members. */
export async function writeSummary(
  { connection, kinds, clock }: WorkerContext,
  plan: PlanRow,
  { groups, basis }: { groups: readonly ItemGroup[]; basis: string },
): Promise<void> {
  const adviceCodesOf = (kind: string) => kinds.find(kind)?.adviceCodes ?? [];
  await markDerived(connection, plan.id, {
    counts: countsOf(groups),
    kindCounts: kindCountsOf(groups, (kind) => kinds.find(kind) !== undefined),
    advice: adviceOf(groups, adviceCodesOf),
    derivation: { basis, groups: groups.length > maxKeptGroups ? null : groups },
    updatedAt: clock.now(),
  });
}

/** Names what a derivation depends on besides the items, the branch and what reading the file found. */
export async function basisOf({ connection, kinds }: WorkerContext, plan: PlanRow): Promise<string> {
  const { rights, options, targetCapabilities, targetProjectId } = plan;
  const offPacks = await readOffPacks({ connection, kinds }, targetProjectId);
  return canonicalJson([buildId, rights, options, targetCapabilities, [...offPacks.keys()].sort()] as never);
}

function countsOf(groups: readonly ItemGroup[]): ImportCounts {
  const counts = { ...noImportCounts };
  for (const { action, isSelected, count } of groups) {
    counts.total += count;
    if (isSelected) counts.selected += count;
    counts[countByAction[action]] += count;
  }
  return counts;
}

/** A file may name any number of unknown kinds: beyond this number they are counted together. */
const maxUnknownKinds = 100;

/** In the order of the names of the kinds. */
function kindCountsOf(groups: readonly ItemGroup[], isKnown: (kind: string) => boolean): KindCounts[] {
  const kinds = [...new Set(groups.map(({ kind }) => kind))].sort();
  const together = new Set(kinds.filter((kind) => !isKnown(kind)).slice(maxUnknownKinds));
  const groupsByKind = new Map<string, ItemGroup[]>();
  for (const kind of [...kinds.filter((name) => !together.has(name)), otherKinds]) groupsByKind.set(kind, []);
  for (const group of groups) groupsByKind.get(together.has(group.kind) ? otherKinds : group.kind)?.push(group);
  if (together.size === 0) groupsByKind.delete(otherKinds);
  return [...groupsByKind].map(([kind, own]) => ({ kind, ...countsOf(own) }));
}

function adviceOf(groups: readonly ItemGroup[], codesOf: (kind: string) => readonly ProblemCode[]): Problem[] {
  const countByCode = new Map<ProblemCode, number>();
  for (const { kind, advice, isSelected, count } of groups) {
    if (!isSelected || advice === 0) continue;
    for (const [bit, code] of codesOf(kind).entries()) {
      if ((advice & (1 << bit)) !== 0) countByCode.set(code, (countByCode.get(code) ?? 0) + count);
    }
  }
  return [...countByCode].map(([code, count]) =>
    warningProblem(code, `${problemCodes[code]} (${count === 1 ? '1 item' : `${count} items`})`),
  );
}
