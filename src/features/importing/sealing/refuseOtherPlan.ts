import { sql } from '../../../database/worker.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import { existingJoin } from '../plan/itemOnBranch.sql.js';
import type { PlanRow } from '../tables/planRows.js';
import { differingParts, planFingerprint, unseal, type FingerprintPart } from './planFingerprint.js';

/** So many changed resources are named. */
const maxNamed = 20;

const sentences: Readonly<Record<FingerprintPart, string>> = {
  file: 'The plan is of another file than the approved one.',
  settings: 'The plan has other settings than the approved one.',
  selection: 'Other items are selected than in the approved plan.',
  modes: 'Other items are imported as references than in the approved plan.',
  names: 'Items have other new names than in the approved plan.',
  replacements: 'Prerequisites are replaced in another way than in the approved plan.',
  target: 'The import would do something else to the branch than the approved plan.',
};

/** What a plan is compared with: the fingerprint of the plan that was approved, and that of the plan as it is. */
export interface FingerprintCheck {
  problems: Problem[];
  fingerprint: string;
}

/** Compares a plan with an approved one, after it was derived for the current branch: a problem for each part that differs. */
export async function refuseOtherPlan(
  context: WorkerContext,
  plan: PlanRow,
  expected: string,
): Promise<FingerprintCheck> {
  const fingerprint = await planFingerprint(context.connection, plan);
  const sealed = unseal(expected);
  const parts = sealed && differingParts(sealed.fingerprint, fingerprint);
  if (!parts) return { fingerprint, problems: [problem('This is not the fingerprint of an import plan.')] };
  const causes = causesAmong(parts);
  const problems = [];
  for (const part of causes)
    problems.push(
      problem(part === 'target' ? `${sentences.target}${await changedSince(context, plan)}` : sentences[part]),
    );
  return { fingerprint, problems };
}

/** What explains the rest: another file has other items, and other choices do something else to the branch. */
function causesAmong(parts: FingerprintPart[]): FingerprintPart[] {
  if (parts.includes('file')) return ['file'];
  return parts.length > 1 ? parts.filter((part) => part !== 'target') : parts;
}

/** The time until which an approval counts has passed. It is only checked when the execution is asked for: a task may have to wait. */
export function refuseExpired(expected: string, now: string): Problem[] {
  const expiresAt = unseal(expected)?.expiresAt;
  if (!expiresAt || expiresAt.toISOString() > now) return [];
  return [
    errorProblem('SEAL_EXPIRED', `The approval of the plan has expired: it counted until ${expiresAt.toISOString()}.`, {
      path: ['input', 'expectedFingerprint'],
      fix: 'Let the plan be approved again, and execute it with its new fingerprint.',
    }),
  ];
}

function problem(message: string): Problem {
  return errorProblem('PLAN_CHANGED', message, {
    path: ['input', 'expectedFingerprint'],
    fix: 'Review the plan as it is now, and execute it with its new fingerprint.',
  });
}

/** Names the items whose resource on the branch was changed after the upload. What was deleted has left no trace. */
async function changedSince({ connection, kinds }: WorkerContext, plan: PlanRow): Promise<string> {
  const rows = await connection.all<{ kind: string; name: string }>(
    sql`SELECT i.kind, i.name FROM import_item i ${existingJoin(plan.branchId)}
      JOIN import_plan pl ON pl.no = i.plan_no
      WHERE i.plan_no = ${plan.no} AND r.updated_at > pl.created_at ORDER BY i.ordinal LIMIT ${maxNamed + 1}`,
  );
  if (rows.length === 0) return '';
  const named = rows.slice(0, maxNamed).map(({ kind, name }) => `${kinds.find(kind)?.title ?? kind} "${name}"`);
  return ` Changed since the upload: ${named.join(', ')}${rows.length > maxNamed ? ' and others' : ''}.`;
}
