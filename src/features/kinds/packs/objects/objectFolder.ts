import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { external, isSystemObject } from './externalNames.js';
import { itemTitle } from './itemTitle.js';
import { kindNames } from './kindNames.js';
import { rewriteOwnErc, withOwnErc } from './ownErc.js';
import { flag, listOf, localizedText, nonEmptyText, openObject, text, wholeNumber } from '../../schemaParts.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject(
    {
      externalReferenceCode: text,
      label: localizedText,
      name: nonEmptyText,
      objectFolderItems: listOf(
        openObject(
          {
            linkedObjectDefinition: flag,
            objectDefinitionExternalReferenceCode: nonEmptyText,
            positionX: wholeNumber,
            positionY: wholeNumber,
          },
          ['objectDefinitionExternalReferenceCode'],
        ),
      ),
    },
    ['name'],
  ),
};

const item = { at: '/objectFolderItems/*/objectDefinitionExternalReferenceCode', to: [kindNames.objectDefinition] };

const partLists: readonly PartList[] = [
  {
    at: ['objectFolderItems'],
    title: 'place of the definition',
    identity: ['objectDefinitionExternalReferenceCode'],
    isOnlyTold: true,
  },
];

/**
 * A folder of definitions. Its items are only positions in the diagram: a definition includes its folder, but a folder does not
 * include its definitions, or one definition would include all others in its folder.
 */
export const objectFolder = defineKind({
  name: kindNames.objectFolder,
  title: 'object folder',
  pluralTitle: 'object folders',
  description: 'A folder of object definitions, with the place of each in the diagram.',
  identity: { by: 'name', namespace: kindNames.objectFolder },
  uniqueMembers: ['/name'],
  schema,
  references: [
    {
      ...item,
      requirement: 'ADVISED',
      strength: 'SOFT',
      whenMissing: 'WARN',
      isReference: (erc) => !isSystemObject(erc),
    },
    { ...item, ...external, isReference: isSystemObject },
  ],
  isExportable: true,
  reference: { allowed: true },
  titleOf: itemTitle,
  withOwnName: withOwnErc,
  rewriteOwnName: rewriteOwnErc,
  compareParts: (before, after) => comparePartLists(before, after, partLists),
});
