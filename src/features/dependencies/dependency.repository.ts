import { readRows, sql, type Database, type Sql } from '../../database/index.js';
import { groupedByKey, inKeyOrder, readPages, type CursorKey } from '../../graphql/index.js';
import { isOpenTo } from '../access/worker.js';
import { childTypeId, edgesAt, type EdgeRow } from './edges.sql.js';

/**
 * A page of the edges of one resource. `readerIds`: the principals that may see hidden ends of edges; null for a caller who can see
 * every resource.
 */
export interface EdgesKey {
  resourceId: string;
  first: number;
  after: CursorKey | undefined;
  readerIds: readonly string[] | null;
}

type CountKey = Pick<EdgesKey, 'resourceId' | 'readerIds'>;

/** Sorts before the first edge: all type ids are larger. */
const start: CursorKey = [-2, '', '', ''];

function countOwned(owned: Sql): Sql {
  return sql`SELECT owner AS id, count(*) AS total FROM (${owned}) AS owned GROUP BY owner`;
}

/** After `SELECT`: the visible resources `t` inside some resources `s`. */
function contentsOf(ids: readonly string[], readerIds: CountKey['readerIds']): Sql {
  return sql`FROM resource t JOIN resource s ON s.id = t.parent_id WHERE s.id IN ${ids} AND ${isOpenTo(readerIds, sql`t.id`)}`;
}

/** Edges of single resources, read in batches. Pages use window functions, so that a resource with many edges needs no memory. */
export class DependencyRepository {
  constructor(
    private readonly database: Database,
    private readonly externalTypeIds: readonly number[],
  ) {}

  /** Dependencies and contents of each resource, sorted by type and place; one more than requested if there are more. */
  readonly edgesOf = (keys: readonly EdgesKey[]): Promise<EdgeRow[][]> =>
    readPages(
      keys,
      ({ first, after, readerIds }) => [first, after, readerIds],
      (alike) => this.edgesOnPage(alike),
    );

  /** Number of edges of each resource. */
  readonly countsOf = (keys: readonly CountKey[]): Promise<number[]> =>
    this.counted(keys, (ids, readerIds) =>
      countOwned(sql`SELECT s.id AS owner FROM resource s JOIN edge e ON e.content_id = s.content_id WHERE s.id IN ${ids}
        UNION ALL SELECT s.id FROM resource s WHERE s.parent_id IS NOT NULL AND s.id IN ${ids}
        UNION ALL SELECT s.id ${contentsOf(ids, readerIds)}`),
    );

  /** Number of different resources that each resource depends on or contains; what is missing counts, what is external does not. */
  readonly targetCountsOf = (keys: readonly CountKey[]): Promise<number[]> =>
    this.counted(keys, (ids, readerIds) =>
      countOwned(sql`SELECT s.id AS owner, y.target_namespace AS namespace, e.target_name AS name
          FROM resource s JOIN edge e ON e.content_id = s.content_id JOIN edge_type y ON y.id = e.type_id
          WHERE s.id IN ${ids} AND y.id NOT IN ${sql.numbers(this.externalTypeIds)}
        UNION SELECT s.id, p.namespace, p.name FROM resource s JOIN resource p ON p.id = s.parent_id WHERE s.id IN ${ids}
        UNION SELECT s.id, t.namespace, t.name ${contentsOf(ids, readerIds)}`),
    );

  /** Dependents and contents of each resource, sorted by type and place. */
  readonly edgesTo = (keys: readonly EdgesKey[]): Promise<EdgeRow[][]> =>
    readPages(
      keys,
      ({ first, after, readerIds }) => [first, after, readerIds],
      (alike) => this.edgesToOnPage(alike),
    );

  /** Number of visible edges to each resource. */
  readonly countsTo = (keys: readonly CountKey[]): Promise<number[]> => this.countTo(keys, sql`count(*)`);

  /** Number of different visible resources that depend on each resource. */
  readonly sourceCountsTo = (keys: readonly CountKey[]): Promise<number[]> =>
    this.countTo(keys, sql`count(DISTINCT source_id)`);

  private countTo(keys: readonly CountKey[], total: Sql): Promise<number[]> {
    return this.counted(
      keys,
      (ids, readerIds) => sql`SELECT target_id AS id, ${total} AS total
        FROM (${sql.join(edgesAt('DEPENDENTS', ids), ' UNION ALL ')}) AS edges
        WHERE ${isOpenTo(readerIds, sql`edges.source_id`)}
        GROUP BY target_id`,
    );
  }

  /** `totals`: a statement with a row for each of some resources that the same principals read; those without a row have 0. */
  private async counted(
    keys: readonly CountKey[],
    totals: (ids: readonly string[], readerIds: CountKey['readerIds']) => Sql,
  ): Promise<number[]> {
    const counts = await readPages(
      keys,
      ({ readerIds }) => readerIds,
      async (alike) => {
        const ids = alike.map(({ resourceId }) => resourceId);
        const rows = await readRows<CountRow>(this.database.read, totals(ids, alike[0].readerIds));
        return inKeyOrder(ids, rows, ({ id }) => id).map((row) => [row?.total ?? 0]);
      },
    );
    return counts.map(([count]) => count ?? 0);
  }

  private async edgesOnPage(keys: readonly [EdgesKey, ...EdgesKey[]]): Promise<EdgeRow[][]> {
    const [{ first, after = start, readerIds }] = keys;
    const ids = keys.map(({ resourceId }) => resourceId);
    const rows = await readRows<EdgeRow>(
      this.database.read,
      sql`SELECT * FROM (
        SELECT edges.*, row_number() OVER (PARTITION BY source_id ORDER BY ${edgeOrder}) AS place
        FROM (${sql.join(edgesAt('DEPENDENCIES', ids, ids), ' UNION ALL ')}) AS edges
        WHERE (${edgeOrder}) > (${sql.join(
          after.map((value) => sql`${value}`),
          ', ',
        )})
          AND (type_id <> ${childTypeId} OR ${isOpenTo(readerIds, sql`edges.target_id`)})) AS placed
      WHERE place <= ${first + 1} ORDER BY place`,
    );
    return groupedByKey(ids, rows, ({ sourceId }) => sourceId);
  }

  private async edgesToOnPage(keys: readonly [EdgesKey, ...EdgesKey[]]): Promise<EdgeRow[][]> {
    const [{ first, after = start, readerIds }] = keys;
    const [typeId = 0, at = '', sourceId = ''] = after;
    const ids = keys.map(({ resourceId }) => resourceId);
    const rows = await readRows<EdgeRow>(
      this.database.read,
      sql`SELECT * FROM (
        SELECT edges.*, row_number() OVER (PARTITION BY target_id ORDER BY type_id, at, source_id) AS place
        FROM (${sql.join(edgesAt('DEPENDENTS', ids), ' UNION ALL ')}) AS edges
        WHERE (type_id, at, source_id) > (${typeId}, ${at}, ${sourceId})
          AND ${isOpenTo(readerIds, sql`edges.source_id`)}) AS placed
      WHERE place <= ${first + 1} ORDER BY place`,
    );
    return groupedByKey(ids, rows, ({ targetId }) => targetId ?? '');
  }
}

/** The order of the dependencies of a resource. */
const edgeOrder = sql`type_id, at, target_name, coalesce(target_id, '')`;

interface CountRow {
  id: string;
  total: number;
}
