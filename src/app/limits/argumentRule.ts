import type { Problem } from '../../shared/problem.js';
import type { InputValue } from '../../shared/walkInput.js';

/** Returns the problem of a value of an argument, if any; `operation` as in `Mutation.createResource`. */
export type ArgumentRule = (input: InputValue, operation: string) => Problem | undefined;
