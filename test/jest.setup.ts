import fc from 'fast-check';

/** Properties are tried with one seed, so the same code gives the same result. Set PROPERTY_SEED to another number to try others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });

/**
 * Fails a test that writes to the console: what is worth saying is expected in the test, and the rest hides the next real
 * warning. A test about console output puts a method of its own there first.
 */
const methodNames = ['log', 'info', 'warn', 'error', 'debug'] as const;

const original = { ...console };
const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const name of methodNames) {
    console[name] = (...values: unknown[]) => {
      lines.push(`console.${name}: ${values.map(String).join(' ')}`);
    };
  }
});

afterEach(() => {
  Object.assign(console, original);
  if (lines.length > 0) throw new Error(`The test wrote to the console:\n${lines.join('\n')}`);
});
