import { defineKind } from '../../kind.js';
import { checkDefinition } from './checkDefinition.js';
import { crossCheckDefinition } from './crossCheckDefinition.js';
import { definitionAdvice } from './definitionAdvice.js';
import { compareDefinitions, overlayDefinition } from './definitionChanges.js';
import { external, isBuiltInWorkflow, isDefaultFolder, isFunctionKey, isSystemObject } from './externalNames.js';
import { itemTitle } from './itemTitle.js';
import { kindNames } from './kindNames.js';
import { objectDefinitionJsonSchema } from './objectDefinitionJsonSchema.js';
import { withOwnErc } from './ownErc.js';
import { rewriteOwnCode } from './ownerPlaces.js';

const included = { requirement: 'INCLUDED', strength: 'HARD', whenMissing: 'BLOCK' } as const;

const folder = { at: '/objectFolderExternalReferenceCode', to: [kindNames.objectFolder] } as const;
const workflow = {
  at: '/workflowDefinitionLinks/*/workflowDefinitionName',
  to: [kindNames.workflowDefinition],
} as const;

/** Places that refer to another definition; a system object is external. */
const definitionPlaces: readonly { at: string; hintMember?: string }[] = [
  { at: '/rootObjectDefinitionExternalReferenceCode' },
  { at: '/objectFields/*/objectDefinitionExternalReferenceCode1' },
  { at: '/objectRelationships/*/objectDefinitionExternalReferenceCode1' },
  { at: '/objectRelationships/*/objectDefinitionExternalReferenceCode2', hintMember: 'objectDefinitionName2' },
  { at: '/objectRelationships/*/objectField/objectDefinitionExternalReferenceCode1' },
  { at: '/objectActions/*/parameters/objectDefinitionExternalReferenceCode' },
];

/** A definition of entries. Definitions refer to each other in cycles: both sides state a relationship. */
export const objectDefinition = defineKind({
  name: kindNames.objectDefinition,
  title: 'object definition',
  pluralTitle: 'object definitions',
  description: 'A definition of entries: fields, relationships, actions, layouts, views and validation rules.',
  identity: { by: 'name', namespace: kindNames.objectDefinition },
  uniqueMembers: ['/name'],
  schema: objectDefinitionJsonSchema,
  references: [
    { ...folder, ...included, isSilent: true, isReference: (erc) => !isDefaultFolder(erc) },
    { ...folder, ...external, isReference: isDefaultFolder },
    {
      ...included,
      at: '/objectFields/*/listTypeDefinitionExternalReferenceCode',
      to: [kindNames.picklist],
      isSilent: true,
    },
    ...definitionPlaces.flatMap((place) => [
      { ...place, ...included, to: [kindNames.objectDefinition], isReference: (erc: string) => !isSystemObject(erc) },
      { ...place, ...external, to: [kindNames.objectDefinition], isReference: isSystemObject },
    ]),
    {
      ...included,
      at: '/objectActions/*/parameters/notificationTemplateExternalReferenceCode',
      to: [kindNames.notificationTemplate],
      isSilent: true,
    },
    { ...external, at: '/objectActions/*/objectActionExecutorKey', to: [], isReference: isFunctionKey },
    { ...external, at: '/objectValidationRules/*/engine', to: [], isReference: isFunctionKey },
    {
      ...workflow,
      requirement: 'INCLUDED',
      strength: 'SOFT',
      whenMissing: 'WARN',
      isReference: (name) => !isBuiltInWorkflow(name),
    },
    { ...workflow, ...external, isReference: isBuiltInWorkflow },
    { ...external, at: '/workflowDefinitionLinks/*/groupExternalReferenceCode', to: [] },
  ],
  isExportable: true,
  reference: { allowed: true },
  titleOf: itemTitle,
  isExternalName: isSystemObject,
  withOwnName: withOwnErc,
  rewriteOwnName: rewriteOwnCode,
  check: checkDefinition,
  compareParts: compareDefinitions,
  overlay: overlayDefinition,
  ...definitionAdvice,
  crossCheck: crossCheckDefinition,
});
