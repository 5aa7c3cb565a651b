export {
  defineKind,
  type AdviceFacts,
  type Capability,
  type FoundReference,
  type KindDefinition,
  type NewNameOf,
  type ReferenceDeclaration,
  type Requirement,
  type ResourceMode,
  type SpecLookup,
  type Strength,
} from './kind.js';
export type { KindPack } from './kindPack.js';
export { createKindRegistry, type KindRegistry } from './kindRegistry.js';
export type { KindReference, NewNameInNamespace } from './kindReferences.js';
export { validateName } from './validateName.js';
export { EdgeTypes, registerEdgeTypes, type EdgeType } from './edgeTypes.js';
export { KindResolver } from './kind.resolver.js';
export { CapabilityEnum, KindType, RequirementEnum, StrengthEnum, kindTypeOf } from './kind.type.js';
export { fastDataPack } from './packs/fastData/index.js';
