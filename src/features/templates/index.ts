import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { ProjectPackService, ProjectRepository } from '../projects/index.js';
import type { SettingsShape } from './settingsShape.js';
import { TemplateRepository } from './template.repository.js';
import { TemplateService } from './template.service.js';
import type { TemplateDirection } from './templateDirection.js';
import { Template } from './template.entity.js';
import { ProjectTemplatesResolver, TemplateResolver } from './template.resolver.js';

export {
  anySetting,
  choiceOf,
  flagSetting,
  groupOf,
  idSetting,
  kindSetting,
  listOf,
  textSetting,
  type SettingsShape,
} from './settingsShape.js';
export { Template } from './template.entity.js';
export { templateUnfit } from './template.problems.js';
export { TemplateService, type TemplateUse } from './template.service.js';

interface TemplatesParts {
  database: Database;
  clock: Clock;
  projects: ProjectRepository;
  projectPacks: ProjectPackService;
  /** Given by the server, because exports and imports know this feature. */
  templateShapes: Readonly<Record<TemplateDirection, SettingsShape>>;
}

/** The table, resolvers and the service of this feature. */
export const templatesApi = {
  entities: [Template],
  resolvers: [ProjectTemplatesResolver, TemplateResolver],
  wire: ({ projectPacks, templateShapes: shapes, ...parts }: TemplatesParts) => {
    const saved = new TemplateRepository(parts.database);
    const kindNamesIn = (projectId: string) => projectPacks.kindNamesIn(projectId);
    const templates = new TemplateService({ ...parts, templates: saved, kindNamesIn, shapes });
    return {
      parts: { templates },
      resolvers: [new ProjectTemplatesResolver(saved), new TemplateResolver(templates)],
      nodes: [(id: string) => saved.byId(id)],
    };
  },
};
