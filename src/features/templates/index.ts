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
export { TemplateRepository } from './template.repository.js';
export { ProjectTemplatesResolver, TemplateResolver } from './template.resolver.js';
export { TemplateService } from './template.service.js';
