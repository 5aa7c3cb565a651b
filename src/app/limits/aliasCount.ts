import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import type { ValidationRule } from 'graphql';
import { refusalError, refusals } from './refusals.js';

/** Limits aliases: operations could request the same field many times under other names. */
export function limitAliases(maxAliases: number): ValidationRule {
  return maxAliasesRule({
    n: maxAliases,
    // Nothing is exempt: an alias that is called like a field of the schema's own is one too.
    allowList: [],
    propagateOnRejection: false,
    onReject: [(context) => context?.reportError(refusalError(refusals.tooManyAliases(maxAliases)))],
  });
}
