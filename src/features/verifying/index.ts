export { verifyCall, type Verification } from './verify.call.js';
export { VerifyResolver } from './verify.resolver.js';
