import { type Sql, sql } from '../../../database/worker.js';
import { parseExactJson } from '../../../shared/exactNumbers.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { TaskContext } from '../../tasks/worker.js';
import { itemWindows, type ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { itemProblems } from './itemProblems.js';

/** An item that was not imported, with the reasons. */
export interface FailedItem {
  row: ItemRow;
  /** The external reference code in the file. */
  externalReferenceCode: string | null;
  /** The member of the archive that contains it. */
  member: string | null;
  /** As in the file. */
  spec: JsonObject;
  /** Errors only. */
  problems: Problem[];
}

interface ColumnsOfFile {
  ordinal: number;
  externalReferenceCode: string | null;
  member: string | null;
  spec: string;
}

/** The items `i` for which the condition `where` holds, in the order of the file, in windows. */
export async function* failedItems(context: TaskContext, plan: PlanRow, where: Sql): AsyncGenerator<FailedItem[]> {
  for await (const rows of itemWindows(context.connection, plan.no, { where })) {
    const problems = await itemProblems(context, { plan, viewer: 'IMPORTER' }, rows);
    const facts = await readColumnsOfFile(context, plan, rows);
    yield rows.map((row, index) => {
      const { externalReferenceCode = null, member = null, spec = '{}' } = facts.get(row.ordinal) ?? {};
      return {
        row,
        externalReferenceCode,
        member,
        spec: parseExactJson(spec) as JsonObject,
        problems: (problems[index] ?? []).filter(({ severity }) => severity === 'ERROR'),
      };
    });
    await context.checkpoint();
  }
}

async function readColumnsOfFile(
  { connection }: TaskContext,
  plan: PlanRow,
  rows: readonly ItemRow[],
): Promise<Map<number, ColumnsOfFile>> {
  const facts = await connection.all<ColumnsOfFile>(
    sql`SELECT i.ordinal, i.external_reference_code, i.member, coalesce(i.rejected_spec, c.spec) AS spec
     FROM import_item i LEFT JOIN content c ON c.id = i.content_id
     WHERE i.plan_no = ${plan.no} AND i.ordinal IN ${sql.numbers(rows.map(({ ordinal }) => ordinal))}`,
  );
  return new Map(facts.map((fact) => [fact.ordinal, fact]));
}
