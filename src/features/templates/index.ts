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
export { templateUnfit } from './template.problems.js';
export { TemplateRepository } from './template.repository.js';
export { ProjectTemplatesResolver, TemplateResolver } from './template.resolver.js';
export { TemplateService } from './template.service.js';

/** Tables and resolvers of this feature. */
export const templatesApi = { entities: [Template], resolvers: [ProjectTemplatesResolver, TemplateResolver] };
