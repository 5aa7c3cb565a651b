import type { SqlConnection } from '../../../database/index.js';
import { recordFile, writeWholeFile } from '../../files/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../tables/planRows.js';

const windowSize = 1000;

/**
 * Writes the outcome of each item, with its old and new id, as JSON Lines. The file becomes visible with the commit of the
 * caller's transaction.
 */
export async function writeImportResult(context: TaskContext, plan: PlanRow): Promise<void> {
  const { id, path } = context.newFile();
  const createdAt = context.clock.now();
  const written = await writeWholeFile(path, async (out) => {
    for await (const lines of resultLines(context, plan)) await out.write(lines);
    return {};
  });
  const name = `import-result-${createdAt.replace(/[-:]|\.\d+/g, '')}.jsonl`;
  const about = { id, taskId: context.task.id, name, mediaType: 'application/jsonl', createdAt };
  await recordFile(context.connection, { ...about, ...written, purpose: 'RESULT' });
}

async function* resultLines(context: TaskContext, plan: PlanRow): AsyncGenerator<string> {
  const { connection } = context;
  const sql = `SELECT ${lineExpression(connection)} AS line FROM import_item i WHERE i.plan_no = :planNo ORDER BY i.ordinal`;
  for await (const rows of connection.windows<{ line: string }>(sql, { planNo: plan.no }, windowSize)) {
    let text = '';
    for (const { line } of rows) text += line;
    yield text;
    await context.checkpoint();
  }
}

/** The line of item `i`. The database builds it, because fetching columns costs more than fetching one text. */
function lineExpression(connection: SqlConnection): string {
  const text = (expression: string) => connection.jsonText(expression);
  return `'{"line":' || i.line || ',"kind":' || ${text('i.kind')} || ',"name":' || ${text('i.name')}
    || ',"newName":' || ${text('i.effective_name')} || ',"mode":"' || i.mode || '","outcome":"' || ${outcome}
    || '","sourceId":' || ${text('i.source_id')} || ',"id":' || ${text(resourceId)} || '}\n'`;
}

const outcome = `CASE i.action WHEN 'CREATE' THEN 'CREATED' WHEN 'UPDATE' THEN 'UPDATED' WHEN 'REFERENCE_UPDATE' THEN 'UPDATED'
  WHEN 'UNCHANGED' THEN 'UNCHANGED' WHEN 'SKIPPED' THEN 'SKIPPED' ELSE 'FAILED' END`;

/** Null for a failed item: the resource of that name on the branch is another one. */
const resourceId = `CASE WHEN i.action = 'CREATE' THEN i.resource_id WHEN i.action IN ('COLLISION', 'BLOCKED') THEN NULL
  ELSE i.existing_id END`;
