export { ExportResolver } from './export.resolver.js';
export { ExportService } from './export.service.js';
export { exportTask } from './export.task.js';
export { exportPreviewCall } from './exportPreview.call.js';
export { checkSelectionCall } from './checkSelection.call.js';
