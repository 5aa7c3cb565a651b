import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import type { KindRegistry } from '../kinds/index.js';
import type { ProjectRepository } from '../projects/index.js';
import type { TaskRepository, TaskService } from '../tasks/index.js';
import type { TemplateService } from '../templates/index.js';
import type { Workers } from '../workers/index.js';
import { ExportService } from './export.service.js';
import { PreviewReader } from './previewReader.js';
import { ExportResolver } from './export.resolver.js';
import { ExportPreviewResolver } from './exportPreview.resolver.js';

export { ExportSelectionInput, type StartExportInput } from './export.inputs.js';
export { ExportService } from './export.service.js';
export { exportSettings } from './exportSettings.js';

interface ExportingParts {
  config: Pick<Config, 'callbacks'>;
  database: Database;
  workers: Workers;
  kinds: KindRegistry;
  clock: Clock;
  projects: ProjectRepository;
  tasks: TaskRepository;
  taskService: TaskService;
  templates: TemplateService;
}

/** The resolvers and the service of this feature. */
export const exportingApi = {
  resolvers: [ExportResolver, ExportPreviewResolver],
  wire: (parts: ExportingParts) => {
    const exportService = new ExportService({ ...parts, callbackHosts: parts.config.callbacks.hosts });
    return {
      parts: { exportService },
      resolvers: [
        new ExportResolver(exportService),
        new ExportPreviewResolver(exportService, new PreviewReader(parts.workers, parts.kinds)),
      ],
    };
  },
};
