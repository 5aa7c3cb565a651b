/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { type PreparedContent, prepareContent, writeContents } from './contents.js';
export { copyBranchCall } from './copyBranch.call.js';
export { createResourceCall } from './createResource.call.js';
export { ensureRecordTexts, lacksRecordTexts, recordsOf } from './ensureRecordTexts.js';
export { deleteResourceCall } from './deleteResource.call.js';
export { detachReferenceCall } from './detachReference.call.js';
export { restoreRevisionCall } from './history/restoreRevision.call.js';
export { leavesParent, parentKept, recordParent, renamedCodeSql } from './renamedCode.js';
export { branchSpecs, NamedSpecs, type NamedSpec } from './namedSpecs.js';
export { type ComparedText, placeOfField } from './recordTexts.js';
export { recordName, shapeRecord, type ShapingParent } from './recordShapes.js';
export { renameResourceCall } from './renameResource.call.js';
export { keepRevisions } from './resourceRows.js';
export { updateResourceCall } from './updateResource.call.js';
export { hiddenAmong, hiddenIds, restrictedIds, unusableIds } from './readers/restrictedIds.js';
