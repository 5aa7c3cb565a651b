/** Branch and file in a database of this process: the stages of an import, without a server, an upload or a task. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { knownKinds } from '../../src/app/packs.js';
import { openDatabase, type SqlConnection } from '../../src/database/index.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import type { FileItem } from '../../src/features/formats/index.js';
import { derivePlan } from '../../src/features/importing/plan/derivePlan.js';
import { readPlan, type PlanOptions } from '../../src/features/importing/planRows.js';
import { StagedFile } from '../../src/features/importing/staging/stagedFile.js';
import { EdgeTypes, registerEdgeTypes } from '../../src/features/kinds/index.js';
import { prepareContent, writeContents } from '../../src/features/resources/worker.js';
import type { TaskContext } from '../../src/features/tasks/worker.js';
import type { JsonObject } from '../../src/shared/json.js';

const now = '2026-01-31T10:15:00.000Z';
const project = { projectId: 'project', branchId: 'branch' };

/** Where resources and files come from when they say that they come from somewhere. */
export const source = {
  instance: { id: 'there', name: 'There' },
  project: { id: 'far', key: 'far', name: 'Far' },
  branch: 'main',
  exportedAt: now,
  exportedBy: null,
};

/** A resource that is on the branch. */
export interface PresentResource {
  kind: string;
  name: string;
  spec: JsonObject;
  erc?: string;
  parentId?: string;
  /** A reference to what has this name in {@link source}. */
  referenceTo?: string;
  /** A copy of what has this name in {@link source}. */
  copyOf?: string;
}

/** An item of the file. */
export type StagedItem = Pick<FileItem, 'kind' | 'name' | 'spec'> & {
  [Member in Exclude<keyof FileItem, 'kind' | 'name' | 'spec' | 'origins'>]?: FileItem[Member] | undefined;
};

/** What a plan has for one item. */
export interface DerivedItem {
  name: string;
  effectiveName: string;
  action: string;
  reason: string | null;
  hasWarning: boolean;
  existingId: string | null;
  spec: JsonObject | null;
}

export class PlanScene {
  private fileCount = 0;

  private constructor(
    private readonly dir: string,
    readonly context: TaskContext,
  ) {}

  /** Makes an empty branch. */
  static async open(): Promise<PlanScene> {
    const dir = await mkdtemp(path.join(tmpdir(), 'waybill-plan-'));
    const url = `sqlite:${path.join(dir, 'test.sqlite')}`;
    await (await openDatabase({ url, entities: [], busyTimeoutMs: 1000 })).close();
    const connection = openSqlConnection(url, 1000);
    const kinds = knownKinds({ packStates: {}, superuserPacks: [] });
    await registerEdgeTypes(connection, kinds);
    const context = {
      ...{
        connection,
        kinds,
        edgeTypes: await EdgeTypes.load(connection, kinds),
        batchSize: 100,
        fileLimits: { items: 1000, growth: 100 },
        filesDir: dir,
      },
      ...{ clock: { now: () => now }, instance: { id: 'here', name: 'Here' } },
      ...{ count: () => undefined, enterStage: () => undefined, checkpoint: () => Promise.resolve() },
    } as unknown as TaskContext;
    const scene = new PlanScene(dir, context);
    await scene.fill('project', {
      id: project.projectId,
      key: 'shop',
      name: 'Shop',
      capabilities: '["EVENT_DRIVEN"]',
      created_at: now,
      updated_at: now,
    });
    await scene.fill('branch', {
      id: project.branchId,
      project_id: project.projectId,
      name: 'main',
      is_default: 1,
      created_at: now,
    });
    const { instance, project: far } = source;
    await scene.fill('provenance', {
      id: 'from-there',
      instance_id: instance.id,
      project_id: far.id,
      project_key: far.key,
      branch: 'main',
      format: 'waybill/json',
    });
    return scene;
  }

  async close(): Promise<void> {
    await this.connection.close();
    await rm(this.dir, { recursive: true });
  }

  /** Takes everything from the branch, and every plan. */
  async clear(): Promise<void> {
    for (const table of ['import_item', 'import_plan', 'resource', 'edge', 'content_unique_text', 'content'])
      await this.connection.run(`DELETE FROM ${table}`);
  }

