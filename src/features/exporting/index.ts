export { ExportResolver } from './export.resolver.js';
export { ExportService } from './export.service.js';
