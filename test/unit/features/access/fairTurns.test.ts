import { FairTurns } from '../../../../src/features/access/fairTurns.js';

/** A job that ends when it is told to, and notes when it began. */
function jobsOf(queue: FairTurns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (key: string, name: string) =>
    queue.run(key, () => {
      begun.push(name);
      return new Promise<string>((resolve) =>
        ends.set(name, () => {
          resolve(name);
        }),
      );
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { add, begun, end };
}

describe('fair turns', () => {
  it('begins as many jobs at once as it may, and gives what they give', async () => {
    const { add, begun, end } = jobsOf(new FairTurns(2));
    const jobs = [add('a', 'a1'), add('a', 'a2'), add('a', 'a3')];
    expect(begun).toEqual(['a1', 'a2']);
    await end('a1');
    expect(begun).toEqual(['a1', 'a2', 'a3']);
    await end('a2');
    await end('a3');
    expect(await Promise.all(jobs)).toEqual(['a1', 'a2', 'a3']);
  });

  it('goes round among those who wait, however many jobs one of them brings', async () => {
    const { add, begun, end } = jobsOf(new FairTurns(1));
    for (const name of ['a1', 'a2', 'a3', 'a4']) void add('a', name);
    void add('b', 'b1');
    for (const name of ['a1', 'a2', 'b1', 'a3', 'a4']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  });

  it('goes on after a job that fails', async () => {
    const queue = new FairTurns(1);
    const failed = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('a', () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
