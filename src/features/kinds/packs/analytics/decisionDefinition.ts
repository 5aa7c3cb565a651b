import { defineKind } from '../../kind.js';
import { definitionJsonSchema } from './definitionSchema.js';
import { definitionOf } from './identities.js';
import { kindNames } from './kindNames.js';

/** A decision that reports may be about, by its key. */
export const decisionDefinition = defineKind({
  name: kindNames.decisionDefinition,
  title: 'decision definition',
  pluralTitle: 'decision definitions',
  description:
    'A decision that is deployed here, with its versions and tenants; reports are about it, and it never travels.',
  schema: definitionJsonSchema,
  ...definitionOf(kindNames.decisionDefinition),
});
