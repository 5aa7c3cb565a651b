import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { ValidationRule } from 'graphql';
import { refusalError, refusals } from './refusals.js';

/** Limits the nesting of queries: the size of the answer multiplies with each level. */
export function limitDepth(maxDepth: number): ValidationRule {
  return maxDepthRule({
    n: maxDepth,
    flattenFragments: true,
    propagateOnRejection: false,
    onReject: [(context) => context?.reportError(refusalError(refusals.queryTooDeep(maxDepth)))],
  });
}
