import { readRows, sql, type Database, type Sql } from '../../database/index.js';
import { isId } from '../../shared/clock.js';
import type { PlaceType, Right } from './policy.js';
import { hasReader, isHiddenHeld, isRestricted } from './readers.sql.js';

/** The facts about the object with an id that rights depend on. */
export interface Place {
  /** Its project; null if it belongs to none. */
  projectId: string | null;
  /** Its owner; null if it has none. */
  ownerId: string | null;
  /** Whether only its readers and managers may see it. */
  isRestricted?: boolean;
  /** For a node: its type and the right to see it. */
  nodeType?: NodeType;
  needs?: Right;
  /** For a file or plan: the plan of the import or the task of the export, which may contain hidden resources. */
  holderId?: string;
}

/** The types of objects that `node` returns. */
export type NodeType = Exclude<PlaceType, 'file' | 'node' | 'projectKey'>;

/** The plan of the id of an item, `<id of the plan>.<place in the file>`; undefined for other ids. */
function planIdOf(value: string): string | undefined {
  return /^([^.]*)\.-?\d{1,10}$/.exec(value)?.[1];
}

/** The same rights as the lists of principals and of the audit log require. */
function needsToSee(type: NodeType, { projectId }: Place): Right {
  if (type === 'principal') return 'MANAGER_ANYWHERE';
  if (type === 'auditEvent') return projectId === null ? 'SUPERUSER' : 'MANAGER';
  return 'VIEWER';
}

/** Finds the place of an object. One short query by primary key each. */
export class PlaceRepository {
  constructor(private readonly database: Database) {}

  /** Whether any of these principals is a reader of a restricted resource. */
  async isReader(resourceId: string, principalIds: readonly string[]): Promise<boolean> {
    const rows = await readRows(
      this.database.read,
      sql`SELECT 1 FROM resource_reader WHERE resource_id = ${resourceId} AND principal_id IN ${principalIds}`,
    );
    return rows.length > 0;
  }

  /** Of these plans and tasks, those whose file contains resources hidden from all these principals. */
  async holdersOfHidden(holderIds: readonly string[], principalIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await readRows<{ holderId: string }>(
      this.database.read,
      sql`SELECT DISTINCT h.holder_id FROM held_resource h
        WHERE h.holder_id IN ${holderIds} AND ${isHiddenHeld(sql`h`, principalIds)}`,
    );
    return new Set(rows.map(({ holderId }) => holderId));
  }

  /** Of these branches, those with resources hidden from all these principals. */
  async branchesWithHidden(
    branchIds: readonly string[],
    principalIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await readRows<{ id: string }>(
      this.database.read,
      sql`SELECT b.id FROM branch b WHERE b.id IN ${branchIds} AND EXISTS (
        SELECT 1 FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
        WHERE r.branch_id = b.id AND NOT ${hasReader(sql`x.resource_id`, principalIds)})`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The places of files; missing ones are left out. */
  files(ids: readonly string[]): Promise<(Place & { id: string })[]> {
    return readRows(
      this.database.read,
      sql`SELECT f.id, t.project_id, t.principal_id AS owner_id, coalesce(t.plan_id, t.id) AS holder_id
        FROM stored_file f JOIN task t ON t.id = f.task_id WHERE f.id IN ${ids}`,
    );
  }

  /** Undefined if the object does not exist. */
  async find(type: PlaceType, value: string): Promise<Place | undefined> {
    if (type === 'node') {
      const nodeType = await this.typeOf(value);
      const place = nodeType && (await this.find(nodeType, value));
      return place && { ...place, nodeType, needs: needsToSee(nodeType, place) };
    }
    if (type === 'importItem') return this.find('importPlan', planIdOf(value) ?? '');
    if (type !== 'projectKey' && !isId(value)) return undefined;
    if (type === 'file') return (await this.files([value]))[0];
    const [place] = await readRows<Place>(this.database.read, placeOf(type, value));
    return place;
  }

  private async typeOf(value: string): Promise<NodeType | undefined> {
    const planId = planIdOf(value);
    if (planId !== undefined) return (await this.typeOf(planId)) === 'importPlan' ? 'importItem' : undefined;
    if (!isId(value)) return undefined;
    const selects = Object.entries(tableOf).map(
      ([type, table]) => sql`SELECT '${sql.raw(type)}' AS type FROM ${sql.raw(table)} WHERE id = ${value}`,
    );
    const [row] = await readRows<{ type: NodeType }>(this.database.read, sql.join(selects, ' UNION ALL '));
    return row?.type;
  }
}

/** Where the objects are that ids of nodes name. */
const tableOf: Readonly<Record<Exclude<NodeType, 'importItem'>, string>> = {
  project: 'project',
  binding: 'binding',
  branch: 'branch',
  resource: 'resource',
  importPlan: 'import_plan',
  task: 'task',
  template: 'template',
  schedule: 'schedule',
  token: 'access_token',
  principal: 'principal',
  auditEvent: 'audit_event',
};

function placeOf(type: Exclude<PlaceType, 'file' | 'importItem' | 'node'>, value: string): Sql {
  switch (type) {
    case 'projectKey':
      return sql`SELECT id AS project_id, NULL AS owner_id FROM project WHERE key = ${value}`;
    case 'project':
      return sql`SELECT id AS project_id, NULL AS owner_id FROM project WHERE id = ${value}`;
    case 'resource':
      return sql`SELECT b.project_id, NULL AS owner_id, ${isRestricted(sql`r.id`)} AS is_restricted
        FROM resource r JOIN branch b ON b.id = r.branch_id WHERE r.id = ${value}`;
    case 'importPlan':
      return sql`SELECT b.project_id, p.principal_id AS owner_id, p.id AS holder_id
        FROM import_plan p JOIN branch b ON b.id = p.branch_id WHERE p.id = ${value}`;
    case 'task':
      return sql`SELECT project_id, principal_id AS owner_id FROM task WHERE id = ${value}`;
    case 'binding':
      // Its names are those of a resource that may be restricted, on any branch.
      return sql`SELECT n.project_id, NULL AS owner_id, EXISTS (
          SELECT 1 FROM branch h JOIN resource r ON r.branch_id = h.id AND r.namespace = n.namespace
            AND lower(r.name) IN (lower(n.name), lower(n.to_name)) AND r.name IN (n.name, n.to_name)
          WHERE h.project_id = n.project_id AND ${isRestricted(sql`r.id`)}) AS is_restricted
        FROM binding n WHERE n.id = ${value}`;
    case 'branch':
    case 'schedule':
    case 'template':
    case 'auditEvent':
      return sql`SELECT project_id, NULL AS owner_id FROM ${sql.raw(tableOf[type])} WHERE id = ${value}`;
    case 'token':
      return sql`SELECT NULL AS project_id, principal_id AS owner_id FROM access_token WHERE id = ${value}`;
    case 'principal':
      return sql`SELECT NULL AS project_id, id AS owner_id FROM principal WHERE id = ${value}`;
  }
}
