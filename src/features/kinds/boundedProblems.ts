import type { Problem } from '../../shared/problem.js';

/** How many problems of one item are told one by one. */
export const maxProblemsPerItem = 50;

/** A list of problems of one item that stays small however broken the item is: beyond the bound they are only counted. */
export class BoundedProblems {
  private readonly problems: Problem[] = [];
  private count = 0;

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** Takes a function, so that a problem that is only counted is never made. */
  add(makeProblem: () => Problem): void {
    this.count += 1;
    if (this.problems.length < maxProblemsPerItem) this.problems.push(makeProblem());
  }

  /** The problems, and when some were only counted one more that says how many. */
  list(): Problem[] {
    const [first] = this.problems;
    const untold = this.count - this.problems.length;
    if (!first || untold === 0) return this.problems;
    const { code, severity } = first;
    const message = `There ${untold === 1 ? 'is 1 more problem' : `are ${untold} more problems`} like these.`;
    return [...this.problems, { code, severity, message, path: [] }];
  }
}
