/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
export { changeBranch } from './changeBranch.js';
export { readOffPacks } from './offPacks.js';
export { branchLock, projectLock } from './locks.js';
export { projectIdOf } from './projectIdOf.js';
export { type BranchOutcome, maxBranches } from './project.rules.js';
