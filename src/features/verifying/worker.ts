/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
import { verifyCall } from './verify.call.js';

/** What worker threads do for this feature. */
export const verifyingWork = { calls: [verifyCall] };
