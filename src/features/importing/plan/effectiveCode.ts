import type { SqlConnection } from '../../../database/index.js';
import { renamedCodeSql } from '../../records/worker.js';
import { parentId } from './parentSql.js';

/** The external reference code of item `i` on the branch: it follows a renaming if the name contains it. */
export function effectiveCode(connection: SqlConnection): string {
  return renamedCodeSql(connection, {
    code: 'i.external_reference_code',
    oldName: 'i.name',
    newName: 'i.effective_name',
  });
}

/** The resource `s` of the branch that has the code of item `i`, and is not the resource `existingId` that the item would update. */
export function codeHolder(connection: SqlConnection, existingId: string): string {
  return `resource s WHERE s.branch_id = :branchId AND s.kind = i.kind
          AND s.external_reference_code = (${effectiveCode(connection)}) AND s.id IS DISTINCT FROM ${existingId}
          AND s.parent_id IS NOT DISTINCT FROM (${parentId})
          AND ${connection.siteInName('s.name')} = ${connection.siteInName('i.effective_name')}`;
}
