import type { ProblemCode } from '../../src/shared/problemCode.js';

/** A problem as it goes over the wire. */
export interface ProblemState {
  code: ProblemCode;
  message: string;
  path: string[];
}

export interface Problems {
  problems: ProblemState[];
}
