export { type Capability, type Requirement, type ResourceMode, type Strength } from './kind.js';
export { type KindRegistry } from './kindRegistry.js';
export { checkStructure } from './checkStructure.js';
export { EdgeTypes, registerEdgeTypes } from './edgeTypes.js';
export { KindResolver } from './kind.resolver.js';
export { type KindPack } from './kindPack.js';
export { CapabilityEnum, KindType, RequirementEnum, StrengthEnum, kindTypeOf } from './kind.type.js';
