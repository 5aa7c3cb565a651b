import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';
import { AppError } from '../shared/appError.js';

/** Deeper than any answer is of use; a query of the examples has nine levels. What describes the schema itself may be deeper. */
const maxDepth = 25;

const rule = maxDepthRule({
  n: maxDepth,
  flattenFragments: true,
  propagateOnRejection: false,
  onReject: [
    (context) => {
      const originalError = AppError.queryTooDeep(maxDepth);
      context?.reportError(new GraphQLError(originalError.message, { originalError }));
    },
  ],
});

/** Refuses queries that are nested without measure: what they ask for grows with each level by a factor. */
export function limitDepth(context: ValidationContext): ASTVisitor {
  return rule(context);
}
