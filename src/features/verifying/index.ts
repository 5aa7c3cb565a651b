import { VerifyResolver } from './verify.resolver.js';

export { verifySnapshot, type Verification } from './verify.call.js';
export { VerifyResolver } from './verify.resolver.js';

/** Tables and resolvers of this feature. */
export const verifyingApi = { resolvers: [VerifyResolver] };
