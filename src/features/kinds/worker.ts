/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
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
export { KnownNames, type Candidate, type KnownName } from '../../shared/candidates.js';
/** @public */
export type { KindReference } from './foundReference.js';
/** @public */
export type { PartChanges, PartRemoval, PartTightening, PartRename } from './partChanges.js';
export type { RecordField, RecordShape } from './recordShape.js';
export { fieldsOfKind, fieldsOfShape, type RecordFields } from './recordFields.js';
export { packNameOf, type KindPack } from './kindPack.js';
export { analyticsPack } from './packs/analytics/index.js';
export { tileTypes } from './packs/analytics/dashboardTiles.js';
export { kindNames as analyticsKinds } from './packs/analytics/kindNames.js';
export { systemFlagsOf, systemFlagWarnings, withoutSystemFlags } from './packs/analytics/systemFlags.js';
export { xmlOfReport } from './packs/analytics/xmlOfReport.js';
export { fastDataPack } from './packs/fastData/index.js';
export { objectsPack } from './packs/objects/index.js';
export type { PrerequisiteRules, SourceGap, RequiredTarget, TargetOffer, Tenant } from './prerequisites.js';
export { builtInTold, isBuiltInItem, refuseBuiltInName } from './builtIns.js';
export { validateName } from './validateName.js';
export { withOriginalCode } from './originalCode.js';
export { mapElements, mapMember, valueAt } from './objectCopies.js';
export { unknownKindsIn } from './unknownKinds.js';
export { didYouMean, listed, quoted, whole } from './wording.js';
export { withoutBound, type LeftOutValue, type TellLeftOut } from './boundShape.js';
export { LeftOut, type LosingItem, type Loss } from './leftOut.js';
export { boundInAnyEntry, boundShapeOf, boundShapeOfPart } from './packs/objects/boundShapes.js';
export { withDerivedMembers } from './packs/objects/derivedMembers.js';
export {
  codeInName,
  entryName,
  isSiteName,
  ownerInName,
  siteInName,
  siteMemberOf,
  siteOfEntry,
  siteSettings,
  type SiteMember,
} from './packs/objects/entryName.js';
export { itemTitle } from './packs/objects/itemTitle.js';
export { overlayDefinitionPart } from './packs/objects/overlayDefinitionPart.js';
