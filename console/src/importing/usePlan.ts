/** A plan as the server has it: its file while it is read, the choices of everyone who works on it, and its execution. */
import { useEffect, useRef } from 'react';
import {
  ImportPlanDocument,
  PlanTaskProgressDocument,
  PlanVersionDocument,
  type ImportPlanQuery,
  type PlanTaskFragment,
  type TaskStatus,
} from '../api/operations.generated.js';
import { useQuery, useRequests, useSubscription, type QueryState } from '../api/requests.js';
import { useBranchChanges } from '../shell/branch.js';

export type ShownPlan = NonNullable<ImportPlanQuery['importPlan']>;

export interface PlanState extends Pick<QueryState<ImportPlanQuery>, 'error' | 'isLoading' | 'refresh'> {
  plan: ShownPlan | null | undefined;
  /** The plan's task with its latest progress. */
  task: PlanTaskFragment | undefined;
}

/** Changes that others make to a plan have no subscription of their own: they are seen within this time. */
const lookAgainMs = 2_500;

export function hasEnded(status: TaskStatus): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}

export function usePlan(id: string, branchId: string): PlanState {
  const { data, error, isLoading, refresh } = useQuery(ImportPlanDocument, { id });
  const plan = data?.importPlan;
  const { ask } = useRequests();
  useBranchChanges(branchId, refresh);

  const stored = plan?.task;
  const isRunning = stored !== undefined && !hasEnded(stored.status);
  const update = useSubscription(
    PlanTaskProgressDocument,
    { id: stored?.id ?? '' },
    { isPaused: !isRunning },
  )?.taskProgress;
  const live = update !== undefined && update.id === stored?.id ? update : undefined;
  const hasJustEnded = isRunning && live !== undefined && hasEnded(live.status);
  useEffect(() => {
    if (hasJustEnded) refresh();
  }, [hasJustEnded, refresh]);

  const seen = useRef('');
  seen.current = plan ? versionOf(plan) : '';
  const isWatched = plan != null && plan.status !== 'DISCARDED' && plan.status !== 'FAILED';
  useEffect(() => {
    if (!isWatched) return undefined;
    const timer = setInterval(() => {
      if (document.hidden) return;
      ask(PlanVersionDocument, { id })
        .then(({ importPlan }) => {
          if (importPlan && versionOf(importPlan) !== seen.current) refresh();
        })
        // The notice about the lost connection says so already.
        .catch(() => undefined);
    }, lookAgainMs);
    return () => {
      clearInterval(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, isWatched, refresh]);

  return { plan, task: isRunning && live ? live : stored, error, isLoading, refresh };
}

interface Versioned {
  status: string;
  updatedAt: string;
  isCurrent: boolean;
  task: { id: string; status: string };
}

function versionOf({ status, updatedAt, isCurrent, task }: Versioned): string {
  return JSON.stringify([status, updatedAt, isCurrent, task.id, hasEnded(task.status as TaskStatus)]);
}
