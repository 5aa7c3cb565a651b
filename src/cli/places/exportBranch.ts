import { resultOf, WaybillError } from '../../../client/index.js';
import { StartExportDocument, TaskDocument } from '../../../client/operations.generated.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { followTask, succeeded } from '../run/followTask.js';
import type { Work } from '../run/runCommand.js';
import type { BranchPlace } from './places.js';
import { selectionOf } from './selection.js';

/** The file of an export of a branch, or of a part of it, with all that it needs. */
export async function exportBranch(
  work: Work,
  client: ServerClient,
  { place, flags }: { place: BranchPlace; flags: { kind?: string[]; name?: string[] } },
) {
  const input = { selection: await selectionOf(client, place, flags), format: 'JSONL' as const };
  const { startExport } = await client.ask(StartExportDocument, { input });
  const { id } = resultOf(startExport.task, startExport.problems);
  succeeded(await followTask(work, { client, taskId: id }));
  const { task } = await client.ask(TaskDocument, { id });
  const file = task?.files.find(({ purpose }) => purpose === 'RESULT');
  if (!file) throw new WaybillError('FILE_GONE', 'The exported file is gone.', { fix: 'Run the command again.' });
  return file;
}
