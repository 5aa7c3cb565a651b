import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { ValidationRule } from 'graphql';
import { refusalError, refusals } from './refusals.js';

/** Refuses queries that are nested without measure: what they ask for grows with each level by a factor. */
export function limitDepth(maxDepth: number): ValidationRule {
  return maxDepthRule({
    n: maxDepth,
    flattenFragments: true,
    propagateOnRejection: false,
    onReject: [(context) => context?.reportError(refusalError(refusals.queryTooDeep(maxDepth)))],
  });
}
