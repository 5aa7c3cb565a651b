import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { adviceOf } from './advice.js';
import { text } from './dataModelSchema.js';
import { kindNames } from './kindNames.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['adapter'],
  properties: {
    adapter: { type: 'string', enum: ['basic', 'golden-gate', 'debezium', 'custom'] },
    description: text,
    settings: { type: 'object' },
  },
};

/**
 * A source system; it contains projections. References to it require no capability, unlike those to projections: a system is
 * only a name and an adapter.
 */
export const systemOfRecord = defineKind({
  name: kindNames.systemOfRecord,
  title: 'System of Record',
  pluralTitle: 'Systems of Record',
  description: 'A system that data comes from, with the adapter that reads its messages; it contains projections.',
  identity: { by: 'name', namespace: 'system-of-record' },
  schema,
  references: [],
  isExportable: true,
  reference: { allowed: true },
  ...adviceOf(['MISSING_WRITER_SERVICE', 'MISSING_MESSAGE_FORMAT', 'NESTED_REFERENCE']),
});
