/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { changeBranch } from './changeBranch.js';
export { readOffPacks } from './offPacks.js';
export { branchLock, projectLock } from './locks.js';
export { type BranchOutcome, maxBranches } from './project.rules.js';
