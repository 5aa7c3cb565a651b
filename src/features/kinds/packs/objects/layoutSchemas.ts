/** JSON Schemas of the layouts, views and validation rules of a definition. The product adds members over time. */
import type { JsonObject } from '../../../../shared/json.js';
import {
  flag,
  listOf,
  localizedText,
  nonEmptyText,
  openObject,
  settings,
  text,
  wholeNumber,
} from '../../schemaParts.js';

const namesField: JsonObject = { objectFieldName: nonEmptyText };
const owner: JsonObject = { externalReferenceCode: text, objectDefinitionExternalReferenceCode: text };

const layoutRow = openObject({
  priority: wholeNumber,
  objectLayoutColumns: listOf(
    openObject({ ...namesField, size: wholeNumber, priority: wholeNumber }, ['objectFieldName']),
  ),
});

const layoutBox = openObject({
  name: localizedText,
  collapsable: flag,
  priority: wholeNumber,
  type: text,
  objectLayoutRows: listOf(layoutRow),
});

/** How an entry is shown: tabs, boxes, rows, columns. */
export const objectLayout: JsonObject = openObject({
  ...owner,
  name: localizedText,
  defaultObjectLayout: flag,
  objectLayoutTabs: listOf(
    openObject({
      name: localizedText,
      priority: wholeNumber,
      objectRelationshipExternalReferenceCode: text,
      objectLayoutBoxes: listOf(layoutBox),
    }),
  ),
});

/** How a list of entries is shown. */
export const objectView: JsonObject = openObject({
  ...owner,
  name: localizedText,
  defaultObjectView: flag,
  objectViewColumns: listOf(
    openObject({ ...namesField, label: localizedText, priority: wholeNumber }, ['objectFieldName']),
  ),
  objectViewFilterColumns: listOf(openObject({ ...namesField, filterType: text }, ['objectFieldName'])),
  objectViewSortColumns: listOf(
    openObject({ ...namesField, sortOrder: text, priority: wholeNumber }, ['objectFieldName']),
  ),
});

/** A condition that every entry must satisfy. */
export const objectValidationRule: JsonObject = openObject({
  ...owner,
  active: flag,
  engine: nonEmptyText,
  engineLabel: text,
  errorLabel: localizedText,
  name: localizedText,
  objectValidationRuleSettings: settings,
  outputType: text,
  script: text,
  system: flag,
});
