import {
  anySetting,
  choiceOf,
  flagSetting,
  groupOf,
  idSetting,
  kindSetting,
  listOf,
  textSetting,
  type SettingsShape,
} from '../templates/index.js';
import { ExportFormatEnum, RecordOperatorEnum } from './export.type.js';

/** Settings that a template of exports can contain: all members of StartExportInput except those of a single export. */
export const exportSettings: SettingsShape = {
  group: groupOf(
    {
      selection: groupOf(
        { resourceIds: listOf(idSetting), kinds: listOf(kindSetting), all: flagSetting },
        { unsaved: { branchId: 'Remove it: the branch is given when the template is used.' } },
      ),
      format: choiceOf(Object.keys(ExportFormatEnum)),
      includeDependencies: flagSetting,
      excludeIds: listOf(idSetting),
      isArchive: flagSetting,
      fields: listOf(textSetting),
      recordFilter: listOf(
        groupOf(
          { field: textSetting, operator: choiceOf(Object.keys(RecordOperatorEnum)), value: anySetting },
          { required: ['field', 'operator'] },
        ),
      ),
    },
    {
      unsaved: {
        templateId: 'Remove it: a template does not use another one.',
        callbackUrl: 'Remove it: the callback is given when the template is used.',
        callbackKey: 'Remove it: the key is given when the template is used.',
      },
    },
  ),
};
