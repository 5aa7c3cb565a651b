import { readFileSync } from 'node:fs';
import base from '../jest.config.js';

const swc = ['@swc/jest', { ...JSON.parse(readFileSync('.swcrc', 'utf8')), sourceMaps: 'inline' }];

/** For `npm run mutate` alone: Stryker changes sources one by one, so jest translates and runs each of them as it reads it. */
export default {
  ...base,
  runner: 'jest-runner',
  rootDir: '..',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': swc },
  // It starts a thread, which needs what the build makes.
  testPathIgnorePatterns: ['staging/batchWriter\\.test'],
};
