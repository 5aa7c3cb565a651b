/** Maximum number of waiting jobs, per owner and in total. */
export interface QueueBounds {
  ofOwner: number;
  ofAll: number;
}

/** The bound that a refused job would exceed. */
export type FullQueue = 'OWNER' | 'ALL';

interface Waiting<Job> {
  owner: string;
  job: Job;
}

/**
 * A queue that is fair between owners: one job of each in turn, in order per owner. If it is full, an owner with fewer jobs is
 * still accepted: the newest job of the owner with the most jobs is dropped.
 */
export class FairQueue<Job> {
  /** Keys are in the order of turns. */
  private readonly jobsByOwner = new Map<string, Job[]>();
  private size = 0;

  constructor(private readonly bounds: QueueBounds) {}

  /** Adds a job, or returns the bound that refuses it; `givenUp` is the dropped job of another owner. */
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

  /** Removes the next job of an owner that is not busy; then its owner moves behind the others. */
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

  /** Removes and returns all jobs. */
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
