import { defineKind } from '../../kind.js';
import { adviceOf } from './advice.js';
import { findAggregationReferences } from './findAggregationReferences.js';
import { checkSingleView } from './checkSingleView.js';
import { partsOfSingleView } from './partsOfFastData.js';
import { collectionKinds, collectionNamePattern, collectionNamespace, kindNames } from './kindNames.js';
import { rewriteAggregationReferences } from './rewriteAggregationReferences.js';
import { renameKeys } from '../../renameKeys.js';
import { mapMember } from '../../objectCopies.js';
import { isJsonObject } from '../../../../shared/json.js';
import { singleViewJsonSchema } from './singleViewJsonSchema.js';
import { isResourceName } from './specialValues.js';

const included = { requirement: 'INCLUDED', strength: 'HARD', isReference: isResourceName } as const;
const collection = { ...included, to: collectionKinds, whenMissing: 'WARN' } as const;

/** A collection that is aggregated from projections, along the conditions of an ER schema. */
export const singleView = defineKind({
  name: kindNames.singleView,
  title: 'single view',
  pluralTitle: 'single views',
  description: 'A collection that is aggregated from projections and other collections, along an ER schema.',
  identity: { by: 'name', namespace: collectionNamespace, pattern: collectionNamePattern },
  schema: singleViewJsonSchema,
  references: [
    { ...included, at: '/erSchema', to: [kindNames.erSchema], whenMissing: 'BLOCK' },
    {
      ...collection,
      at: '/aggregation/config/*/dependencies/{}',
      find: findAggregationReferences,
      rewrite: rewriteAggregationReferences,
    },
    { ...included, at: '/strategies/*/projection', to: [kindNames.projection], whenMissing: 'WARN' },
    { ...included, at: '/strategies/*/system', to: [kindNames.systemOfRecord], strength: 'SOFT', whenMissing: 'WARN' },
    { ...collection, at: '/projectionChangesSchema/config/*/paths/*/path/*' },
    { ...collection, at: '/kafkaProjectionUpdates/{}' },
  ],
  missingCode: 'UNRESOLVED_NODE',
  isExportable: true,
  ...partsOfSingleView,
  reference: { allowed: true },
  rewriteOwnName: (spec, oldName, newName) =>
    mapMember(spec, 'projectionChangesSchema', (file) =>
      isJsonObject(file)
        ? mapMember(file, 'config', (config) =>
            isJsonObject(config) ? renameKeys(config, (key) => (key === oldName ? newName : undefined)) : config,
          )
        : file,
    ),
  crossCheck: checkSingleView,
  ...adviceOf(['MISSING_SVC', 'MISSING_SVTG', 'CUSTOM_FILE_MISSING', 'NESTED_REFERENCE', 'ENDPOINTS_NOT_IMPORTED']),
});
