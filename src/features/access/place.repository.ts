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
        return read.sql`SELECT b.project_id AS "projectId", NULL AS "ownerId"
          FROM import_plan p JOIN branch b ON b.id = p.branch_id WHERE p.id = ${id}`;
      case 'task':
        return read.sql`SELECT project_id AS "projectId", principal_id AS "ownerId" FROM task WHERE id = ${id}`;
      case 'file':
        return read.sql`SELECT t.project_id AS "projectId", t.principal_id AS "ownerId"
          FROM stored_file f JOIN task t ON t.id = f.task_id WHERE f.id = ${id}`;
      case 'template':
        return read.sql`SELECT project_id AS "projectId", NULL AS "ownerId" FROM template WHERE id = ${id}`;
      case 'token':
        return read.sql`SELECT NULL AS "projectId", principal_id AS "ownerId" FROM access_token WHERE id = ${id}`;
      case 'principal':
        return read.sql`SELECT NULL AS "projectId", id AS "ownerId" FROM principal WHERE id = ${id}`;
    }
  }
}
