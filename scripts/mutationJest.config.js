import { readFileSync } from 'node:fs';
import base from '../jest.config.js';

const swc = ['@swc/jest', { ...JSON.parse(readFileSync('.swcrc', 'utf8')), sourceMaps: 'inline' }];

/** For `npm run mutate` alone: Stryker changes sources one by one, so jest translates and runs each of them as it reads it. */
export default {
  ...base,
  runner: 'jest-runner',
  rootDir: '..',
  // The others ask a server, which runs what was built and not what is changed.
  testMatch: ['**/test/unit/**/*.test.ts'],
  // The other runner knows no limit.
  testTimeout: 120_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': swc },
  // One starts a thread, which needs what the build makes; the other a process that outlives a run in the same worker.
  testPathIgnorePatterns: ['staging/batchWriter\\.test', 'kinds/patterns\\.test'],
};
