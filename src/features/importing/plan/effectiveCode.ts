import type { SqlConnection } from '../../../database/index.js';
import { renamedCodeSql } from '../../records/worker.js';

/** The external reference code that item `i` has here: it follows a new name where the name holds it. */
export function effectiveCode(connection: SqlConnection): string {
  return renamedCodeSql(connection, {
    code: 'i.external_reference_code',
    oldName: 'i.name',
    newName: 'i.effective_name',
  });
}
