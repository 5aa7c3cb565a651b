/** Rows of `import_item`: the items of a plan, as workers read them. */
import { sql, type Sql, type SqlConnection } from '../../../database/worker.js';
import type { ImportMode } from './importStates.js';

/** A deletion: a row for a resource that the file lacks, with an ordinal below 0. Its names are those on the branch, and it has no content. */
export const isDeletion = (item: Sql) => sql`${item}.ordinal < 0`;

/** An item of the file. The sum keeps databases from looking for items by their ordinals where they have a name. */
export const isOfFile = (item: Sql) => sql`${item}.ordinal + 0 >= 0`;

/** No ordinal is lower. */
const leastOrdinal = -2_147_483_648;

/**
 * An item of a plan. The first block is what the file says and what reading it found, the second what a person chose; `derivePlan`
 * derives the third from both and the branch, again after each choice.
 */
export interface ItemRow {
  /** Its place in the file, from 0; below 0 for a deletion. */
  ordinal: number;
  /** The line on which it starts, from 1; in an archive that of its member; 0 for a deletion. */
  line: number;
  kind: string;
  /** The namespace of its kind; empty if the kind is unknown. */
  namespace: string;
  name: string;
  title: string | null;
  /** Null if it has no parent. */
  parentKind: string | null;
  /** The name of its parent in the file. */
  parentName: string | null;
  /** Its content as in the file; null if the file's item cannot be stored. A duplicate is invalid and has one. */
  contentId: number | null;
  /** Its id in the source. */
  sourceId: string | null;
  /** For an item that was itself a reference: JSON of its origins, nearest first. */
  originChain: string | null;
  /** The id that the resource gets, if the item creates one. */
  resourceId: string;
  /** Whether it can be imported as far as the file alone says. */
  isValid: boolean;
  /** Whether the file contains only a part of the resource. */
  isPartial: boolean;
  /** JSON of the problems of reading and validating it. */
  fileProblems: string | null;

  mode: ImportMode;
  isSelected: boolean;
  /** The name that a person chose; null for its name in the file. */
  newName: string | null;

  /** Its name on the branch. */
  effectiveName: string;
  /** Its content after renames, replacements and overlays; that of the file unless these change it. */
  effectiveContentId: number | null;
  /** The resource that has its name on the branch. */
  existingId: string | null;
  /** An `ImportAction`. */
  action: string;
  /** Why, for an action that needs a problem to explain it; see `actionRules` and the steps of `derivePlan` that block. */
  reason: string | null;
  /** Whether the derivation found something to warn of. */
  hasWarning: boolean;
}

export const itemColumns = sql`i.ordinal, i.line, i.kind, i.namespace, i.name, i.title, i.parent_kind, i.parent_name, i.content_id, i.source_id,
  i.origin_chain, i.resource_id, i.is_valid, i.is_partial, i.file_problems, i.mode, i.is_selected, i.new_name, i.effective_name,
  i.effective_content_id, i.existing_id, i.action, i.reason, i.has_warning`;

/**
 * Items of a plan, deletions first, then in the order of the file, in windows. Each window is a statement of its own, so that others can run in
 * between. `where` is a condition on items `i`.
 */
export async function* itemWindows(
  connection: SqlConnection,
  planNo: number,
  { where = sql`1 = 1`, size = 500 }: { where?: Sql; size?: number } = {},
): AsyncGenerator<ItemRow[]> {
  for (let after = leastOrdinal; ;) {
    const rows = await connection.all<ItemRow>(
      sql`SELECT ${itemColumns} FROM import_item i
       WHERE i.plan_no = ${planNo} AND i.ordinal > ${after} AND (${where}) ORDER BY i.ordinal LIMIT ${size}`,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}
