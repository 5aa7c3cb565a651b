import { sql } from '../../../database/worker.js';
import type { Problem } from '../../../shared/problem.js';
import { warningProblem } from '../../../shared/problem.js';
import { problemCodes, type ProblemCode } from '../../../shared/problemCode.js';
import type { WorkerContext } from '../../workers/index.js';
import {
  countByAction,
  noImportCounts,
  type ImportAction,
  type ImportCounts,
  type ImportMode,
  type KindCounts,
} from '../tables/importStates.js';
import { markDerived, type PlanRow } from '../tables/planRows.js';

/** The name for unknown kinds that are counted together. */
const otherKinds = 'other unknown kinds';

interface Group {
  kind: string;
  mode: ImportMode;
  action: ImportAction;
  isSelected: boolean;
  advice: number;
  count: number;
}

/** Writes the counts of a plan, and its advice grouped by code, so that reading a plan costs the same whatever its size. */
export async function summarizePlan({ connection, kinds, clock }: WorkerContext, plan: PlanRow): Promise<void> {
  const groups = await connection.all<Group>(
    sql`SELECT kind, mode, action, is_selected,
       CASE WHEN mode = 'REFERENCE' THEN reference_advice ELSE copy_advice END AS advice, count(*) AS count
     FROM import_item WHERE plan_no = ${plan.no} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
  );
  const adviceCodesOf = (kind: string) => kinds.find(kind)?.adviceCodes ?? [];
  await markDerived(connection, plan.id, {
    counts: countsOf(groups),
    kindCounts: kindCountsOf(groups, (kind) => kinds.find(kind) !== undefined),
    advice: adviceOf(groups, adviceCodesOf),
    updatedAt: clock.now(),
  });
}

function countsOf(groups: readonly Group[]): ImportCounts {
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
function kindCountsOf(groups: readonly Group[], isKnown: (kind: string) => boolean): KindCounts[] {
  const kinds = [...new Set(groups.map(({ kind }) => kind))].sort();
  const together = new Set(kinds.filter((kind) => !isKnown(kind)).slice(maxUnknownKinds));
  const groupsByKind = new Map<string, Group[]>();
  for (const kind of [...kinds.filter((name) => !together.has(name)), otherKinds]) groupsByKind.set(kind, []);
  for (const group of groups) groupsByKind.get(together.has(group.kind) ? otherKinds : group.kind)?.push(group);
  if (together.size === 0) groupsByKind.delete(otherKinds);
  return [...groupsByKind].map(([kind, own]) => ({ kind, ...countsOf(own) }));
}

function adviceOf(groups: readonly Group[], codesOf: (kind: string) => readonly ProblemCode[]): Problem[] {
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
