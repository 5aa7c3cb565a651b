/** The main job of the server, as a client of its public API does it: an export of one project, imported into another. */
import { setTimeout as sleep } from 'node:timers/promises';

const answerWithinMs = 10_000;
const taskWithinMs = 60_000;
const pollMs = 50;
/** What the single view of the demo project comes to, with all that it needs. */
const exportedCount = 7;

/** Sends a request; gives the text of the answer. Any other status than 200 is a failure. */
export async function answerOf(url, options = {}) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(answerWithinMs) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

export class Client {
  constructor(address, token) {
    this.address = address;
    this.headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': 'true' };
  }

  ask(query, variables = {}) {
    return this.send({ 'content-type': 'application/json' }, JSON.stringify({ query, variables }));
  }

  /** Asks with a file as the variable `input.file`. */
  upload(query, { input, text }) {
    const form = new FormData();
    form.append('operations', JSON.stringify({ query, variables: { input: { ...input, file: null } } }));
    form.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
    form.append('0', new Blob([text]), 'export.json');
    return this.send({}, form);
  }

  /** Errors and problems are failures. */
  async send(headers, body) {
    const answer = await answerOf(this.address, { method: 'POST', headers: { ...this.headers, ...headers }, body });
    const { data, errors } = JSON.parse(answer);
    const problems = Object.values(data ?? {}).flatMap((field) => field?.problems ?? []);
    if (errors || problems.length > 0) throw new Error(JSON.stringify(errors ?? problems));
    return data;
  }

  /** Waits until a task has ended well; gives it. */
  async endOf({ id }) {
    const query = 'query ($id: ID!) { task(id: $id) { status errorMessage createdCount files { url } } }';
    const deadline = Date.now() + taskWithinMs;
    while (Date.now() < deadline) {
      const { task } = await this.ask(query, { id });
      if (task.status === 'COMPLETED') return task;
      if (/COMPLETED_|FAILED|CANCELLED/.test(task.status)) throw new Error(`${task.status}: ${task.errorMessage}`);
      await sleep(pollMs);
    }
    throw new Error(`The task did not end within ${taskWithinMs / 1000} s.`);
  }
}

/** Exports the single view of the demo project; gives the text of the file. */
export async function exportView(client) {
  const { project } = await client.ask('{ project(key: "city-library") { defaultBranch { id } } }');
  const selection = { branchId: project.defaultBranch.id, kinds: ['fast-data/SingleView'] };
  const { startExport } = await client.ask(
    'mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { message } } }',
    { input: { selection } },
  );
  const { files } = await client.endOf(startExport.task);
  return answerOf(files[0].url);
}

/** Imports it into a project that is made for it, and looks whether all of it is there. */
export async function importView(client, text) {
  const { createProject } = await client.ask(
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
       project { defaultBranch { id } } problems { message } } }`,
    { input: { key: 'smoke', name: 'Smoke', capabilities: ['EVENT_DRIVEN'] } },
  );
  const branchId = createProject.project.defaultBranch.id;
  const { stageImport } = await client.upload(
    'mutation ($input: StageImportInput!) { stageImport(input: $input) { plan { id task { id } } problems { message } } }',
    { input: { branchId }, text },
  );
  await client.endOf(stageImport.plan.task);
  const { executeImport } = await client.ask(
    'mutation ($input: ExecuteImportInput!) { executeImport(input: $input) { task { id } problems { message } } }',
    { input: { planId: stageImport.plan.id } },
  );
  const { createdCount } = await client.endOf(executeImport.task);
  const { resources } = await client.ask('query ($id: ID!) { resources(branchId: $id) { totalCount } }', {
    id: branchId,
  });
  if (createdCount !== exportedCount || resources.totalCount !== exportedCount) {
    throw new Error(`${createdCount} created, ${resources.totalCount} there, in place of ${exportedCount}`);
  }
}
