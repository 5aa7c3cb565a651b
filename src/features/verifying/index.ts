import type { Workers } from '../workers/index.js';
import { VerifyResolver } from './verify.resolver.js';

export { verifySnapshot, type Verification } from './verify.call.js';

/** The resolver of this feature. */
export const verifyingApi = {
  resolvers: [VerifyResolver],
  wire: ({ workers }: { workers: Workers }) => ({ parts: {}, resolvers: [new VerifyResolver(workers)] }),
};
