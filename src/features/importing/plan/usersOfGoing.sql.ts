import { sql, type Sql } from '../../../database/worker.js';
import { edgesTo, leadsTo } from '../../resources/worker.js';
import { isDeletion } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';

/** Whether a row is a deletion that is carried out, once deletions are allowed. */
export function isGoing(planNo: number, row: Sql): Sql {
  return sql`${row}.plan_no = ${planNo} AND ${isDeletion(row)} AND (${row}.action = 'DELETE' OR ${row}.reason = 'DELETION_NOT_ALLOWED')`;
}

/**
 * What uses the resources of deletions `d` after the import: resources that stay and items that are written, which refer to them or are inside
 * them. `id`: the resource; `user_id`: null for an item that creates its resource.
 */
export function usersOfGoing({ no, branchId }: Pick<PlanRow, 'no' | 'branchId'>, where: Sql): Sql {
  const stays = sql`NOT EXISTS (SELECT 1 FROM import_item g WHERE ${isGoing(no, sql`g`)} AND g.existing_id = s.id)`;
  const isWritten = sql`i.plan_no = ${no} AND i.ordinal >= 0 AND i.action IN ('CREATE', 'UPDATE', 'REFERENCE_UPDATE')`;
  const isReplaced = sql`s.id IN (SELECT i.existing_id FROM import_item i WHERE ${isWritten} AND i.existing_id IS NOT NULL)`;
  const ofDeletion = sql`d.plan_no = ${no} AND ${isDeletion(sql`d`)} AND ${where}`;
  const naming = sql`FROM import_item d
    JOIN ${edgesTo(sql`d.name`)}
    JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = d.namespace AND ${leadsTo(sql`y.id`, sql`d.kind`)}`;
  const byResource = sql`SELECT d.ordinal, d.existing_id AS id, s.id AS user_id, s.kind, s.name`;
  const byItem = sql`SELECT d.ordinal, d.existing_id AS id, i.existing_id AS user_id, i.kind, i.effective_name AS name`;
  return sql`${byResource}, FALSE AS is_inside ${naming}
      JOIN resource s ON s.content_id = e.content_id AND s.branch_id = ${branchId} AND s.id <> d.existing_id
      WHERE ${ofDeletion} AND ${stays} AND NOT (${isReplaced})
    UNION ${byItem}, FALSE AS is_inside ${naming}
      JOIN import_item i ON i.content_id = e.content_id AND i.effective_content_id = i.content_id AND ${isWritten} WHERE ${ofDeletion}
    UNION ${byItem}, FALSE AS is_inside ${naming}
      JOIN import_item i ON i.effective_content_id = e.content_id AND i.effective_content_id <> coalesce(i.content_id, -1) AND ${isWritten}
      WHERE ${ofDeletion}
    UNION ${byResource}, TRUE AS is_inside FROM import_item d JOIN resource s ON s.parent_id = d.existing_id WHERE ${ofDeletion} AND ${stays}
    UNION ${byItem}, TRUE AS is_inside FROM import_item d
      JOIN import_item i ON ${isWritten} AND (i.into_id = d.existing_id OR i.into_id IS NULL AND i.parent_kind = d.kind AND i.parent_name = d.name)
      WHERE ${ofDeletion}`;
}
