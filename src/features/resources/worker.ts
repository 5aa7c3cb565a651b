/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
import { copyBranchCall } from './copyBranch.call.js';
import { createResourceCall } from './createResource.call.js';
import { deleteResourceCall } from './deleteResource.call.js';
import { detachReferenceCall } from './detachReference.call.js';
import { restoreRevisionCall } from './history/restoreRevision.call.js';
import { renameResourceCall } from './renameResource.call.js';
import { updateResourceCall } from './updateResource.call.js';

export { type PreparedContent, prepareContent, writeContents, writeUnindexed } from './contents.js';
export { deleteBranchResources } from './deleteBranchResources.js';
export { beginUnusedContents, noteContents, sweepContents } from './unusedContents.js';
export { edgesTo, indexEdges } from './edgesByTarget.js';
export { branchSpecs, NamedSpecs, type NamedSpec } from './namedSpecs.js';
export { forgetLostTargets } from './bindingTargets.js';
export { changeResource, keepRevisions } from './resourceRows.js';
export { leadsTo, referrersByName, referringEdges } from './referrers.js';
export { isNamed } from './resourceName.sql.js';
export { hiddenAmong, hiddenIds, restrictedIds, unusableIds } from './readers/restrictedIds.js';

/** Calls that run in worker threads. */
export const resourcesWork = {
  calls: [
    copyBranchCall,
    createResourceCall,
    deleteResourceCall,
    detachReferenceCall,
    renameResourceCall,
    restoreRevisionCall,
    updateResourceCall,
  ],
};
