import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import type { ValidationRule } from 'graphql';
import { refusalError, refusals } from './refusals.js';

/** Refuses operations that ask for the same fields over and over, each time under another name. */
export function limitAliases(maxAliases: number): ValidationRule {
  return maxAliasesRule({
    n: maxAliases,
    // Nothing is exempt: an alias that is called like a field of the schema's own is one too.
    allowList: [],
    propagateOnRejection: false,
    onReject: [(context) => context?.reportError(refusalError(refusals.tooManyAliases(maxAliases)))],
  });
}
