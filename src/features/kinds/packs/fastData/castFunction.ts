import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { adviceOf } from './advice.js';
import { defaultCasts } from './defaultCasts.js';
import { fieldTypes, nonEmptyText, text } from './dataModelSchema.js';
import { kindNames } from './kindNames.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['dataType', 'casting', 'type'],
  properties: {
    dataType: { type: 'string', enum: ['all', ...fieldTypes] },
    casting: nonEmptyText,
    type: { type: 'string', enum: ['default', 'custom'] },
    description: text,
  },
};

/** A function that turns a value of the source system into one of a projection's field. */
export const castFunction = defineKind({
  name: kindNames.castFunction,
  title: 'cast function',
  pluralTitle: 'cast functions',
  description: 'A function that turns a value of a source system into the value of a field of a projection.',
  identity: {
    by: 'name',
    namespace: 'cast-function',
    pattern: {
      expression: /^[\w$-]+$/,
      sentence: 'it may only hold letters without accents, digits, _, $ and -.',
    },
  },
  schema,
  references: [],
  isExportable: true,
  builtIns: { names: defaultCasts, isMeant: (spec) => spec['type'] === 'default' },
  reference: { allowed: true },
  ...adviceOf(['CAST_LANGUAGE', 'NESTED_REFERENCE']),
});
