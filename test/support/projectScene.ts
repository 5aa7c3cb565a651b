/** What most tests do before they come to their point: make a project, fill it, export it, import into it. */
import type { NewResource } from './fastDataResources.js';
import type { UploadContent, UploadInput } from './graphqlClient.js';
import type { ImportPlanState, ProblemState, ResourceState, TaskState, InputOf } from './operationResults.js';
import type { ServerClient } from './serverClient.js';

/** A project of a test, and its default branch. */
export interface ProjectScene {
  projectId: string;
  key: string;
  branchId: string;
}

/** Makes a project with an empty branch; its key is `name`, with something random behind it on a server that tests share. */
export async function createProject(
  server: ServerClient,
  name: string,
  capabilities: 'EVENT_DRIVEN'[] = [],
): Promise<ProjectScene> {
  const key = server.keyFor(name);
  const { createProject: payload } = await server.operation('CreateProject', {
    input: { key, name: `Project ${key}`, capabilities },
  });
  const project = present(payload.project, payload.problems);
  return { projectId: project.id, key, branchId: project.defaultBranch.id };
}

/** Makes resources in the order given, so that parents come first; gives each under its name. */
export async function createResources(
  server: ServerClient,
  branchId: string,
  resources: readonly NewResource[],
): Promise<Map<string, ResourceState>> {
  const made = new Map<string, ResourceState>();
  for (const { parent, ...resource } of resources) {
    const parentId = parent === undefined ? null : (made.get(parent)?.id ?? (await idOf(server, branchId, parent)));
    const input = { ...resource, branchId, parentId };
    const { createResource: payload } = await server.operation('CreateResource', { input });
    made.set(resource.name, present(payload.resource, payload.problems));
  }
  return made;
}

/** The id of the only resource of that name, among those whose name holds it. */
export async function idOf(server: ServerClient, branchId: string, name: string): Promise<string> {
  return (await resourceOf(server, branchId, name)).id;
}

/** The resource of that name on a branch. */
export async function resourceOf(server: ServerClient, branchId: string, name: string): Promise<ResourceState> {
  const { resources } = await server.operation('Resources', { branchId, filter: { search: name }, first: 500 });
  const found = resources!.edges.find(({ node }) => node.name === name);
  if (!found) throw new Error(`There is no resource ${name} on the branch.`);
  return found.node;
}

/** Names of all resources of a branch, in the order of the list. */
export async function namesOn(server: ServerClient, branchId: string): Promise<string[]> {
  const { resources } = await server.operation('Resources', { branchId, first: 500 });
  return resources!.edges.map(({ node }) => node.name);
}

/** Uploads a file and waits until it was read; gives the plan with its first 500 items. */
export async function stageFile(
  server: ServerClient,
  content: UploadContent,
  input: UploadInput,
): Promise<ImportPlanState> {
  const { plan, problems } = await server.upload(content, input);
  const { id, task } = present(plan, problems);
  await server.waitForTask(task.id);
  return readPlan(server, id);
}

/** A plan with its first 500 items. */
export async function readPlan(server: ServerClient, id: string): Promise<ImportPlanState> {
  const { importPlan } = await server.operation('ImportPlan', { id, first: 500 });
  return present(importPlan);
}

/** Carries a plan out and waits for the end. */
export async function executePlan(
  server: ServerClient,
  planId: string,
  importStrategy: 'ON_ERROR_FAIL' | 'ON_ERROR_CONTINUE' = 'ON_ERROR_FAIL',
): Promise<TaskState> {
  const { executeImport } = await server.operation('ExecuteImport', { input: { planId, importStrategy } });
  return server.waitForTask(present(executeImport.task, executeImport.problems).id);
}

/** Stages a file and carries it out as it is; fails when not everything was imported. */
export async function importFile(server: ServerClient, content: UploadContent, input: UploadInput): Promise<TaskState> {
  const { id } = await stageFile(server, content, input);
  const task = await executePlan(server, id);
  if (task.status !== 'COMPLETED') throw new Error(`The import ended as ${task.status}: ${task.errorMessage ?? ''}`);
  return task;
}

/** Exports, waits, and downloads the file as text. */
export async function exportFile(
  server: ServerClient,
  input: InputOf<'StartExport'>,
): Promise<{ task: TaskState; text: string }> {
  const { task, bytes } = await exportBytes(server, input);
  return { task, text: bytes.toString() };
}

/** Exports, waits, and downloads the file. */
export async function exportBytes(
  server: ServerClient,
  input: InputOf<'StartExport'>,
): Promise<{ task: TaskState; bytes: Buffer }> {
  const { startExport } = await server.operation('StartExport', { input });
  const task = await server.waitForTask(present(startExport.task, startExport.problems).id);
  const file = task.files.find(({ purpose }) => purpose === 'RESULT');
  if (!file) throw new Error(`The export ended as ${task.status}: ${task.errorMessage ?? ''}`);
  return { task, bytes: Buffer.from(await (await fetch(file.url!)).arrayBuffer()) };
}

/** What an operation gave, or an error with the problems that it gave instead. */
export function present<Value>(value: Value | null, problems: readonly ProblemState[] = []): Value {
  if (value === null) throw new Error(`Refused: ${problems.map(({ message }) => message).join(' ')}`);
  return value;
}

/** The task without the signatures of its files' addresses, which follow from the second in which they are asked for. */
export function unsigned<State extends Pick<TaskState, 'files'>>(task: State): State {
  return { ...task, files: task.files.map((file) => ({ ...file, url: file.url!.replace(/\?.*/, '') })) };
}
