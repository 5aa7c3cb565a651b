/** Rows of `import_item`: the items of a plan, as workers read them. */
import type { SqlConnection } from '../../../database/index.js';
import type { ImportMode } from './importStates.js';

/** An item of a plan. */
export interface ItemRow {
  ordinal: number;
  line: number;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  parentKind: string | null;
  parentName: string | null;
  contentId: number | null;
  sourceId: string | null;
  originChain: string | null;
  resourceId: string;
  isValid: number | boolean;
  isPartial: number | boolean;
  fileProblems: string | null;
  mode: ImportMode;
  isSelected: number | boolean;
  newName: string | null;
  effectiveName: string;
  effectiveContentId: number | null;
  existingId: string | null;
  action: string;
  reason: string | null;
}

export const itemColumns = `i.ordinal, i.line, i.kind, i.namespace, i.name, i.title, i.parent_kind AS "parentKind",
  i.parent_name AS "parentName", i.content_id AS "contentId", i.source_id AS "sourceId", i.origin_chain AS "originChain",
  i.resource_id AS "resourceId", i.is_valid AS "isValid", i.is_partial AS "isPartial", i.file_problems AS "fileProblems",
  i.mode, i.is_selected AS "isSelected", i.new_name AS "newName", i.effective_name AS "effectiveName",
  i.effective_content_id AS "effectiveContentId", i.existing_id AS "existingId", i.action, i.reason`;

/**
 * Items of a plan in the order of the file, in windows. Each window is a statement of its own, so that others can run in
 * between.
 */
export async function* itemWindows(
  connection: SqlConnection,
  planNo: number,
  { where = '1 = 1', size = 500 }: { where?: string; size?: number } = {},
): AsyncGenerator<ItemRow[]> {
  for (let after = -1; ;) {
    const rows = await connection.all<ItemRow>(
      `SELECT ${itemColumns} FROM import_item i
       WHERE i.plan_no = :planNo AND i.ordinal > :after AND (${where}) ORDER BY i.ordinal LIMIT :size`,
      { planNo, after, size },
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}
