import type { Database } from '../../database/index.js';
import { groupedByKey, inKeyOrder, readPages, type CursorKey } from '../../graphql/index.js';
import { childEdges, childTypeId, parentEdges, specEdges, specEdgesByTarget, type EdgeRow } from './edges.sql.js';

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

/** Sorts before the first edge: all type ids are larger. */
const start: CursorKey = [-2, '', '', ''];

/** Edges of single resources, read in batches. Pages use window functions, so that a resource with many edges needs no memory. */
export class DependencyRepository {
  constructor(private readonly database: Database) {}

  /** Dependencies and contents of each resource, sorted by type and place; one more than requested if there are more. */
  readonly edgesOf = (keys: readonly EdgesKey[]): Promise<EdgeRow[][]> =>
    readPages(
      keys,
      ({ first, after, readerIds }) => [first, after, readerIds],
      (alike) => this.edgesOnPage(alike),
    );

  /** Number of edges of each resource. */
  readonly countsOf = async (keys: readonly Pick<EdgesKey, 'resourceId' | 'readerIds'>[]): Promise<number[]> => {
    const counts = await readPages(
      keys,
      ({ readerIds }) => readerIds,
      async (alike) => {
        const ids = alike.map(({ resourceId }) => resourceId);
        const list = () => ids;
        const rows = await this.database.read.sql<CountRow[]>`
          SELECT owner AS id, count(*) AS total FROM (
            SELECT s.id AS owner FROM resource s JOIN edge e ON e.content_id = s.content_id WHERE s.id IN (${list})
            UNION ALL SELECT s.id FROM resource s WHERE s.parent_id IS NOT NULL AND s.id IN (${list})
            UNION ALL SELECT edges."sourceId" FROM (${() => childEdges} WHERE s.id IN (${list})) AS edges
              WHERE ${() => shownTo('targetId')} (${() => readersOf(alike)})) OR ${seesAll(alike)} = 1) AS owned
          GROUP BY owner`;
        return inKeyOrder(ids, rows, ({ id }) => id).map((row) => [row?.total ?? 0]);
      },
    );
    return counts.map(([count]) => count ?? 0);
  };

  /** Dependents and contents of each resource, sorted by type and place. */
  readonly edgesTo = (keys: readonly EdgesKey[]): Promise<EdgeRow[][]> =>
    readPages(
      keys,
      ({ first, after, readerIds }) => [first, after, readerIds],
      (alike) => this.edgesToOnPage(alike),
    );

  /** Number of visible edges to each resource. */
  readonly countsTo = async (keys: readonly Pick<EdgesKey, 'resourceId' | 'readerIds'>[]): Promise<number[]> => {
    const counts = await readPages(
      keys,
      ({ readerIds }) => readerIds,
      async (alike) => {
        const ids = alike.map(({ resourceId }) => resourceId);
        const list = () => ids;
        const rows = await this.database.read.sql<CountRow[]>`
          SELECT "targetId" AS id, count(*) AS total FROM (
            ${() => specEdgesByTarget} WHERE t.id IN (${list})
            UNION ALL ${() => parentEdges} WHERE t.id IN (${list})) AS edges
          WHERE ${() => shownTo('sourceId')} (${() => readersOf(alike)})) OR ${seesAll(alike)} = 1
          GROUP BY "targetId"`;
        return inKeyOrder(ids, rows, ({ id }) => id).map((row) => [row?.total ?? 0]);
      },
    );
    return counts.map(([count]) => count ?? 0);
  };

  private async edgesOnPage(keys: readonly [EdgesKey, ...EdgesKey[]]): Promise<EdgeRow[][]> {
    const [{ first, after = start }] = keys;
    const [typeId, at, name, targetId] = after;
    const ids = keys.map(({ resourceId }) => resourceId);
    const list = () => ids;
    const rows = await this.database.read.sql<EdgeRow[]>`
      SELECT * FROM (
        SELECT edges.*, row_number() OVER (PARTITION BY "sourceId"
          ORDER BY "typeId", at, "targetName", coalesce("targetId", '')) AS place
        FROM (
          ${() => specEdges} WHERE s.id IN (${list})
          UNION ALL ${() => parentEdges} WHERE s.id IN (${list})
          UNION ALL ${() => childEdges} WHERE s.id IN (${list})) AS edges
        WHERE ("typeId", at, "targetName", coalesce("targetId", '')) > (${typeId}, ${at}, ${name}, ${targetId})
          AND ("typeId" <> ${childTypeId} OR ${() => shownTo('targetId')} (${() => readersOf(keys)})) OR ${seesAll(keys)} = 1)) AS placed
      WHERE place <= ${first + 1} ORDER BY place`;
    return groupedByKey(ids, rows, ({ sourceId }) => sourceId);
  }

  private async edgesToOnPage(keys: readonly [EdgesKey, ...EdgesKey[]]): Promise<EdgeRow[][]> {
    const [{ first, after = start }] = keys;
    const [typeId, at, sourceId] = after;
    const ids = keys.map(({ resourceId }) => resourceId);
    const list = () => ids;
    const rows = await this.database.read.sql<EdgeRow[]>`
      SELECT * FROM (
        SELECT edges.*, row_number() OVER (PARTITION BY "targetId" ORDER BY "typeId", at, "sourceId") AS place
        FROM (
          ${() => specEdgesByTarget} WHERE t.id IN (${list})
          UNION ALL ${() => parentEdges} WHERE t.id IN (${list})) AS edges
        WHERE ("typeId", at, "sourceId") > (${typeId}, ${at}, ${sourceId})
          AND (${() => shownTo('sourceId')} (${() => readersOf(keys)})) OR ${seesAll(keys)} = 1)) AS placed
      WHERE place <= ${first + 1} ORDER BY place`;
    return groupedByKey(ids, rows, ({ targetId }) => targetId ?? '');
  }
}

interface CountRow {
  id: string;
  total: number;
}

/** Condition on edges: the resource on one side is not restricted, or has a reader among the ids that follow. */
const shownTo = (side: 'sourceId' | 'targetId') =>
  `NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = edges."${side}")
  OR EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = edges."${side}" AND y.principal_id IN`;

type ForReaders = readonly [Pick<EdgesKey, 'readerIds'>, ...unknown[]];

function readersOf([{ readerIds }]: ForReaders): string[] {
  return [...(readerIds ?? []), ''];
}

function seesAll([{ readerIds }]: ForReaders): number {
  return readerIds === null ? 1 : 0;
}
