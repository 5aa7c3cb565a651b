/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
import { verifyCall } from './verify.call.js';

/** Calls that run in worker threads. */
export const verifyingWork = { calls: [verifyCall] };
