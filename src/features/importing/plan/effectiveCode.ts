import type { SqlConnection } from '../../../database/index.js';
import { renamedCodeSql } from '../../records/worker.js';

/** The external reference code of item `i` on the branch: it follows a renaming if the name contains it. */
export function effectiveCode(connection: SqlConnection): string {
  return renamedCodeSql(connection, {
    code: 'i.external_reference_code',
    oldName: 'i.name',
    newName: 'i.effective_name',
  });
}
