import { concat, jsonText, sql, utf8Of } from '../../../database/worker.js';
import { recordFile } from '../../files/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../tables/planRows.js';

/** Items whose lines come from the database as one text: to fetch a row costs several times as much as to write one line. */
const blockSize = 1000;

/**
 * Writes the outcome of each item, with its old and new id, as JSON Lines. The file becomes visible with the commit of the
 * caller's transaction.
 */
export async function writeImportResult(context: TaskContext, plan: PlanRow): Promise<void> {
  const { id, file } = context.newFile();
  const createdAt = context.clock.now();
  const written = await file.write(async (out) => {
    for await (const lines of resultLines(context, plan)) await out.write(lines);
    return {};
  });
  const name = `import-result-${createdAt.replace(/[-:]|\.\d+/g, '')}.jsonl`;
  const about = { id, taskId: context.task.id, name, mediaType: 'application/jsonl', createdAt };
  await recordFile(context.connection, { ...about, ...written, purpose: 'RESULT' });
}

async function* resultLines(context: TaskContext, plan: PlanRow): AsyncGenerator<string | Buffer> {
  const { connection } = context;
  yield* deletionLines(context, plan);
  for (let from = 0; ; from += blockSize) {
    const block = await connection.get<{ lines: string | Buffer | null }>(
      sql`SELECT ${joined} AS lines FROM (SELECT ${lineExpression} AS line FROM import_item i
       WHERE i.plan_no = ${plan.no} AND i.ordinal >= ${from} AND i.ordinal < ${from + blockSize} ORDER BY i.ordinal) AS b`,
    );
    // Ordinals have no gaps.
    if (block === undefined || block.lines === null) return;
    yield block.lines;
    await context.checkpoint();
  }
}

/** Ordinals of deletions may have gaps. */
async function* deletionLines(context: TaskContext, plan: PlanRow): AsyncGenerator<string | Buffer> {
  for (let before = 0; ;) {
    const block = await context.connection.get<{ lines: string | Buffer | null; least: number | null }>(
      sql`SELECT ${joined} AS lines, min(b.ordinal) AS least FROM (
         SELECT i.ordinal, ${lineExpression} AS line FROM import_item i
         WHERE i.plan_no = ${plan.no} AND i.ordinal < ${before} ORDER BY i.ordinal DESC LIMIT ${blockSize}) AS b`,
    );
    if (block === undefined || block.lines === null || block.least === null) return;
    yield block.lines;
    before = block.least;
    await context.checkpoint();
  }
}

const outcome = sql`CASE i.action WHEN 'CREATE' THEN 'CREATED' WHEN 'UPDATE' THEN 'UPDATED' WHEN 'REFERENCE_UPDATE' THEN 'UPDATED'
  WHEN 'UNCHANGED' THEN 'UNCHANGED' WHEN 'DELETE' THEN 'DELETED' WHEN 'SKIPPED' THEN 'SKIPPED' ELSE 'FAILED' END`;

/** Null for a failed item: the resource of that name on the branch is another one. */
const resourceId = sql`CASE WHEN i.action = 'CREATE' THEN i.resource_id WHEN i.action IN ('COLLISION', 'BLOCKED') THEN NULL
  ELSE i.existing_id END`;

/** The line of item `i`. The database builds it, because fetching columns costs more than fetching one text. */
const lineExpression = concat(
  ...['{"line":', sql`i.line`, ',"kind":', jsonText(sql`i.kind`), ',"name":', jsonText(sql`i.name`)],
  ...[',"newName":', jsonText(sql`i.effective_name`), ',"mode":"', sql`i.mode`, '","outcome":"', outcome],
  ...['","sourceId":', jsonText(sql`i.source_id`), ',"id":', jsonText(resourceId), '}\n'],
);

const joined = utf8Of(sql`string_agg(b.line, '')`);
