import { defineKind } from '../../kind.js';
import { definitionJsonSchema } from './definitionSchema.js';
import { definitionOf } from './identities.js';
import { kindNames } from './kindNames.js';

/** A decision that reports use, by its key. */
export const decisionDefinition = defineKind({
  name: kindNames.decisionDefinition,
  title: 'decision definition',
  pluralTitle: 'decision definitions',
  description: 'A decision that is deployed here, with its versions and tenants. Reports use it; it is never exported.',
  schema: definitionJsonSchema,
  ...definitionOf(kindNames.decisionDefinition),
});
