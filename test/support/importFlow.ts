import { randomUUID } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../src/shared/json.js';
import type { GraphqlClient, UploadContent } from './graphqlClient.js';
import type { BundleRecord } from './importBundle.js';
import { importDocuments } from './importDocuments.js';
import { isEnded } from './taskSubscription.js';

export interface PlanProblem {
  code: string;
  severity: 'ERROR' | 'WARNING';
  message: string;
  path: string[];
  fix: string | null;
  line?: number | null;
  kind?: string | null;
  name?: string | null;
  resourceId?: string | null;
}

export interface PlanOrigin {
  instance: { id: string; name: string } | null;
  project: { key: string; name: string } | null;
  branch: string | null;
  exportedAt: string | null;
  sourceName: string;
  sourceId: string | null;
  bundleDigest: string | null;
  previous: { project: { key: string } | null; branch: string | null; sourceName: string } | null;
}

export interface PlanItem {
  id: string;
  kind: { name: string };
  name: string;
  newName: string | null;
  mode: 'COPY' | 'REFERENCE';
  isSelected: boolean;
  isDeletion: boolean;
  action: string;
  canRename: boolean;
  line: number;
  problems: PlanProblem[];
  existing: { id: string; name: string; mode: string; origin: { project: { key: string } | null } | null } | null;
  origin: PlanOrigin | null;
  diff: { path: string; before: JsonValue; after: JsonValue }[];
}

export interface TaskFile {
  purpose: 'SOURCE' | 'RESULT' | 'ERROR_REPORT' | 'REMAINDER';
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  url: string;
}

export interface TaskRecord {
  id: string;
  type: string;
  status: string;
  stage: string | null;
  processedCount: number;
  totalCount: number | null;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  skippedCount: number;
  deletedCount: number;
  failedCount: number;
  errorMessage: string | null;
  files: TaskFile[];
}

type Written = 'create' | 'update' | 'referenceUpdate' | 'delete';
type NotWritten = 'unchanged' | 'collision' | 'skipped' | 'blocked';
export type PlanCounts = Record<'total' | 'selected' | Written | NotWritten, number>;

