import type { KindDefinition } from '../../kind.js';
import { definitionOffer } from './definitionNeeds.js';
import { kindNames } from './kindNames.js';

/** The original lets an administrator set the length of names (`entity.nameMaxLength`); this is the most that is taken here. */
const maxLength = 255;

/** The original's code for whatever is wrong with a file and has no code of its own. */
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

/** What reports have in common: a name that is a title, and perhaps a collection. */
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

/** Definitions are deployed by other means and are there or not: they never travel, and where they are needed that is a requirement. */
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
