/** An import and an export from beginning to end, through the public API, with the time that each part took. */

/** Makes a project; gives the id of its branch. */
export async function createProject(api, key) {
  const { createProject: made } = await api.ask(
    `mutation ($input: CreateProjectInput!) {
       createProject(input: $input) { project { defaultBranch { id } } problems { code message } } }`,
    { input: { key, name: key } },
  );
  return made.project.defaultBranch.id;
}

/** Uploads and stages a file; gives the plan's id once it is ready, and the parts' times in milliseconds. */
export async function stageFile(api, path, target) {
  const start = performance.now();
  const plan = await api.stageImport(path, target);
  const uploaded = performance.now();
  const { stages } = await api.endOfTask(plan.task.id);
  const ready = performance.now();
  const planning = stages.get('planning') ?? ready;
  return {
    planId: plan.id,
    times: { upload: uploaded - start, stage: planning - uploaded, plan: ready - planning },
  };
}

/** Carries a plan out; gives the task. */
export async function executePlan(api, planId, importStrategy) {
  const { executeImport } = await api.ask(
    `mutation ($input: ExecuteImportInput!) { executeImport(input: $input) { task { id } problems { code message } } }`,
    { input: { planId, importStrategy } },
  );
  return (await api.endOfTask(executeImport.task.id)).task;
}

/**
 * The whole import of a file: upload, stage, plan, merge.
 * @param expected the task's counts that must come out, so that no figure stands for work that was not done; no item fails
 *   unless it says so
 */
export async function importFile(api, path, { expected, strategy, ...target }) {
  const start = performance.now();
  const { planId, times } = await stageFile(api, path, target);
  const planned = performance.now();
  const task = await executePlan(api, planId, strategy);
  const end = performance.now();
  for (const [name, count] of Object.entries({ failedCount: 0, ...expected })) {
    if (task[name] !== count) throw new Error(`The import should have ${name} ${count}, and has ${task[name]}.`);
  }
  return { ...times, merge: end - planned, whole: end - start };
}

/** Exports a whole branch as JSON Lines; gives the times of the task, of the download, and the size. */
export async function exportBranch(api, branchId) {
  const start = performance.now();
  const { startExport } = await api.ask(
    `mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { code message } } }`,
    { input: { selection: { branchId, all: true }, format: 'JSONL' } },
  );
  const { task } = await api.endOfTask(startExport.task.id);
  const written = performance.now();
  const sizeBytes = await api.download(task.files.find(({ purpose }) => purpose === 'RESULT').url);
  return { task: written - start, whole: performance.now() - start, sizeBytes };
}