export interface PlanView {
  id: string;
  status: string;
  format: string | null;
  source: {
    instance: { name: string } | null;
    project: { key: string } | null;
    branch: string | null;
    exportedAt: string | null;
  } | null;
  counts: PlanCounts;
  problems: PlanProblem[];
  isExecutable: boolean;
  items: {
    totalCount: number;
    edges: { node: PlanItem }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

export interface BranchResource {
  id: string;
  kind: { name: string };
  name: string;
  mode: 'EDITABLE' | 'REFERENCE';
  spec: JsonObject;
  digest: string;
  revision: number;
  parent: { name: string } | null;
  origin: PlanOrigin | null;
}

interface ItemChoice {
  itemIds?: string[];
  kinds?: string[];
}

export interface RemapChoice {
  kind: string;
  name: string;
  toName?: string | null;
  toVersion?: string;
  toTenant?: string;
}

export interface StageOptions {
  mode?: 'COPY' | 'REFERENCE';
  fileName?: string;
  mediaType?: string;
  format?: string;
  idempotencyKey?: string;
  options?: JsonObject;
}

/** A project of its own for a test. */
export interface Place {
  projectId: string;
  key: string;
  branchId: string;
}

/** The steps of an import, over the wire: each asks, waits until what it started has ended, and gives what is there then. */
export class ImportFlow {
  constructor(readonly client: GraphqlClient) {}

  async makeProject(capabilities: readonly string[] = [], key = `p${randomUUID().slice(0, 8)}`): Promise<Place> {
    const { createProject } = await this.ask<{
      createProject: { project: { id: string; defaultBranch: { id: string } } };
    }>(importDocuments.createProject, { input: { key, name: key, capabilities } });
    return { projectId: createProject.project.id, key, branchId: createProject.project.defaultBranch.id };
  }

  /** Makes a resource by hand; gives its id. */
  async create({ branchId }: Place, { kind, name, spec }: BundleRecord, parentId?: string): Promise<string> {
    const { createResource } = await this.ask<{
      createResource: { resource: { id: string } | null; problems: PlanProblem[] };
    }>(importDocuments.createResource, {
      input: { branchId, kind, name, spec, ...(parentId === undefined ? {} : { parentId }) },
    });
    if (!createResource.resource) throw new Error(`Not made: ${JSON.stringify(createResource.problems)}`);
    return createResource.resource.id;
  }

  /** Uploads a file and waits until its plan is derived, or is refused. */
  async stage(
    content: UploadContent,
    { branchId }: { branchId: string },
    options: StageOptions = {},
  ): Promise<PlanView> {
    const { plan, problems } = await this.client.upload(content, { branchId, ...options });
    if (!plan) throw new Error(`The upload was refused: ${JSON.stringify(problems)}`);
    await this.ended(plan.task.id);
    return this.plan(plan.id);
  }

  async plan(id: string, list: { filter?: JsonObject; first?: number; after?: string | null } = {}): Promise<PlanView> {
    return (await this.ask<{ importPlan: PlanView }>(importDocuments.plan, { id, first: 500, ...list })).importPlan;
  }

  select(planId: string, isSelected: boolean, choice: ItemChoice = {}): Promise<PlanProblem[]> {
    return this.amend('selectImportItems', { planId, isSelected, ...choice });
  }

  setMode(planId: string, mode: 'COPY' | 'REFERENCE', choice: ItemChoice = {}): Promise<PlanProblem[]> {
    return this.amend('setImportMode', { planId, mode, ...choice });
  }

  setOptions(planId: string, choice: JsonObject): Promise<PlanProblem[]> {
    return this.amend('setImportOptions', { planId, ...choice });
  }

  remap(planId: string, choice: RemapChoice): Promise<PlanProblem[]> {
    return this.amend('remapPrerequisite', { planId, ...choice });
  }

  rename(itemId: string, name: string): Promise<PlanProblem[]> {
    return this.amend('renameImportItem', { itemId, name });
  }

  discard(planId: string): Promise<PlanProblem[]> {
    return this.amend('discardImport', { planId });
  }

  /** Asks for the execution of a plan; gives the problems, or the task as it is once it has ended. */
  async execute(
    planId: string,
    importStrategy?: string,
  ): Promise<{ task: TaskRecord | null; problems: PlanProblem[] }> {
    const { executeImport } = await this.ask<{
      executeImport: { task: { id: string } | null; problems: PlanProblem[] };
    }>(importDocuments.execute, { input: { planId, ...(importStrategy === undefined ? {} : { importStrategy }) } });
    const { task, problems } = executeImport;
    return { task: task && (await this.ended(task.id)), problems };
  }

  /** Stages a file and carries its plan out; throws when that does not end as COMPLETED. */
  async import(content: UploadContent, place: { branchId: string }, options: StageOptions = {}): Promise<TaskRecord> {
    const plan = await this.stage(content, place, options);
    const { task, problems } = await this.execute(plan.id);
    if (task?.status !== 'COMPLETED')
      throw new Error(`Not imported: ${JSON.stringify([problems, task, plan.problems])}`);
    return task;
  }

  async task(id: string): Promise<TaskRecord> {
    return (await this.ask<{ task: TaskRecord }>(importDocuments.task, { id })).task;
  }

  /** Waits until a task has ended. */
  async ended(id: string): Promise<TaskRecord> {
    for (;;) {
      const task = await this.task(id);
      if (isEnded(task as never)) return task;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Exports everything of a branch, and gives the text of the file. */
  async export({ branchId }: { branchId: string }, format: 'JSON' | 'JSONL' = 'JSON'): Promise<string> {
    const { startExport } = await this.ask<{ startExport: { task: { id: string } | null; problems: PlanProblem[] } }>(
      importDocuments.startExport,
      { input: { selection: { branchId, all: true }, format } },
    );
    if (!startExport.task) throw new Error(`Not exported: ${JSON.stringify(startExport.problems)}`);
    const { files } = await this.ended(startExport.task.id);
    return this.download(files.find(({ purpose }) => purpose === 'RESULT')!);
  }

  async download({ url }: Pick<TaskFile, 'url'>): Promise<string> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.text();
  }

  /** Everything on a branch, sorted by name. */
  async resources({ branchId }: { branchId: string }): Promise<BranchResource[]> {
    const found: BranchResource[] = [];
    for (let after: string | null = null; ;) {
      const { resources }: { resources: ResourcePage } = await this.ask(importDocuments.resources, { branchId, after });
      found.push(...resources.edges.map(({ node }) => node));
      if (!resources.pageInfo.hasNextPage) break;
      after = resources.pageInfo.endCursor;
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Runs a document; throws when there are errors. */
  async ask<Data>(document: string, variables: Record<string, unknown>): Promise<Data> {
    const { data, errors } = await this.client.query(document, variables);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data as Data;
  }

  private async amend(field: keyof typeof importDocuments, input: Record<string, unknown>): Promise<PlanProblem[]> {
    const data = await this.ask<Record<string, { problems: PlanProblem[] }>>(importDocuments[field], { input });
    return data[field]!.problems;
  }
}

interface ResourcePage {
  edges: { node: BranchResource }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The items of a plan by their name in the file. */
export function itemsByName({ items }: PlanView): Record<string, PlanItem> {
  return Object.fromEntries(items.edges.map(({ node }) => [node.name, node]));
}

/** The action of each item, by its name in the file. */
export function actionsOf(plan: PlanView): Record<string, string> {
  return Object.fromEntries(plan.items.edges.map(({ node }) => [node.name, node.action]));
}

/** The codes of problems, each once, sorted. */
export function codesOf(problems: readonly { code: string }[]): string[] {
  return [...new Set(problems.map(({ code }) => code))].sort();
}
