import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { external, isSystemObject } from './externalNames.js';
import { itemTitle } from './itemTitle.js';
import { kindNames } from './kindNames.js';
import { rewriteOwnErc, withOwnErc } from './ownErc.js';
import { flag, listOf, localizedText, nonEmptyText, openObject, text } from '../../schemaParts.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject(
    {
      attachmentObjectFieldExternalReferenceCodes: listOf(nonEmptyText),
      body: localizedText,
      description: text,
      editorType: text,
      externalReferenceCode: text,
      name: nonEmptyText,
      name_i18n: localizedText,
      objectDefinitionExternalReferenceCode: text,
      recipientType: text,
      recipients: listOf({ type: 'object' }),
      subject: localizedText,
      system: flag,
      type: { type: ['string', 'null'], enum: ['email', 'userNotification', null] },
    },
    ['name'],
  ),
};

const definition = { at: '/objectDefinitionExternalReferenceCode', to: [kindNames.objectDefinition] };

const partLists: readonly PartList[] = [
  { at: ['body'], title: 'text in the language', isOnlyTold: true },
  { at: ['subject'], title: 'subject in the language', isOnlyTold: true },
  { at: ['attachmentObjectFieldExternalReferenceCodes'], title: 'attachment', isOnlyTold: true },
  {
    at: ['recipients'],
    title: 'recipient',
    identity: [['to', 'cc', 'bcc', 'from', 'roleName', 'userScreenName', 'term']],
    isOnlyTold: true,
  },
];

/** The text of a notification that actions of definitions send. It works without the definition whose fields it shows. */
export const notificationTemplate = defineKind({
  name: kindNames.notificationTemplate,
  title: 'notification template',
  pluralTitle: 'notification templates',
  description: 'The recipients, subject and text of a message that an action sends.',
  identity: { by: 'name', namespace: kindNames.notificationTemplate },
  schema,
  references: [
    {
      ...definition,
      requirement: 'ADVISED',
      strength: 'SOFT',
      whenMissing: 'WARN',
      isReference: (erc) => !isSystemObject(erc),
    },
    { ...definition, ...external, isReference: isSystemObject },
  ],
  isExportable: true,
  reference: { allowed: true },
  titleOf: itemTitle,
  withOwnName: withOwnErc,
  rewriteOwnName: rewriteOwnErc,
  compareParts: (before, after) => comparePartLists(before, after, partLists),
});
