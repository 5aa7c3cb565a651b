import type { JsonObject } from '../../../../shared/json.js';
import { objectAction } from './actionSchema.js';
import { objectField } from './fieldSchema.js';
import { objectLayout, objectValidationRule, objectView } from './layoutSchemas.js';
import { objectRelationship } from './relationshipSchema.js';
import {
  closedObject,
  flag,
  listOf,
  localizedText,
  nonEmptyText,
  oneOf,
  openObject,
  permissions,
  settings,
  status,
  text,
} from '../../schemaParts.js';

const flags = [
  ...['accountEntryRestricted', 'active', 'enableCategorization', 'enableComments', 'enableFormContainer'],
  ...['enableFriendlyURLCustomization', 'enableIndexSearch', 'enableLocalization', 'enableObjectEntryDraft'],
  ...['enableObjectEntryHistory', 'enableObjectEntrySchedule', 'enableObjectEntrySubscription'],
  ...['enableObjectEntryVersioning', 'modifiable', 'parameterRequired', 'portlet', 'system'],
];

const texts = [
  ...['accountEntryRestrictedObjectFieldName', 'className', 'defaultLanguageId', 'externalReferenceCode'],
  ...['friendlyURLSeparator', 'objectFolderExternalReferenceCode', 'panelAppOrder', 'panelCategoryKey'],
  ...['restContextPath', 'rootObjectDefinitionExternalReferenceCode', 'storageType', 'titleObjectFieldName'],
];

function each(names: readonly string[], schema: JsonObject): JsonObject {
  return Object.fromEntries(names.map((name) => [name, schema]));
}

/** Source: object-admin REST v1.0, ObjectDefinition, without members that are valid only in one environment. */
export const objectDefinitionJsonSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...closedObject(
    {
      ...each(flags, flag),
      ...each(texts, text),
      description: localizedText,
      label: localizedText,
      name: {
        type: 'string',
        pattern: '^\\w+$',
        description: 'Must hold only letters, digits and _.',
      },
      objectActions: listOf(objectAction),
      objectDefinitionSettings: settings,
      objectFields: listOf(objectField),
      objectLayouts: listOf(objectLayout),
      objectRelationships: listOf(objectRelationship),
      objectValidationRules: listOf(objectValidationRule),
      objectViews: listOf(objectView),
      permissions,
      pluralLabel: localizedText,
      scope: oneOf(['company', 'site', 'depot']),
      status,
      workflowDefinitionLinks: listOf(
        openObject({ groupExternalReferenceCode: text, workflowDefinitionName: nonEmptyText }, [
          'workflowDefinitionName',
        ]),
      ),
    },
    ['name'],
  ),
};
