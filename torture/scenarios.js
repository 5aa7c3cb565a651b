/**
 * What is interrupted, each with what must hold afterwards. `begin` starts the task that is to be killed, `after` gives the state that
 * the branch has when the task is carried out; a task that changes no branch leaves it as it was.
 */
import { createHash } from 'node:crypto';
import { createProject } from '../bench/transfers.js';
import { branchState } from './branchState.js';
import { endOfTask, execute, stageTransfer, startExport, undo } from './tasks.js';

async function importFile(api, branchId, { path, mode }) {
  const plan = await api.stageImport(path, { branchId, mode });
  await endOfTask(api, plan.task.id);
  const taskId = await execute(api, plan.id);
  await endOfTask(api, taskId);
  return taskId;
}

async function stagedPlan(api, branchId, { path, mode }) {
  const plan = await api.stageImport(path, { branchId, mode });
  await endOfTask(api, plan.task.id);
  return plan;
}

/** Uploads the same file again: everything must be there already. */
async function againFault(api, branchId, { path, mode }) {
  const { id } = await stagedPlan(api, branchId, { path, mode });
  return changeFault(api, id);
}

/** A plan of what the branch has already must change nothing. */
async function changeFault(api, id) {
  const { importPlan } = await api.ask(
    'query ($id: ID!) { importPlan(id: $id) { status counts { total unchanged } } }',
    { id },
  );
  const { total, unchanged } = importPlan.counts;
  return importPlan.status === 'READY' && total === unchanged
    ? undefined
    : `the same file again: ${unchanged} of ${total} unchanged`;
}

async function staging(api, { key, files }) {
  const branchId = await createProject(api, key);
  const file = { path: files.first, mode: 'COPY' };
  return {
    branchId,
    begin: async () => {
      const plan = await api.stageImport(file.path, { branchId, mode: file.mode });
      return plan.task.id;
    },
    faultAfter: async (live, isDone, task) => {
      // Nothing but its server failed: it must have been started again, and come to its end.
      if (!isDone) return `the file was not read: ${task.errorMessage}`;
      await importFile(live, branchId, file);
      return againFault(live, branchId, file);
    },
  };
}

export const scenarios = {
  staging,

  /** The end of staging, which would seldom be hit by chance. */
  planning: async (api, place) => ({ ...(await staging(api, place)), fromStage: 'planning' }),

  async merging(api, { key, files }) {
    const branchId = await createProject(api, key);
    const file = { path: files.first, mode: 'COPY' };
    const plan = await stagedPlan(api, branchId, file);
    return {
      branchId,
      changesBranch: true,
      isCounted: true,
      begin: () => execute(api, plan.id),
      faultAfter: (live, isDone) => (isDone ? againFault(live, branchId, file) : undefined),
    };
  },

  async updating(api, { key, files }) {
    const branchId = await createProject(api, key);
    await importFile(api, branchId, { path: files.first, mode: 'REFERENCE' });
    const file = { path: files.second, mode: 'REFERENCE' };
    const plan = await stagedPlan(api, branchId, file);
    return {
      branchId,
      changesBranch: true,
      isCounted: true,
      begin: () => execute(api, plan.id),
      faultAfter: (live, isDone) => (isDone ? againFault(live, branchId, file) : undefined),
    };
  },

  async undoing(api, { key, files }) {
    const branchId = await createProject(api, key);
    const empty = await branchState(api, branchId);
    const imported = await importFile(api, branchId, { path: files.first, mode: 'COPY' });
    return {
      branchId,
      changesBranch: true,
      isCounted: true,
      begin: () => undo(api, imported),
      faultAfter: async (live, isDone) =>
        isDone && (await branchState(live, branchId)) !== empty
          ? 'the undo did not give back the state of before'
          : undefined,
    };
  },

  async transferring(api, { key, files }) {
    const sourceId = await createProject(api, `${key}-source`);
    await importFile(api, sourceId, { path: files.first, mode: 'COPY' });
    const branchId = await createProject(api, key);
    let planId;
    return {
      branchId,
      begin: async () => {
        const plan = await stageTransfer(api, sourceId, branchId);
        planId = plan.id;
        return plan.task.id;
      },
      faultAfter: async (live, isDone, task) => {
        if (!isDone) return `the branch was not transferred: ${task.errorMessage}`;
        await endOfTask(live, await execute(live, planId));
        const again = await stageTransfer(live, sourceId, branchId);
        await endOfTask(live, again.task.id);
        return changeFault(live, again.id);
      },
    };
  },

  async exporting(api, { key, files }) {
    const branchId = await createProject(api, key);
    await importFile(api, branchId, { path: files.first, mode: 'COPY' });
    return {
      branchId,
      begin: () => startExport(api, branchId),
      faultAfter: async (live, isDone, task) => {
        if (!isDone) return undefined;
        const result = task.files.find(({ purpose }) => purpose === 'RESULT');
        const bytes = Buffer.from(await (await fetch(result.url)).arrayBuffer());
        const digest = createHash('sha256').update(bytes).digest('hex');
        return digest === result.sha256 ? undefined : 'the exported file differs from its digest';
      },
    };
  },
};
