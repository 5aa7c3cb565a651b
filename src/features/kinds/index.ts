export {
  type AdviceFacts,
  type Capability,
  type KindDefinition,
  type ReferenceDeclaration,
  type Requirement,
  type ResourceMode,
  type SpecLookup,
  type Strength,
} from './kind.js';
export { createKindRegistry, type KindRegistry } from './kindRegistry.js';
export { validateName } from './validateName.js';
export { checkStructure } from './checkStructure.js';
export { EdgeTypes, registerEdgeTypes } from './edgeTypes.js';
export { KindResolver } from './kind.resolver.js';
export { CapabilityEnum, KindType, RequirementEnum, StrengthEnum, kindTypeOf } from './kind.type.js';
export { fastDataPack } from './packs/fastData/index.js';
