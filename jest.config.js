import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Tests run as ES modules: `NODE_OPTIONS=--experimental-vm-modules jest` (the npm scripts set it). */
const swc = ['@swc/jest', { ...JSON.parse(readFileSync('.swcrc', 'utf8')), sourceMaps: 'inline' }];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/test/!(slow)/**/*.test.ts'],
  // Each worker waits for its server most of the time: on few cores, one worker fewer than cores leaves the machine idle.
  maxWorkers: Math.max(2, availableParallelism()),
  // A worker whose heap has grown large takes longer to end than jest waits for it.
  workerIdleMemoryLimit: '400MB',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': swc },
  globalSetup: '<rootDir>/test/support/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/jest.setup.ts'],
  // Ends what hangs. It measures nothing: beside other work a test may take ten times as long as alone.
  testTimeout: 300_000,
};
