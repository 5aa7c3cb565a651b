import { RecentValue } from '../../../../src/app/metrics/recentValue.js';

describe('a value that is read now and then', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is read once for all who ask within five seconds', async () => {
    let count = 0;
    const value = new RecentValue(() => Promise.resolve((count += 1)));
    expect(await Promise.all([value.read(), value.read()])).toEqual([1, 1]);
    jest.advanceTimersByTime(4900);
    expect(await value.read()).toBe(1);
    jest.advanceTimersByTime(200);
    expect(await value.read()).toBe(2);
  });

  it('is nothing after a fault, and not the value before it', async () => {
    const answers = [() => Promise.resolve(1), () => Promise.reject(new Error('away')), () => Promise.resolve(3)];
    const value = new RecentValue(() => answers.shift()!());
    const found = [];
    for (let round = 0; round < 3; round += 1) {
      found.push(await value.read());
      jest.advanceTimersByTime(5100);
    }
    expect(found).toEqual([1, undefined, 3]);
  });

  it('is not waited for long, nor read again while a reading hangs', async () => {
    let count = 0;
    let answer: (value: number) => void = () => undefined;
    const value = new RecentValue(
      () =>
        new Promise<number>((resolve) => {
          count += 1;
          answer = resolve;
        }),
    );
    const first = value.read();
    jest.advanceTimersByTime(2000);
    expect(await first).toBeUndefined();
    jest.advanceTimersByTime(60_000);
    const second = value.read();
    answer(7);
    expect(await second).toBe(7);
    expect(count).toBe(1);
  });
});
