import { defineKind } from '../../kind.js';
import { definitionJsonSchema } from './definitionSchema.js';
import { definitionOf } from './identities.js';
import { kindNames } from './kindNames.js';

/** A process that reports use, by its key. */
export const processDefinition = defineKind({
  name: kindNames.processDefinition,
  title: 'process definition',
  pluralTitle: 'process definitions',
  description: 'A process that is deployed here, with its versions and tenants. Reports use it; it is never exported.',
  schema: definitionJsonSchema,
  ...definitionOf(kindNames.processDefinition),
});
