import { VerifyResolver } from './verify.resolver.js';

export { verifyCall, type Verification } from './verify.call.js';
export { VerifyResolver } from './verify.resolver.js';

/** Tables and resolvers of this feature. */
export const verifyingApi = { resolvers: [VerifyResolver] };
