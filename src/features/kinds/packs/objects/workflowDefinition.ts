import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { mapMember } from '../../objectCopies.js';
import { itemTitle } from './itemTitle.js';
import { kindNames } from './kindNames.js';
import { flag, localizedText, openObject, text } from '../../schemaParts.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject({
    active: flag,
    content: { type: ['string', 'object', 'null'], description: 'Must be XML, or the same as an object.' },
    description: text,
    externalReferenceCode: text,
    name: text,
    title: text,
    title_i18n: localizedText,
    version: text,
  }),
};

/** An approval process for entries. Other resources refer to it by its own name, so that is its name here too. */
export const workflowDefinition = defineKind({
  name: kindNames.workflowDefinition,
  title: 'workflow definition',
  pluralTitle: 'workflow definitions',
  description: 'The steps that an entry goes through before it is approved.',
  identity: { by: 'name', namespace: kindNames.workflowDefinition },
  schema,
  references: [],
  isExportable: true,
  reference: { allowed: true },
  titleOf: itemTitle,
  rewriteOwnName: (spec, oldName, newName) => mapMember(spec, 'name', (name) => (name === oldName ? newName : name)),
});
