import type { KindRegistry } from './kindRegistry.js';
import { KindResolver, type OffPacks } from './kind.resolver.js';

export { type Capability, type Requirement, type ResourceMode, type Strength } from './kind.js';
export { type KindRegistry } from './kindRegistry.js';
export { BoundedProblems } from './boundedProblems.js';
export { checkStructure } from './checkStructure.js';
export { EdgeTypes, registerEdgeTypes } from './edgeTypes.js';
export { mayExport, type KindPack } from './kindPack.js';
export { CapabilityEnum, KindType, RequirementEnum, StrengthEnum, kindTypeOf } from './kind.type.js';
export { validateName } from './validateName.js';
export { refuseUnknownKinds } from './unknownKinds.js';
export { listed, quoted } from './wording.js';

/** The resolver of this feature. */
export const kindsApi = {
  resolvers: [KindResolver],
  wire: ({ kinds, offPacks }: { kinds: KindRegistry; offPacks: OffPacks }) => ({
    parts: {},
    resolvers: [new KindResolver(kinds, offPacks)],
  }),
};
