/** A branch in a database of this process: what reads and writes one, without a server. */
import { sql } from '../../src/database/worker.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { knownKinds } from '../../src/app/packs.js';
import { openDatabase, type SqlConnection } from '../../src/database/index.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { makeFileStore } from '../../src/features/files/worker.js';
import { EdgeTypes, registerEdgeTypes } from '../../src/features/kinds/index.js';
import { prepareContent, writeContents } from '../../src/features/resources/worker.js';
import type { TaskContext } from '../../src/features/tasks/worker.js';
import { filesIn } from '../../src/shared/filesPlace.js';
import type { JsonObject } from '../../src/shared/json.js';

/** What the clock of a scene says. */
export const now = '2026-01-31T10:15:00.000Z';
export const project = { projectId: 'project', branchId: 'branch' };

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

interface OpenBranch {
  dir: string;
  context: TaskContext;
}

export class BranchScene {
  readonly context: TaskContext;
  private readonly dir: string;

  protected constructor({ dir, context }: OpenBranch) {
    this.dir = dir;
    this.context = context;
  }

  /** Makes an empty branch. */
  static async open(): Promise<BranchScene> {
    return new BranchScene(await openBranch());
  }

  async close(): Promise<void> {
    await this.connection.close();
    await rm(this.dir, { recursive: true });
  }

  /** Takes everything from the branch, and every plan. */
  async clear(): Promise<void> {
    await this.connection.transaction(async () => {
      for (const table of filledTables) await this.connection.run(sql`DELETE FROM ${sql.raw(table)}`);
      await this.connection.run(sql`DELETE FROM provenance WHERE id <> 'from-there'`);
    });
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

  /** Keeps a resource to readers: ids of principals, all of them for the same tenants. */
  async restrict(resourceId: string, readers: readonly string[] = [], tenants: string[] | null = null): Promise<void> {
    await this.fill('resource_restriction', { resource_id: resourceId, created_at: now });
    for (const id of readers) {
      await this.connection.run(
        sql`INSERT INTO principal (id, type, name, issuer, subject, is_superuser, created_at)
         VALUES (${id}, 'USER', ${id}, '', ${id}, FALSE, ${now}) ON CONFLICT DO NOTHING`,
      );
      const reader = { resource_id: resourceId, principal_id: id };
      await this.fill('resource_reader', { ...reader, tenants: tenants && JSON.stringify(tenants) });
    }
  }

  get connection(): SqlConnection {
    return this.context.connection;
  }

  /** Writes a row as it is. */
  fill(table: string, row: Row): Promise<void> {
    return fillRow(this.connection, table, row);
  }
}

/** Tables that a test fills, what hangs on another before that. */
const filledTables = [
  ...[
    'held_resource',
    'resource_reader',
    'resource_restriction',
    'import_text_conflict',
    'import_remap',
    'import_item',
  ],
  ...['import_plan', 'stored_file', 'task', 'resource_revision', 'resource', 'edge', 'content_unique_text', 'content'],
  'project_pack',
];

/** A branch with nothing on it, of a project that may hold everything. */
export async function openBranch(): Promise<OpenBranch> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-plan-'));
  const url = `sqlite:${path.join(dir, 'test.sqlite')}`;
  await (await openDatabase({ url, entities: [], busyTimeoutMs: 1000 })).close();
  const connection = await openSqlConnection(url, 1000);
  // Nothing of it is to outlive the process.
  await connection.run(sql`PRAGMA synchronous = OFF`);
  const kinds = knownKinds({ packStates: {}, superuserPacks: [] });
  await registerEdgeTypes(connection, kinds);
  const context = {
    ...{ connection, kinds, edgeTypes: await EdgeTypes.load(connection, kinds), batchSize: 100 },
    ...{ fileLimits: { items: 1000, growth: 100 }, fileStore: makeFileStore(filesIn(dir)) },
    ...{ clock: { now: () => now }, instance: { id: 'here', name: 'Here' } },
    ...{ count: () => undefined, enterStage: () => undefined, checkpoint: () => Promise.resolve() },
  } as unknown as TaskContext;
  await fillRow(connection, 'project', {
    id: project.projectId,
    key: 'shop',
    name: 'Shop',
    capabilities: '["EVENT_DRIVEN"]',
    created_at: now,
    updated_at: now,
  });
  await fillRow(connection, 'branch', {
    id: project.branchId,
    project_id: project.projectId,
    name: 'main',
    is_default: 1,
    created_at: now,
  });
  const { instance, project: far } = source;
  await fillRow(connection, 'provenance', {
    id: 'from-there',
    instance_id: instance.id,
    project_id: far.id,
    project_key: far.key,
    branch: 'main',
    format: 'waybill/json',
  });
  return { dir, context };
}

type Row = Record<string, string | number | null>;

async function fillRow(connection: SqlConnection, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) => sql`${value}`);
  await connection.run(
    sql`INSERT INTO ${sql.raw(`${table} (${columns.join(', ')})`)} VALUES (${sql.join(values, ', ')})`,
  );
}
