import { FairQueue } from '../../../src/shared/fairQueue.js';

function ordered(queue: FairQueue<string>, busyOwners: readonly string[] = []): string[] {
  const busy = new Set(busyOwners);
  const jobs: string[] = [];
  for (let next = queue.next(busy); next; next = queue.next(busy)) jobs.push(next.job);
  return jobs;
}

describe('FairQueue', () => {
  it('takes one job of each owner in turn, and those of one owner in the order given', () => {
    const queue = new FairQueue<string>({ ofOwner: 10, ofAll: 100 });
    for (const job of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.add(job.slice(0, 1), job);
    expect(ordered(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('leaves out owners that are busy, who keep their turn', () => {
    const queue = new FairQueue<string>({ ofOwner: 10, ofAll: 100 });
    for (const job of ['a1', 'b1', 'a2']) queue.add(job.slice(0, 1), job);
    expect(ordered(queue, ['a'])).toEqual(['b1']);
    expect(ordered(queue)).toEqual(['a1', 'a2']);
  });

  it('accepts no more jobs of one owner than its limit', () => {
    const queue = new FairQueue<string>({ ofOwner: 2, ofAll: 100 });
    expect(['a1', 'a2', 'a3'].map((job) => queue.add('a', job).isFull)).toEqual([undefined, undefined, 'OWNER']);
    expect(queue.add('b', 'b1')).toEqual({});
  });

  it('refuses the newest job of the owner with most jobs in favour of one with fewer, when it is full', () => {
    const queue = new FairQueue<string>({ ofOwner: 10, ofAll: 3 });
    for (const job of ['a1', 'a2', 'a3']) queue.add('a', job);
    expect(queue.add('b', 'b1')).toEqual({ givenUp: 'a3' });
    expect(queue.add('b', 'b2')).toEqual({ isFull: 'ALL' });
    expect(queue.add('a', 'a4')).toEqual({ isFull: 'ALL' });
    expect(ordered(queue)).toEqual(['a1', 'b1', 'a2']);
  });

  it('gives out all that wait when it is drained, and is empty then', () => {
    const queue = new FairQueue<string>({ ofOwner: 10, ofAll: 3 });
    queue.add('a', 'a1');
    expect(queue.drain()).toEqual(['a1']);
    expect(ordered(queue)).toEqual([]);
  });
});
