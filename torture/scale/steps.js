/** What clients do: each step may be repeated, as when its answer was lost, and is then done once. */
import { createHash } from 'node:crypto';
import { codesIn } from '../codesIn.js';

/** Uploads a file; gives the ids of the plan and of the task that reads it. */
export async function stage(api, { path, branchId, key }) {
  const target = { branchId, mode: 'COPY', idempotencyKey: key };
  const plan = await api.attempt((client) => client.stageImport(path, target));
  return { planId: plan.id, taskId: plan.task.id };
}

/** Carries a plan out; gives the id of the task. */
export async function execute(api, planId) {
  const mutation =
    'mutation ($input: ExecuteImportInput!) { executeImport(input: $input) { task { id } problems { code message } } }';
  return startOnce({
    start: async () => (await api.ask(mutation, { input: { planId } })).executeImport.task.id,
    // A first request whose answer was lost has started it.
    codes: ['PLAN_NOT_READY'],
    started: async () => {
      const { importPlan } = await api.ask('query ($id: ID!) { importPlan(id: $id) { executeTask { id } } }', {
        id: planId,
      });
      return importPlan.executeTask?.id;
    },
  });
}

/** Takes an import back; gives the id of the task. */
export async function undo(api, taskId) {
  const mutation =
    'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { code message } } }';
  return startOnce({
    start: async () => (await api.ask(mutation, { input: { taskId } })).undoImport.task.id,
    codes: ['TASK_NOT_UNDOABLE'],
    started: async () => {
      const { task } = await api.ask('query ($id: ID!) { task(id: $id) { lastUndo { id } } }', { id: taskId });
      return task.lastUndo?.id;
    },
  });
}

async function startOnce({ start, codes, started }) {
  try {
    return await start();
  } catch (error) {
    if (!codesIn(error)?.every((code) => codes.includes(code))) throw error;
    const id = await started();
    if (id === undefined) throw error;
    return id;
  }
}

/** Starts the export of a branch; a lost answer makes a second one, of which nobody hears. Gives the id of the task. */
export async function startExport(api, branchId) {
  const { startExport: started } = await api.ask(
    'mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { code message } } }',
    { input: { selection: { branchId, all: true }, format: 'JSONL' } },
  );
  return started.task.id;
}

/** Downloads what a task made; gives what is wrong with it. */
export async function downloadFault(api, taskId) {
  const { task } = await api.ask('query ($id: ID!) { task(id: $id) { files { purpose url sha256 } } }', { id: taskId });
  const { url, sha256 } = task.files.find(({ purpose }) => purpose === 'RESULT');
  const { pathname, search } = new URL(url);
  const digest = await api.attempt(async (_client, origin) => {
    const response = await fetch(`${origin}${pathname}${search}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(JSON.stringify(JSON.parse(bytes.toString()).errors));
    return createHash('sha256').update(bytes).digest('hex');
  });
  return digest === sha256 ? undefined : `the file of task ${taskId} differs from its digest`;
}

/** How a task ended, with its counts. */
export async function endedTask(api, id) {
  const { task } = await api.ask(
    `query ($id: ID!) { task(id: $id) { id type status errorMessage totalCount createdCount updatedCount unchangedCount skippedCount
       deletedCount failedCount } }`,
    { id },
  );
  return task;
}

export async function versionOf(api, branchId) {
  const { node } = await api.ask('query ($id: ID!) { node(id: $id) { ... on Branch { version } } }', { id: branchId });
  return node.version;
}
