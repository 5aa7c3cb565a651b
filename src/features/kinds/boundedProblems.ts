import type { Problem } from '../../shared/problem.js';

/** Maximum number of problems of one item that are reported one by one. */
export const maxProblemsPerItem = 50;

/**
 * Collects the problems of one item. Beyond the maximum they are only counted, so the list stays small however broken the item
 * is.
 */
export class BoundedProblems {
  private readonly problems: Problem[] = [];
  private count = 0;

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** Takes a function, so that a problem beyond the maximum is not created. */
  add(makeProblem: () => Problem): void {
    this.count += 1;
    if (this.problems.length < maxProblemsPerItem) this.problems.push(makeProblem());
  }

  /** The problems, and one more with the number of those that were only counted. */
  list(): Problem[] {
    const [first] = this.problems;
    const untold = this.count - this.problems.length;
    if (!first || untold === 0) return this.problems;
    const { code, severity } = first;
    const message = `There ${untold === 1 ? 'is 1 more problem' : `are ${untold} more problems`} like these.`;
    return [...this.problems, { code, severity, message, path: [] }];
  }
}
