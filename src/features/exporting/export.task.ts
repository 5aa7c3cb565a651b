/** The task of an export: writes the file and ends the task. */
import { recordFile } from '../files/worker.js';
import type { TaskHandler } from '../tasks/worker.js';
import type { ExportOrder } from './exportSelection.js';
import { holdExported } from './holdExported.js';
import { writeExport } from './writeExport.js';

export const exportTask: TaskHandler<ExportOrder> = {
  type: 'EXPORT',
  run: async (context) => {
    const { id, file } = context.newFile();
    const exportedAt = context.clock.now();
    const written = await writeExport(context, context.task.input, { file, exportedAt });
    if ('problems' in written) {
      const [{ code, message }] = written.problems;
      return { status: 'FAILED', counts: {}, errorMessage: message, code };
    }
    await context.connection.transaction(async () => {
      const { count, heldIds, ...facts } = written;
      await recordFile(context.connection, {
        ...facts,
        id,
        taskId: context.task.id,
        purpose: 'RESULT',
        createdAt: exportedAt,
      });
      await holdExported(context, { taskId: context.task.id, resourceIds: heldIds });
      await context.end({ status: 'COMPLETED', counts: { processedCount: count, totalCount: count } });
    });
    return undefined;
  },
};
