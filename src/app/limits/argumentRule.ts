import type { Problem } from '../../shared/problem.js';
import type { InputValue } from '../../shared/walkInput.js';

/** Gives what is wrong with a value of an argument, if anything; `operation` as in `Mutation.createResource`. */
export type ArgumentRule = (input: InputValue, operation: string) => Problem | undefined;
