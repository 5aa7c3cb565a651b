/** Tasks from outside: whatever way they end, it is told. */
import { setTimeout as sleep } from 'node:timers/promises';

const openStatuses = new Set(['QUEUED', 'RUNNING']);
const endWithinMs = 120_000;

/** Waits until a task has ended, well or not. */
export async function endOfTask(api, id) {
  const giveUpAt = Date.now() + endWithinMs;
  for (;;) {
    const { task } = await api.ask(
      `query ($id: ID!) { task(id: $id) { id type status errorMessage totalCount processedCount createdCount updatedCount
         unchangedCount skippedCount deletedCount failedCount files { purpose url sha256 } } }`,
      { id },
    );
    if (task && !openStatuses.has(task.status)) return task;
    if (Date.now() > giveUpAt) throw new Error(`Task ${id} is still ${task?.status} after ${endWithinMs} ms.`);
    await sleep(20);
  }
}

/** Watches a task until `until` holds for it, or it has ended; gives the stage that was seen last. */
export async function stageOfTask(api, id, { until }) {
  for (let last = 'begin'; ;) {
    const { task } = await api.ask('query ($id: ID!) { task(id: $id) { status stage } }', { id });
    if (!openStatuses.has(task.status)) return 'end';
    last = task.stage ?? last;
    if (until(task)) return last;
    await sleep(2);
  }
}

/** A fault when the counts of an import or undo that was carried out do not add up. */
export function countFault(task) {
  if (task.status !== 'COMPLETED' && task.status !== 'COMPLETED_WITH_ERRORS') return undefined;
  const { createdCount, updatedCount, unchangedCount, skippedCount, deletedCount, failedCount, totalCount } = task;
  const sum = createdCount + updatedCount + unchangedCount + skippedCount + deletedCount + failedCount;
  return sum === totalCount ? undefined : `${task.type}: the counts come to ${sum} of ${totalCount}`;
}

/** Starts carrying a plan out, as it was approved; gives the task's id. */
export async function execute(api, planId) {
  const { importPlan } = await api.ask(
    'query ($id: ID!) { importPlan(id: $id) { fingerprint(expiresAt: "2100-01-01T00:00:00.000Z") } }',
    { id: planId },
  );
  const expectedFingerprint = importPlan.fingerprint;
  const { executeImport } = await api.ask(
    'mutation ($input: ExecuteImportInput!) { executeImport(input: $input) { task { id } problems { code message } } }',
    { input: { planId, expectedFingerprint } },
  );
  return executeImport.task.id;
}

/** Starts taking an import back; gives the task's id. */
export async function undo(api, taskId) {
  const { undoImport } = await api.ask(
    'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { code message } } }',
    { input: { taskId } },
  );
  return undoImport.task.id;
}

/** Starts to transfer a whole branch; gives the plan. */
export async function stageTransfer(api, branchId, intoBranchId) {
  const { stageTransfer: started } = await api.ask(
    'mutation ($input: StageTransferInput!) { stageTransfer(input: $input) { plan { id task { id } } problems { code message } } }',
    { input: { selection: { branchId, all: true }, intoBranchId } },
  );
  return started.plan;
}

/** Starts an export of a whole branch; gives the task's id. */
export async function startExport(api, branchId) {
  const { startExport: started } = await api.ask(
    'mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { code message } } }',
    { input: { selection: { branchId, all: true }, format: 'JSONL' } },
  );
  return started.task.id;
}
