import { availableParallelism } from 'node:os';

/** `npm run test:built` builds the tests first: jest finds them by their sources and runs what was built of them. */
export default {
  runner: '<rootDir>/test/support/builtTestRunner.mjs',
  roots: ['<rootDir>/src', '<rootDir>/client', '<rootDir>/test'],
  // Two folders are groups of their own: `npm run test:browser` needs Chromium, `npm run test:slow` takes long.
  testMatch: [`**/test/${process.env.TEST_GROUP ?? '!(slow|browser)'}/**/*.test.ts`],
  // Each worker waits for its server most of the time. On two cores, two workers use three quarters of the processor time.
  maxWorkers: Math.max(3, availableParallelism()),
  // `--onlyChanged` follows the imports of the sources.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/support/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
  setupFiles: ['reflect-metadata'],
};