  /** Puts a resource on the branch; gives its id. */
  async put(resource: PresentResource): Promise<string> {
    const { kind, name, spec, erc, parentId, referenceTo, copyOf } = resource;
    const content = prepareContent(this.context, { kind, title: null, spec });
    const contentId = await this.connection.transaction(() => writeContents(this.connection, [content]));
    const id = `${kind}/${name}`;
    const sourceName = referenceTo ?? copyOf ?? null;
    await this.fill('resource', {
      ...{
        id,
        branch_id: project.branchId,
        kind,
        name,
        content_id: contentId,
        revision: 1,
        created_at: now,
        updated_at: now,
      },
      ...{
        namespace: this.context.kinds.get(kind).identity.namespace,
        mode: referenceTo === undefined ? 'EDITABLE' : 'REFERENCE',
      },
      ...{ external_reference_code: erc ?? null, parent_id: parentId ?? null, source_name: sourceName },
      provenance_id: sourceName === null ? null : 'from-there',
    });
    return id;
  }

  /** Stages items as a file from {@link source}, or from nowhere; gives the id of its plan. */
  async stage(
    items: readonly StagedItem[],
    {
      mode = 'COPY',
      isFromNowhere = false,
      options = {},
    }: { mode?: 'COPY' | 'REFERENCE'; isFromNowhere?: boolean; options?: PlanOptions } = {},
  ): Promise<string> {
    const id = `plan-${++this.fileCount}`;
    await this.fill('import_plan', {
      ...{
        id,
        branch_id: project.branchId,
        status: 'STAGING',
        mode,
        options: JSON.stringify(options),
        problems: '[]',
        advice: '[]',
      },
      ...{ counts: '{}', upload_sha256: '', source_file_id: '', stage_task_id: '', created_at: now, updated_at: now },
    });
    const file = new StagedFile(this.context, (await readPlan(this.connection, id))!, 'waybill/json');
    if (!isFromNowhere) await file.add([{ type: 'source', source }]);
    await file.add(items.map((item) => ({ type: 'item', item: { ...blank, ...item } as FileItem, bytesRead: 0 })));
    await file.add([{ type: 'end', bundleDigest: '', claimedDigest: null, claimedCount: null }]);
    await file.writeProvenance();
    const uniqueKinds = { ...options, uniqueKinds: [...file.uniqueKinds], needingKinds: [...file.needingKinds] };
    await this.connection.run('UPDATE import_plan SET options = :options WHERE id = :id', {
      id,
      options: JSON.stringify(uniqueKinds),
    });
    return id;
  }

  /** Writes what a person chose for an item. */
  async choose(
    planId: string,
    name: string,
    choice: { newName?: string; isSelected?: boolean; mode?: 'COPY' | 'REFERENCE' },
  ): Promise<void> {
    const { newName, isSelected, mode } = choice;
    await this.connection.run(
      `UPDATE import_item SET new_name = coalesce(:newName, new_name), is_selected = coalesce(:isSelected, is_selected), mode = coalesce(:mode, mode)
       WHERE name = :name AND plan_no = (SELECT no FROM import_plan WHERE id = :planId)`,
      {
        planId,
        name,
        newName: newName ?? null,
        isSelected: isSelected === undefined ? null : Number(isSelected),
        mode: mode ?? null,
      },
    );
  }

  /** Derives a plan; gives its items by name. */
  async derive(planId: string): Promise<Record<string, DerivedItem>> {
    await this.connection.transaction(() => derivePlan(this.context, planId));
    const rows = await this.connection.all<
      Omit<DerivedItem, 'spec' | 'hasWarning'> & { spec: string | null; hasWarning: number }
    >(
      `SELECT i.name, i.effective_name AS "effectiveName", i.action, i.reason, i.has_warning AS "hasWarning",
         i.existing_id AS "existingId", c.spec
       FROM import_item i LEFT JOIN content c ON c.id = i.effective_content_id
       WHERE i.plan_no = (SELECT no FROM import_plan WHERE id = :planId)`,
      { planId },
    );
    return Object.fromEntries(
      rows.map((row) => [
        row.name,
        {
          ...row,
          hasWarning: row.hasWarning === 1,
          spec: row.spec === null ? null : (JSON.parse(row.spec) as JsonObject),
        },
      ]),
    );
  }

  /** Stages items and derives their plan. */
  async plan(...file: Parameters<PlanScene['stage']>): Promise<Record<string, DerivedItem>> {
    return this.derive(await this.stage(...file));
  }

  private get connection(): SqlConnection {
    return this.context.connection;
  }

  private async fill(table: string, row: Record<string, string | number | null>): Promise<void> {
    const columns = Object.keys(row);
    await this.connection.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
      row,
    );
  }
}

const blank: Omit<FileItem, 'kind' | 'name' | 'spec'> = {
  ...{ title: null, externalReferenceCode: null, parent: null, sourceId: null, origins: [], claimedDigest: null },
  ...{ isPartial: false, line: 1, problems: [] },
};
