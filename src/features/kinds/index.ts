export {
  type AdviceFacts,
  type Capability,
  type KindDefinition,
  type Requirement,
  type ResourceMode,
  type Strength,
} from './kind.js';
export { createKindRegistry, type KindRegistry } from './kindRegistry.js';
export { checkStructure } from './checkStructure.js';
export { EdgeTypes, registerEdgeTypes } from './edgeTypes.js';
export { KindResolver } from './kind.resolver.js';
export { CapabilityEnum, KindType, RequirementEnum, StrengthEnum, kindTypeOf } from './kind.type.js';
export { fastDataPack } from './packs/fastData/index.js';
export { entryName } from './packs/objects/entryName.js';
export { mergeDefinitionPart } from './packs/objects/mergeDefinitionPart.js';
