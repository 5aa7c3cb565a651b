/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { EdgeTypes } from './edgeTypes.js';
export type {
  AdviceFacts,
  Capability,
  KindDefinition,
  ReferenceDeclaration,
  Requirement,
  ResourceMode,
  SpecLookup,
  Strength,
} from './kind.js';
export { type KindRegistry, createKindRegistry } from './kindRegistry.js';
export { fastDataPack } from './packs/fastData/index.js';
export { validateName } from './validateName.js';
export { entryName } from './packs/objects/entryName.js';
export { mergeDefinitionPart } from './packs/objects/mergeDefinitionPart.js';
