import { Counter, Histogram, type Registry } from 'prom-client';
import { isTerminal, TaskStatusEnum, TaskTypeEnum } from '../../features/tasks/index.js';
import { observed, type EndedTask } from '../../shared/observed.js';

const types = Object.values(TaskTypeEnum);
const endStatuses = Object.values(TaskStatusEnum).filter(isTerminal);
const importType = TaskTypeEnum.EXECUTE_IMPORT;

/** From a tenth of a second to an hour. */
const taskBuckets = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600];

/** Codes that alerts wait for: without a first 0, their first failure would be no increase. */
const watchedCodes = ['DATABASE_UNAVAILABLE', 'DISK_FULL', 'FILES_UNAVAILABLE', 'INTERNAL', 'WORKER_LOST', 'OTHER'];

/** The label `action`, and the count of an import behind it. */
const countByAction = {
  created: 'createdCount',
  updated: 'updatedCount',
  unchanged: 'unchangedCount',
  skipped: 'skippedCount',
  deleted: 'deletedCount',
  failed: 'failedCount',
} as const;
const actions = Object.keys(countByAction) as (keyof typeof countByAction)[];

/** Returns what stops the counting. */
export function taskMetrics(registers: Registry[]): (() => void)[] {
  const meters = { ...tasksEnded(registers), ...itemsHandled(registers) };
  for (const type of types) {
    for (const status of endStatuses) meters.ended.inc({ type, status }, 0);
    meters.seconds.zero({ type });
    meters.items.inc({ type }, 0);
    meters.itemSeconds.inc({ type }, 0);
  }
  for (const action of actions) meters.planActions.inc({ action }, 0);
  for (const code of watchedCodes) meters.failures.inc({ code }, 0);
  return [
    observed.taskEnded.listen((task) => {
      count(task, meters);
    }),
  ];
}

type Meters = ReturnType<typeof tasksEnded> & ReturnType<typeof itemsHandled>;

function tasksEnded(registers: Registry[]) {
  return {
    ended: new Counter({
      name: 'waybill_tasks_total',
      help: 'Tasks whose end this server wrote, by type and status.',
      labelNames: ['type', 'status'],
      registers,
    }),
    failures: new Counter({
      name: 'waybill_task_failures_total',
      help: 'Failed tasks, by the code of the failure; OTHER without one.',
      labelNames: ['code'],
      registers,
    }),
    seconds: new Histogram({
      name: 'waybill_task_duration_seconds',
      help: 'How long tasks ran on this server, without the time in the queue, by type, however they ended.',
      labelNames: ['type'],
      buckets: taskBuckets,
      registers,
    }),
  };
}

function itemsHandled(registers: Registry[]) {
  return {
    items: new Counter({
      name: 'waybill_task_items_total',
      help: 'Items or resources that completed tasks handled, by type of task; added when the task ends.',
      labelNames: ['type'],
      registers,
    }),
    itemSeconds: new Counter({
      name: 'waybill_task_items_seconds_total',
      help: 'How long the tasks ran whose items are counted in waybill_task_items_total. The ratio of both rates is the items per second.',
      labelNames: ['type'],
      registers,
    }),
    planActions: new Counter({
      name: 'waybill_plan_actions_total',
      help: 'Items of executed import plans, by what the import did with them.',
      labelNames: ['action'],
      registers,
    }),
  };
}

function count({ type, status, code, counts, seconds }: EndedTask, meters: Meters): void {
  meters.ended.inc({ type, status });
  if (seconds !== undefined) meters.seconds.observe({ type }, seconds);
  if (status === TaskStatusEnum.FAILED) meters.failures.inc({ code: code ?? 'OTHER' });
  if (status === TaskStatusEnum.FAILED || status === TaskStatusEnum.CANCELLED) return;
  meters.items.inc({ type }, counts['processedCount'] ?? 0);
  meters.itemSeconds.inc({ type }, seconds ?? 0);
  if (type !== importType) return;
  for (const action of actions) meters.planActions.inc({ action }, counts[countByAction[action]] ?? 0);
}
