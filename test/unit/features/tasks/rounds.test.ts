import { Rounds } from '../../../../src/features/tasks/rounds.js';

const longMs = 3_600_000;

/** A work whose rounds end when they are let. */
class Work {
  begunCount = 0;
  private readonly ends: (() => void)[] = [];

  readonly round = () => {
    this.begunCount += 1;
    return new Promise<void>((resolve) => this.ends.push(resolve));
  };

  async endRound(): Promise<void> {
    await turn();
    this.ends.shift()?.();
    await turn();
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const timerCount = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

describe('rounds of a work', () => {
  it('follow each other when they are asked for while one is under way, and leave no timer', async () => {
    const timersBefore = timerCount();
    const work = new Work();
    const rounds = new Rounds(work.round, longMs);
    rounds.begin();
    rounds.begin();
    await turn();
    expect(work.begunCount).toBe(1);
    await work.endRound();
    expect(work.begunCount).toBe(2);
    await work.endRound();
    expect(timerCount()).toBe(timersBefore + 1);
    await rounds.close();
    expect(timerCount()).toBe(timersBefore);
  });

  it('are waited for when they are closed, and none begins then', async () => {
    const work = new Work();
    const rounds = new Rounds(work.round, longMs);
    rounds.begin();
    rounds.begin();
    await turn();
    let isClosed = false;
    const closed = rounds.close().then(() => (isClosed = true));
    await turn();
    expect(isClosed).toBe(false);
    await work.endRound();
    await closed;
    expect(work.begunCount).toBe(1);
  });

  it('repeat by themselves', async () => {
    let count = 0;
    const twice = new Promise<void>((resolve) => {
      const rounds = new Rounds(() => {
        count += 1;
        if (count === 2) void rounds.close();
        if (count === 2) resolve();
        return Promise.resolve();
      }, 1);
      rounds.begin();
    });
    await twice;
    expect(count).toBe(2);
  });
});
