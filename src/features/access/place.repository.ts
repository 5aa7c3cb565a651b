import type { Database } from '../../database/index.js';
import { isId } from '../../shared/clock.js';
import type { PlaceType } from './policy.js';

/** What an id stands for, as far as rights go. */
export interface Place {
  /** The project that it is in; null for what belongs to none. */
  projectId: string | null;
  /** The principal whose own it is; null for what is nobody's. */
  ownerId: string | null;
  /** Whether it is open to its readers alone, and its managers. */
  isRestricted?: boolean;
  /** What it is a file of, or a plan: the plan of an import, or the task of an export. It may hold what is not open to all. */
  holderId?: string;
}

/** Finds where something is. One short query by primary key each. */
export class PlaceRepository {
  constructor(private readonly database: Database) {}

  /** Whether a restricted resource is open to one of these principals. */
  async isReader(resourceId: string, principalIds: readonly string[]): Promise<boolean> {
    const rows = await this.database.read.sql<unknown[]>`SELECT 1 FROM resource_reader
      WHERE resource_id = ${resourceId} AND principal_id IN (${() => [...principalIds, '']})`;
    return rows.length > 0;
  }

  /** Those of some plans and tasks of which a file holds what is not open to any of these principals. */
  async holdersOfHidden(holderIds: readonly string[], principalIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.read.sql<{ holderId: string }[]>`
      SELECT DISTINCT h.holder_id AS "holderId" FROM held_resource h
      WHERE h.holder_id IN (${() => [...holderIds, '']})
        AND (h.resource_id = '' OR EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = h.resource_id))
        AND NOT EXISTS (SELECT 1 FROM resource_reader y
          WHERE y.resource_id = h.resource_id AND y.principal_id IN (${() => [...principalIds, '']}))`;
    return new Set(rows.map(({ holderId }) => holderId));
  }

  /** Those of some branches that hold what is not open to any of these principals. */
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

  /** Where some files are; those that are not there are left out. */
  files(ids: readonly string[]): Promise<(Place & { id: string })[]> {
    return this.database.read.sql`
      SELECT f.id, t.project_id AS "projectId", t.principal_id AS "ownerId", coalesce(t.plan_id, t.id) AS "holderId"
      FROM stored_file f JOIN task t ON t.id = f.task_id WHERE f.id IN (${() => [...ids, '']})`;
  }

  /** Undefined for an id of nothing. */
  async find(type: PlaceType, value: string): Promise<Place | undefined> {
    if (type === 'importItem') return this.find('importPlan', value.slice(0, Math.max(0, value.lastIndexOf('.'))));
    if (type !== 'projectKey' && !isId(value)) return undefined;
    const [place] = await (type === 'projectKey' ? this.projectByKey(value) : this.rows(type, value));
    return place;
  }

  private projectByKey(key: string): Promise<Place[]> {
    return this.database.read.sql<Place[]>`SELECT id AS "projectId", NULL AS "ownerId" FROM project WHERE key = ${key}`;
  }

  private rows(type: Exclude<PlaceType, 'projectKey' | 'importItem'>, id: string): Promise<Place[]> {
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
    }
  }
}
