import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 60_000;

type Matchers<T> = jest.Matchers<Promise<void>, T>;

/**
 * `expect` for what may still be on its way, such as what a page shows: `await soon(() => field.inputValue()).toBe('one')` reads again until
 * the matcher holds. After a minute the test fails with what the matcher said last.
 */
export function soon<T>(read: () => Promise<T> | T): Matchers<T> & { not: Matchers<T> } {
  const matcher =
    (name: string, isNegated: boolean) =>
    (...expected: unknown[]) =>
      untilItHolds(async () => {
        const expectation = isNegated ? expect(await read()).not : expect(await read());
        (expectation as unknown as Record<string, (...given: unknown[]) => void>)[name]!(...expected);
      });
  const not = new Proxy({}, { get: (_, name) => matcher(String(name), true) });
  const get = (_: object, name: string | symbol) => (name === 'not' ? not : matcher(String(name), false));
  return new Proxy({}, { get }) as Matchers<T> & { not: Matchers<T> };
}

async function untilItHolds(check: () => Promise<void>): Promise<void> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (fault) {
      if (performance.now() > end) throw fault;
    }
    await pause(50);
  }
}
