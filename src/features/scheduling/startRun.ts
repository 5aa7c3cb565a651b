/** Starts what a schedule does, as its owner would: with the policy, the limits and the checks of the API. */
import type { Problem } from '../../shared/problem.js';
import type { Session } from '../../shared/session.js';
import { deniedProblem, type Guard } from '../access/index.js';
import type { ExportService } from '../exporting/index.js';
import type { ExecutionService, TransferService } from '../importing/index.js';
import type { TaskLimit, WrittenWithTask } from '../tasks/index.js';
import type { Schedule } from './schedule.entity.js';
import { goneOrHidden } from './schedule.problems.js';

export interface StartParts {
  guard: Guard;
  taskLimit: TaskLimit;
  exportService: ExportService;
  transferService: TransferService;
  executionService: ExecutionService;
}

/** Starts the first task of a run, unless there are problems. */
export async function startRun(
  parts: StartParts,
  schedule: Schedule,
  { session, writeWithTask }: { session: Session; writeWithTask: WrittenWithTask },
): Promise<Problem[]> {
  const { branchId, intoBranchId, templateId, importTemplateId, action } = schedule;
  const selection = { branchId };
  const callback = callbackOf(schedule);
  if (action === 'EXPORT') {
    const input = { selection, templateId, ...callback };
    return asOwner(parts, { operation: 'Mutation.startExport', input, session }, () =>
      parts.exportService.start(input, session, writeWithTask),
    );
  }
  const options = importTemplateId === null ? {} : { options: { templateId: importTemplateId } };
  const input = { selection, templateId, intoBranchId: intoBranchId ?? '', ...options, ...callback };
  return asOwner(parts, { operation: 'Mutation.stageTransfer', input, session }, () =>
    parts.transferService.stage(input, session, writeWithTask),
  );
}

/** Starts the execution of a staged plan, unless there are problems, such as items that somebody has to decide. */
export function startExecution(
  parts: StartParts,
  schedule: Schedule,
  { session, writeWithTask }: { session: Session; writeWithTask: WrittenWithTask },
): Promise<Problem[]> {
  const input = { planId: schedule.stagedPlanId ?? '', ...callbackOf(schedule) };
  return asOwner(parts, { operation: 'Mutation.executeImport', input, session }, () =>
    parts.executionService.execute(input, session, writeWithTask),
  );
}

async function asOwner(
  { guard, taskLimit }: StartParts,
  { operation, input, session }: { operation: string; input: object; session: Session },
  start: () => Promise<{ problems: Problem[] }>,
): Promise<Problem[]> {
  const verdict = await guard.judge(operation, { input }, session);
  if (verdict.type === 'DENIED') return [deniedProblem(verdict)];
  if (verdict.type !== 'ALLOWED') return [goneOrHidden()];
  return (await taskLimit.within(session.actor.id, start)).problems;
}

function callbackOf({ callbackUrl, callbackKey }: Schedule): { callbackUrl?: string; callbackKey?: string } {
  return { ...(callbackUrl !== null && { callbackUrl }), ...(callbackKey !== null && { callbackKey }) };
}
