import type { ApolloServerPlugin } from '@apollo/server';
import { queryCost, type CostedOperation } from './queryCost.js';
import { refusalError, refusals } from './refusals.js';

/**
 * Refuses an operation whose answer could be too large, estimated from its page sizes.
 * @throws GraphQLError QUERY_TOO_COSTLY
 */
export function limitCost(costed: CostedOperation, maxCost: number): void {
  const cost = queryCost(costed);
  if (cost > maxCost) throw refusalError(refusals.queryTooCostly(cost, maxCost));
}

/** The same for Apollo. Not a validation rule: those do not see variables, which contain most page sizes. */
export function costLimitPlugin(maxCost: number): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request }) => {
          // None where the name of the operation fits nothing, which the execution tells.
          if (operation) limitCost({ schema, document, operation, variables: request.variables ?? {} }, maxCost);
          return Promise.resolve();
        },
      }),
  };
}
