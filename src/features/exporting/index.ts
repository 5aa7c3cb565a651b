export { ExportResolver } from './export.resolver.js';
export { exportSettings } from './exportSettings.js';
export { ExportService } from './export.service.js';
