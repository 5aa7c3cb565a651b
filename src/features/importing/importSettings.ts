import { isJsonObject, type JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { checkCsvOptions, checkMapping, formatReaders, type FieldMapping } from '../formats/index.js';
import {
  choiceOf,
  flagSetting,
  groupOf,
  kindSetting,
  listOf,
  textSetting,
  type SettingsShape,
} from '../templates/index.js';
import { CreateStrategyEnum, ImportModeEnum, ImportStrategyEnum, UpdateStrategyEnum } from './tables/importStates.js';

const fieldMapping = groupOf({ source: textSetting, target: textSetting }, { required: ['source', 'target'] });
const csvOptions = groupOf({ delimiter: textSetting, quote: textSetting, hasHeader: flagSetting });

/** The settings that an import template may contain: the options of StageImportOptions, and mode, format and importStrategy. */
export const importSettings: SettingsShape = {
  group: groupOf(
    {
      createStrategy: choiceOf(Object.keys(CreateStrategyEnum)),
      updateStrategy: choiceOf(Object.keys(UpdateStrategyEnum)),
      isDeletionAllowed: flagSetting,
      mirrorKinds: listOf(kindSetting),
      isScopeExtended: flagSetting,
      isPrivate: flagSetting,
      isStrict: flagSetting,
      kind: kindSetting,
      definitionErc: textSetting,
      mapping: listOf(fieldMapping),
      csv: csvOptions,
      name: textSetting,
      mode: choiceOf(Object.keys(ImportModeEnum)),
      format: choiceOf(formatReaders.map(({ name }) => name)),
      importStrategy: choiceOf(Object.keys(ImportStrategyEnum)),
    },
    {
      unsaved: {
        branchId: 'Remove it: the branch is given when the template is used.',
        intoCollection: 'Remove it: the container is given when the template is used.',
        options: 'Move its members one level up, next to mode and format.',
        templateId: 'Remove it: a template does not use another one.',
        callbackUrl: 'Remove it: the callback is given when the template is used.',
        callbackKey: 'Remove it: the key is given when the template is used.',
      },
    },
  ),
  check: checkReading,
};

/** CSV options and mappings that are invalid for every file. */
function checkReading({ csv, mapping }: JsonObject): Problem[] {
  const options = isJsonObject(csv) ? Object.entries(csv).filter(([, value]) => value !== null) : [];
  return [
    ...checkCsvOptions(Object.fromEntries(options)),
    ...checkMapping((mapping ?? []) as unknown as FieldMapping[]),
  ];
}
