import { readRows, sql, type Database, type Sql } from '../../../database/index.js';
import { inKeyOrder, type StoredJson } from '../../../graphql/index.js';
import { parseImportItemId } from './importItemId.js';

/** The specs of items, by the ids of the items. */
export interface ItemSpecs {
  /** As the file has them. */
  inFile: StoredJson;
  /** As they are, or would be, on the branch. */
  onBranch: StoredJson;
}

export function itemSpecsOf(database: Database): ItemSpecs {
  return {
    inFile: specsIn(database, sql`i.content_id`),
    onBranch: specsIn(database, sql`i.effective_content_id`),
  };
}

/** `contentId`: the column of items `i` that names the content. A choice may replace a content between two reads, so none is named by its id. */
function specsIn(database: Database, contentId: Sql): StoredJson {
  return {
    sizesByIds: async (ids) => {
      const column = sql`octet_length(c.spec) AS size_bytes`;
      const rows = await readRows<{ id: string; sizeBytes: number }>(database.read, specRows(ids, contentId, column));
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.sizeBytes);
    },
    textsByIds: async (ids) => {
      const rows = await readRows<{ id: string; spec: string }>(database.read, specRows(ids, contentId, sql`c.spec`));
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.spec);
    },
  };
}

function specRows(ids: readonly string[], contentId: Sql, column: Sql): Sql {
  const keys = ids.flatMap((id) => parseImportItemId(id) ?? []);
  const planIds = [...new Set(keys.map(({ planId }) => planId))];
  const ordinals = [...new Set(keys.map(({ ordinal }) => ordinal))];
  const id = sql`p.id || '.' || i.ordinal`;
  return sql`SELECT ${id} AS id, ${column} FROM import_plan p JOIN import_item i ON i.plan_no = p.no JOIN content c ON c.id = ${contentId}
    WHERE p.id IN ${planIds} AND i.ordinal IN ${sql.numbers(ordinals)} AND ${id} IN ${ids}`;
}
