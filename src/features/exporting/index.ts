import { ExportResolver } from './export.resolver.js';
import { ExportPreviewResolver } from './exportPreview.resolver.js';

export { ExportSelectionInput } from './export.inputs.js';
export { ExportResolver } from './export.resolver.js';
export { ExportService } from './export.service.js';
export { ExportPreviewResolver } from './exportPreview.resolver.js';
export { exportSettings } from './exportSettings.js';
export { PreviewReader } from './previewReader.js';

/** Tables and resolvers of this feature. */
export const exportingApi = { resolvers: [ExportResolver, ExportPreviewResolver] };
