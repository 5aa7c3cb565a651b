import { Bell } from '../../../../src/features/callbacks/bell.js';

const hourMs = 3_600_000;

describe('a bell', () => {
  it('wakes who waits', async () => {
    const bell = new Bell();
    const waited = bell.rung(hourMs);
    bell.ring();
    await expect(waited).resolves.toBeUndefined();
  });

  it('is heard once by who begins to wait after it rang', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    await bell.rung(hourMs);
    let isHeardAgain = false;
    const again = bell.rung(hourMs).then(() => (isHeardAgain = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isHeardAgain).toBe(false);
    bell.ring();
    await again;
  });

  it('lets nobody wait for longer than they want', async () => {
    await expect(new Bell().rung(1)).resolves.toBeUndefined();
  });
});
