/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { checkSelectionCall } from './checkSelection.call.js';
export { exportFieldsCall } from './exportFields.call.js';
export { exportTask } from './export.task.js';
export { exportPreviewCall } from './exportPreview.call.js';
export { missingResourcesCall } from './missingResources.call.js';
