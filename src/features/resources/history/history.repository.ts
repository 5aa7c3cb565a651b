import { readRows, sql, type Database, type Sql } from '../../../database/index.js';
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
    const counts = await readRows<{ resourceId: string; total: number }>(
      this.database.read,
      sql`SELECT s.resource_id, count(*) AS total FROM (${statesOf(ids)}) AS s GROUP BY s.resource_id`,
    );
    return inKeyOrder(ids, counts, ({ resourceId }) => resourceId).map((row) => row?.total ?? 0);
  };

  private async statesOnPage(keys: readonly [HistoryKey, ...HistoryKey[]]): Promise<ResourceRevision[][]> {
    const [{ first, beforeRevision = latest }] = keys;
    const ids = keys.map(({ resourceId }) => resourceId);
    const rows = await readRows<ResourceRevision>(
      this.database.read,
      sql`SELECT * FROM (
        SELECT s.*, row_number() OVER (PARTITION BY s.resource_id ORDER BY s.revision DESC) AS place
        FROM (${statesOf(ids)}) AS s WHERE s.revision < ${beforeRevision}) AS placed
      WHERE placed.place <= ${first + 1} ORDER BY placed.revision DESC`,
    );
    for (const row of rows) row.changedAt = new Date(row.changedAt);
    return groupedByKey(ids, rows, ({ resourceId }) => resourceId);
  }
}

function statesOf(ids: readonly string[]): Sql {
  return sql`SELECT id AS resource_id, revision, content_id, name, mode, updated_at AS changed_at, task_id,
      changed_by AS changed_by_name FROM resource WHERE id IN ${ids}
    UNION ALL
    SELECT resource_id, revision, content_id, name, mode, changed_at, task_id, changed_by FROM resource_revision
    WHERE resource_id IN ${ids}`;
}
