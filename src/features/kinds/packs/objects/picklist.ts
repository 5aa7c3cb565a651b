import type { JsonObject } from '../../../../shared/json.js';
import type { Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import { defineKind } from '../../kind.js';
import { checkUnique } from './checkDefinition.js';
import { fieldsOf } from './definitionFields.js';
import { keysIn } from './entryValues.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { itemTitle } from './itemTitle.js';
import { kindNames } from './kindNames.js';
import { overlayDefinitionPart } from './overlayDefinitionPart.js';
import { rewriteOwnErc, withOwnErc } from './ownErc.js';
import { textMember } from '../../specParts.js';
import { flag, listOf, localizedText, nonEmptyText, openObject, text } from '../../schemaParts.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject(
    {
      externalReferenceCode: text,
      listTypeEntries: listOf(
        openObject(
          {
            externalReferenceCode: text,
            key: nonEmptyText,
            name: text,
            name_i18n: localizedText,
            system: flag,
            type: text,
          },
          ['key'],
        ),
      ),
      name: nonEmptyText,
      name_i18n: localizedText,
      system: flag,
    },
    ['name'],
  ),
};

function checkPicklist(spec: JsonObject): Problem[] {
  const problems = new BoundedProblems();
  checkUnique(spec, { at: '/listTypeEntries/*/key', title: 'entries with the key' }, problems);
  const ercs = { at: '/listTypeEntries/*/externalReferenceCode', title: 'entries with the external reference code' };
  checkUnique(spec, ercs, problems);
  return problems.list();
}

const partLists: readonly PartList[] = [
  {
    at: ['listTypeEntries'],
    title: 'entry',
    // Records use the key.
    identity: ['key'],
  },
];
const overlaidLists = [{ at: '/listTypeEntries', by: ['externalReferenceCode', 'key'] }];

/** The entries for fields of the type Picklist: a list type definition. */
export const picklist = defineKind({
  name: kindNames.picklist,
  title: 'picklist',
  pluralTitle: 'picklists',
  description: 'The allowed values of a field; each has a key and a name.',
  identity: { by: 'name', namespace: kindNames.picklist },
  schema,
  references: [],
  isExportable: true,
  reference: { allowed: true },
  titleOf: itemTitle,
  withOwnName: withOwnErc,
  rewriteOwnName: rewriteOwnErc,
  check: checkPicklist,
  heldParts: {
    membersOf: (definition, name) =>
      fieldsOf(definition).flatMap(({ value: field }) =>
        textMember(field, 'listTypeDefinitionExternalReferenceCode') === name ? (textMember(field, 'name') ?? []) : [],
      ),
    partsIn: keysIn,
  },
  compareParts: (before, after) => comparePartLists(before, after, partLists),
  overlay: (before, patch) => overlayDefinitionPart(before, patch, { lists: overlaidLists, onMatch: 'PATCH' }).spec,
});
