import type { Database } from '../../database/index.js';
import { isId } from '../../shared/clock.js';
import { hiddenHeld } from './hiddenHeld.sql.js';
import type { PlaceType, Right } from './policy.js';

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
  return /^([^.]*)\.\d{1,10}$/.exec(value)?.[1];
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
    const rows = await this.database.read.sql<unknown[]>`SELECT 1 FROM resource_reader
      WHERE resource_id = ${resourceId} AND principal_id IN (${() => [...principalIds, '']})`;
    return rows.length > 0;
  }

  /** Of these plans and tasks, those whose file contains resources hidden from all these principals. */
  async holdersOfHidden(holderIds: readonly string[], principalIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.read
      .createQueryBuilder()
      .select('DISTINCT h.holder_id', 'holderId')
      .from('held_resource', 'h')
      .where('h.holder_id IN (:...holderIds)', { holderIds: [...holderIds, ''] })
      .andWhere(hiddenHeld('h'), { principalIds: [...principalIds, ''] })
      .getRawMany<{ holderId: string }>();
    return new Set(rows.map(({ holderId }) => holderId));
  }

  /** Of these branches, those with resources hidden from all these principals. */
  async branchesWithHidden(
    branchIds: readonly string[],
    principalIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await this.database.read.sql<{ id: string }[]>`
      SELECT b.id FROM branch b WHERE b.id IN (${() => [...branchIds, '']}) AND EXISTS (
        SELECT 1 FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
        WHERE r.branch_id = b.id AND NOT EXISTS (SELECT 1 FROM resource_reader y
          WHERE y.resource_id = x.resource_id AND y.principal_id IN (${() => [...principalIds, '']})))`;
    return new Set(rows.map(({ id }) => id));
  }

  /** The places of files; missing ones are left out. */
  files(ids: readonly string[]): Promise<(Place & { id: string })[]> {
    return this.database.read.sql`
      SELECT f.id, t.project_id AS "projectId", t.principal_id AS "ownerId", coalesce(t.plan_id, t.id) AS "holderId"
      FROM stored_file f JOIN task t ON t.id = f.task_id WHERE f.id IN (${() => [...ids, '']})`;
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
    const [place] = await (type === 'projectKey' ? this.projectByKey(value) : this.rows(type, value));
    return place;
  }

  private projectByKey(key: string): Promise<Place[]> {
    return this.database.read.sql<Place[]>`SELECT id AS "projectId", NULL AS "ownerId" FROM project WHERE key = ${key}`;
  }

  private async typeOf(value: string): Promise<NodeType | undefined> {
    const planId = planIdOf(value);
    if (planId !== undefined) return (await this.typeOf(planId)) === 'importPlan' ? 'importItem' : undefined;
    if (!isId(value)) return undefined;
    const [row] = await this.database.read.sql<{ type: NodeType }[]>`
      SELECT 'project' AS type FROM project WHERE id = ${value}
      UNION ALL SELECT 'branch' FROM branch WHERE id = ${value}
      UNION ALL SELECT 'resource' FROM resource WHERE id = ${value}
      UNION ALL SELECT 'importPlan' FROM import_plan WHERE id = ${value}
      UNION ALL SELECT 'task' FROM task WHERE id = ${value}
      UNION ALL SELECT 'template' FROM template WHERE id = ${value}
      UNION ALL SELECT 'token' FROM access_token WHERE id = ${value}
      UNION ALL SELECT 'principal' FROM principal WHERE id = ${value}
      UNION ALL SELECT 'auditEvent' FROM audit_event WHERE id = ${value}`;
    return row?.type;
  }

  private rows(type: Exclude<PlaceType, 'projectKey' | 'importItem' | 'node'>, id: string): Promise<Place[]> {
    const { read } = this.database;
    switch (type) {
      case 'project':
        return read.sql`SELECT id AS "projectId", NULL AS "ownerId" FROM project WHERE id = ${id}`;
      case 'branch':
        return read.sql`SELECT project_id AS "projectId", NULL AS "ownerId" FROM branch WHERE id = ${id}`;
      case 'resource':
        return read.sql`SELECT b.project_id AS "projectId", NULL AS "ownerId", EXISTS (
            SELECT 1 FROM resource_restriction x WHERE x.resource_id = r.id) AS "isRestricted"
          FROM resource r JOIN branch b ON b.id = r.branch_id WHERE r.id = ${id}`;
      case 'importPlan':
        return read.sql`SELECT b.project_id AS "projectId", p.principal_id AS "ownerId", p.id AS "holderId"
          FROM import_plan p JOIN branch b ON b.id = p.branch_id WHERE p.id = ${id}`;
      case 'task':
        return read.sql`SELECT project_id AS "projectId", principal_id AS "ownerId" FROM task WHERE id = ${id}`;
      case 'file':
        return this.files([id]);
      case 'template':
        return read.sql`SELECT project_id AS "projectId", NULL AS "ownerId" FROM template WHERE id = ${id}`;
      case 'token':
        return read.sql`SELECT NULL AS "projectId", principal_id AS "ownerId" FROM access_token WHERE id = ${id}`;
      case 'principal':
        return read.sql`SELECT NULL AS "projectId", id AS "ownerId" FROM principal WHERE id = ${id}`;
      case 'auditEvent':
        return read.sql`SELECT project_id AS "projectId", NULL AS "ownerId" FROM audit_event WHERE id = ${id}`;
    }
  }
}
