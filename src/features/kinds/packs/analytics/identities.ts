import type { KindDefinition } from '../../kind.js';
import { definitionOffer } from './definitionPrerequisites.js';
import { kindNames } from './kindNames.js';

/** The original has a setting for the length of names (`entity.nameMaxLength`); this is the maximum here. */
const maxLength = 255;

/** The original's code for a file error without a code of its own. */
export const fileInvalid = 'importFileInvalid';

const entityCodes = { name: 'importNameInvalid', spec: fileInvalid, missing: fileInvalid };
const definitionCodes = {
  spec: fileInvalid,
  missing: 'importDefinitionDoesNotExist',
  forbidden: 'importDefinitionForbidden',
};

function titledBy(namespace: string): KindDefinition['identity'] {
  return { by: 'name', namespace, maxLength, isFreeText: true };
}

/** Members that reports share: names are titles, and the collection is optional. */
export const report = {
  identity: titledBy('analytics-report'),
  parentKind: kindNames.collection,
  isParentOptional: true,
  isExportable: true,
  reference: { allowed: true },
  originalCodes: entityCodes,
} as const satisfies Partial<KindDefinition>;

export const dashboardIdentity = { ...report, identity: titledBy(kindNames.dashboard) };

export const collectionIdentity = {
  identity: titledBy(kindNames.collection),
  isExportable: true,
  reference: { allowed: true },
  originalCodes: {
    ...entityCodes,
    sourceMissing: 'nonDefinitionScopeCompliantConflict',
    tenantMissing: 'nonTenantScopeCompliantConflict',
  },
} as const satisfies Partial<KindDefinition>;

/** Definitions are deployed by other means: they are never exported, and become prerequisites. */
export function definitionOf(kindName: string): Pick<KindDefinition, DefinitionMember> {
  return {
    identity: { by: 'name', namespace: kindName, maxLength },
    isExportable: false,
    reference: { allowed: false },
    originalCodes: definitionCodes,
    references: [],
    offers: definitionOffer,
  };
}

type DefinitionMember = 'identity' | 'isExportable' | 'reference' | 'originalCodes' | 'references' | 'offers';
