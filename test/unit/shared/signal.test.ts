import { Signal } from '../../../src/shared/signal.js';

describe('a signal', () => {
  it('wakes the one who waits', async () => {
    const signal = new Signal();
    const raised = signal.raised();
    signal.raise();
    await expect(raised).resolves.toBeUndefined();
  });

  it('is remembered until one caller has waited, and only once', async () => {
    const signal = new Signal();
    signal.raise();
    signal.raise();
    await signal.raised();
    const later = Symbol('later');
    expect(await Promise.race([signal.raised(), new Promise((resolve) => setTimeout(resolve, 20, later))])).toBe(later);
  });

  it('is waited for with patience', async () => {
    await expect(new Signal().raised(1)).resolves.toBeUndefined();
  });
});
