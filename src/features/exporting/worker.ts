/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
import { checkSelectionCall } from './checkSelection.call.js';
import { exportFieldsCall } from './exportFields.call.js';
import { exportTask } from './export.task.js';
import { exportPreviewCall } from './exportPreview.call.js';
import { missingResourcesCall } from './missingResources.call.js';

export type { ExportOrder } from './exportSelection.js';
export { writeExport } from './writeExport.js';

/** What worker threads do for this feature. */
export const exportingWork = {
  calls: [checkSelectionCall, exportFieldsCall, exportPreviewCall, missingResourcesCall],
  tasks: [exportTask],
};
