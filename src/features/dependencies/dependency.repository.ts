import type { Database } from '../../database/index.js';
import { groupedByKey } from '../../graphql/index.js';
import { childEdges, parentEdges, specEdges, specEdgesByTarget, type EdgeRow } from './edges.sql.js';

/** Edges of single resources, read in batches. */
export class DependencyRepository {
  constructor(private readonly database: Database) {}

  /** What each resource depends on and contains, in the order of its spec. */
  readonly edgesOf = async (ids: readonly string[]): Promise<EdgeRow[][]> => {
    const list = () => [...ids];
    const rows = await this.database.read.sql<EdgeRow[]>`
      ${() => specEdges} WHERE s.id IN (${list})
      UNION ALL ${() => parentEdges} WHERE s.id IN (${list})
      UNION ALL ${() => childEdges} WHERE s.id IN (${list})
      ORDER BY 3, 4, 5`;
    return groupedByKey(ids, rows, ({ sourceId }) => sourceId);
  };

  /** What depends on each resource, and lives inside it. */
  readonly edgesTo = async (ids: readonly string[]): Promise<EdgeRow[][]> => {
    const list = () => [...ids];
    const rows = await this.database.read.sql<EdgeRow[]>`
      ${() => specEdgesByTarget} WHERE t.id IN (${list})
      UNION ALL ${() => parentEdges} WHERE t.id IN (${list})
      ORDER BY 3, 4, 1`;
    return groupedByKey(ids, rows, ({ targetId }) => targetId ?? '');
  };
}
