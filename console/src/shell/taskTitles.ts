import type { TaskType } from '../api/operations.generated.js';

/** What a person calls each task. */
export const taskTitles: Readonly<Record<TaskType, string>> = {
  EXPORT: 'Export',
  STAGE_IMPORT: 'Import plan',
  EXECUTE_IMPORT: 'Import',
  UNDO_IMPORT: 'Undo of an import',
};
