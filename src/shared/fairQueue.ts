/** How many jobs may wait at once: of one owner, and of all together. */
export interface QueueBounds {
  ofOwner: number;
  ofAll: number;
}

/** Which bound a job that was not taken goes beyond. */
export type FullQueue = 'OWNER' | 'ALL';

interface Waiting<Job> {
  owner: string;
  job: Job;
}

/**
 * Jobs that wait for a place, fair between owners: one job of each in turn, and the jobs of one owner in the order given. When it is full,
 * an owner with fewer jobs still gets in: the newest job of whoever has most is given up for it.
 */
export class FairQueue<Job> {
  /** The order of its keys is the order of turns. */
  private readonly jobsByOwner = new Map<string, Job[]>();
  private size = 0;

  constructor(private readonly bounds: QueueBounds) {}

  /** Takes a job, or says which bound keeps it out; `givenUp` is a job of another owner that had to go for it. */
  add(owner: string, job: Job): { isFull?: FullQueue; givenUp?: Job } {
    const own = this.jobsByOwner.get(owner) ?? [];
    if (own.length >= this.bounds.ofOwner) return { isFull: 'OWNER' };
    const givenUp = this.size >= this.bounds.ofAll ? this.takeNewestOfGreediest(own.length + 1) : undefined;
    if (this.size >= this.bounds.ofAll) return { isFull: 'ALL' };
    own.push(job);
    this.jobsByOwner.set(owner, own);
    this.size += 1;
    return givenUp === undefined ? {} : { givenUp };
  }

  /** The job whose turn it is, of an owner that is not busy; its owner's next one comes after one of each other owner. */
  next(busyOwners?: ReadonlySet<string>): Waiting<Job> | undefined {
    for (const [owner, jobs] of this.jobsByOwner) {
      if (busyOwners?.has(owner)) continue;
      const job = jobs.shift();
      this.jobsByOwner.delete(owner);
      if (job === undefined) continue;
      if (jobs.length > 0) this.jobsByOwner.set(owner, jobs);
      this.size -= 1;
      return { owner, job };
    }
    return undefined;
  }

  /** Takes out all that wait. */
  drain(): Job[] {
    const jobs = [...this.jobsByOwner.values()].flat();
    this.jobsByOwner.clear();
    this.size = 0;
    return jobs;
  }

  private takeNewestOfGreediest(count: number): Job | undefined {
    let greediest: Job[] = [];
    for (const jobs of this.jobsByOwner.values()) if (jobs.length > greediest.length) greediest = jobs;
    if (greediest.length <= count) return undefined;
    this.size -= 1;
    return greediest.pop();
  }
}
