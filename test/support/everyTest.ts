/** What holds for every test. `scripts/build.mjs` adds a call to each file of tests. */
import fc from 'fast-check';

/** Ends what hangs. It measures nothing: beside other work a test may take ten times as long as alone. */
const patienceMs = process.env['TEST_GROUP'] === 'slow' ? 1_200_000 : 300_000;

const methodNames = ['log', 'info', 'warn', 'error', 'debug'] as const;
const original = { ...console };

/**
 * Fails a test that writes to the console: what is worth saying is expected in the test, and the rest hides the next real warning. A
 * test about console output puts a method of its own there first. Properties are tried with one seed, so that the same code gives the
 * same result; PROPERTY_SEED names another.
 */
export function holdEveryTest(): void {
  fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
  const lines: string[] = [];
  let timer: NodeJS.Timeout;

  beforeEach(() => {
    timer = setTimeout(giveUp, patienceMs);
    lines.length = 0;
    for (const name of methodNames) {
      console[name] = (...values: unknown[]) => {
        lines.push(`console.${name}: ${values.map(String).join(' ')}`);
      };
    }
  });

  afterEach(() => {
    clearTimeout(timer);
    Object.assign(console, original);
    if (lines.length > 0) throw new Error(`The test wrote to the console:\n${lines.join('\n')}`);
  });
}

/** The runner reports that the worker exited; this line says why. */
function giveUp(): void {
  // Known only once the test runs: before it, the title is that of the test before.
  const { currentTestName } = expect.getState();
  original.error(`"${currentTestName ?? 'A test'}" did not end within ${String(patienceMs / 1000)} s.`);
  process.exit(1);
}
