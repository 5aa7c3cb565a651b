import { newId } from '../../../shared/clock.js';
import { recordFile, storedFilePath, writeText } from '../../files/index.js';
import type { TaskContext } from '../../tasks/index.js';
import { itemWindows, type ItemRow, type PlanRow } from '../planRows.js';

const outcomeByAction: Readonly<Record<string, string>> = {
  CREATE: 'CREATED',
  UPDATE: 'UPDATED',
  REFERENCE_UPDATE: 'UPDATED',
  UNCHANGED: 'UNCHANGED',
  SKIPPED: 'SKIPPED',
  COLLISION: 'FAILED',
  BLOCKED: 'FAILED',
};

/** Writes what became of each item, old id beside new one, as JSON Lines; known from the caller's transaction on. */
export async function writeImportResult(context: TaskContext, plan: PlanRow): Promise<void> {
  const id = newId();
  const createdAt = context.clock.now();
  const written = await writeText(storedFilePath(context.filesDir, id), resultLines(context, plan));
  const name = `import-result-${createdAt.replace(/[-:]|\.\d+/g, '')}.jsonl`;
  const about = { id, taskId: context.task.id, name, mediaType: 'application/jsonl', createdAt };
  await recordFile(context.connection, { ...about, ...written, purpose: 'RESULT' });
}

async function* resultLines(context: TaskContext, plan: PlanRow): AsyncGenerator<string> {
  for await (const items of itemWindows(context.connection, plan.id)) {
    yield items.map((item) => `${JSON.stringify(resultOf(item))}\n`).join('');
    await context.checkpoint();
  }
}

function resultOf(item: ItemRow): object {
  const { line, kind, name, effectiveName, sourceId, mode, action, resourceId, existingId } = item;
  const outcome = outcomeByAction[action] ?? 'FAILED';
  const id = outcome === 'CREATED' ? resourceId : outcome === 'FAILED' ? null : existingId;
  return { line, kind, name, newName: effectiveName, mode, outcome, sourceId, id };
}
