import { defineKind } from '../../kind.js';
import { adviceOf } from './advice.js';
import { checkErSchemaFields } from './checkErSchemaFields.js';
import { erSchemaJsonSchema } from './erSchemaJsonSchema.js';
import { partsOfErSchema } from './partsOfFastData.js';
import { collectionKinds, kindNames } from './kindNames.js';
import { isResourceName } from './specialValues.js';

/** Like the editor of the product, an import only warns about an unknown node. */
const node = {
  to: collectionKinds,
  requirement: 'INCLUDED',
  strength: 'HARD',
  whenMissing: 'WARN',
  isReference: isResourceName,
} as const;

/** The relations between collections and their conditions. Its nodes are the keys of `config` and of every `outgoing`. */
export const erSchema = defineKind({
  name: kindNames.erSchema,
  title: 'ER schema',
  pluralTitle: 'ER schemas',
  description:
    'The relations between projections, single views and collections; single views are aggregated along them.',
  identity: { by: 'name', namespace: 'er-schema' },
  schema: erSchemaJsonSchema,
  references: [
    { ...node, at: '/config/{}' },
    { ...node, at: '/config/*/outgoing/{}' },
  ],
  isExportable: true,
  ...partsOfErSchema,
  reference: { allowed: true },
  crossCheck: checkErSchemaFields,
  ...adviceOf(['CUSTOM_FILE_MISSING', 'NESTED_REFERENCE']),
});
