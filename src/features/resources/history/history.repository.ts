import type { Database } from '../../../database/index.js';
import { groupedByKey, inKeyOrder, readPages } from '../../../graphql/index.js';
import type { ResourceRevision } from './resourceRevision.entity.js';

/** A page of the revisions of one resource. */
export interface HistoryKey {
  resourceId: string;
  first: number;
  /** Only revisions before this one; undefined for all. */
  beforeRevision: number | undefined;
}

const latest = 2_147_483_647;

/** The revisions of resources, the current one first. */
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  /** A page of revisions of each resource; one more than requested if there are more. */
  readonly statesOf = (keys: readonly HistoryKey[]): Promise<ResourceRevision[][]> =>
    readPages(
      keys,
      ({ first, beforeRevision }) => [first, beforeRevision],
      (alike) => this.statesOnPage(alike),
    );

  readonly countsOf = async (ids: readonly string[]): Promise<number[]> => {
    const counts = await this.database.read.sql<{ resourceId: string; total: number }[]>`
      SELECT state."resourceId", count(*) AS total FROM (${() => states}) AS state
      WHERE state."resourceId" IN (${() => [...ids]}) GROUP BY state."resourceId"`;
    return inKeyOrder(ids, counts, ({ resourceId }) => resourceId).map((row) => row?.total ?? 0);
  };

  private async statesOnPage(keys: readonly [HistoryKey, ...HistoryKey[]]): Promise<ResourceRevision[][]> {
    const [{ first, beforeRevision = latest }] = keys;
    const ids = keys.map(({ resourceId }) => resourceId);
    const rows = await this.database.read.sql<ResourceRevision[]>`
      SELECT * FROM (
        SELECT state.*, row_number() OVER (PARTITION BY state."resourceId" ORDER BY state.revision DESC) AS place
        FROM (${() => states}) AS state
        WHERE state."resourceId" IN (${() => ids}) AND state.revision < ${beforeRevision}) AS placed
      WHERE placed.place <= ${first + 1} ORDER BY placed.revision DESC`;
    for (const row of rows) row.changedAt = new Date(row.changedAt);
    return groupedByKey(ids, rows, ({ resourceId }) => resourceId);
  }
}

const states = `SELECT id AS "resourceId", revision, content_id AS "contentId", name, mode, updated_at AS "changedAt",
    task_id AS "taskId", changed_by AS "changedByName" FROM resource
  UNION ALL
  SELECT resource_id, revision, content_id, name, mode, changed_at, task_id, changed_by FROM resource_revision`;
