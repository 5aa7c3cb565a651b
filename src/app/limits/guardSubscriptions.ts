import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import { AppError } from '../../shared/appError.js';
import { limitCost } from './costLimit.js';
import type { OperationGuard } from './operationGuard.js';
import { refusalError } from './refusals.js';
import { validationRules } from './validationRules.js';

/** The payload of a subscribe message of the graphql-ws protocol. */
interface SubscribePayload {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  extensions?: Record<string, unknown> | null | undefined;
}

/**
 * Checks the operation of a message against the same limits as one over HTTP; for `onSubscribe` of graphql-ws. Returns the
 * errors of an operation that may not run.
 */
export function guardSubscriptions(
  guard: OperationGuard,
  schema: GraphQLSchema,
): (payload: SubscribePayload) => ExecutionArgs | readonly GraphQLError[] {
  const rules = [...specifiedRules, ...validationRules(guard.limits)];
  return (payload) => {
    try {
      const { query, operationName, variables } = guard.admit(payload);
      const document = parse(query);
      const faults = validate(schema, document, rules);
      if (faults.length > 0) return faults;
      const operation = getOperationAST(document, operationName);
      if (operation) limitCost({ schema, document, operation, variables: variables ?? {} }, guard.limits.maxCost);
      return { schema, document, operationName, variableValues: variables };
    } catch (error) {
      if (error instanceof AppError) return [refusalError(error)];
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  };
}
