import type { ApolloServerPlugin } from '@apollo/server';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { AnswerBudget } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import type { ServerContext } from '../context.js';
import { refusalError } from './refusals.js';

/** The error that replaces a too large answer; undefined if it is not too large. */
function refusalOf({ refusal }: AnswerBudget, errors: readonly GraphQLError[]): GraphQLError | undefined {
  const isMet = refusal !== undefined && errors.includes(refusal);
  return isMet && refusal.originalError instanceof AppError ? refusalError(refusal.originalError) : undefined;
}

/** The result of an execution, or only the error: a partial answer could be taken for a complete one. */
export function wholeOrRefused(answer: AnswerBudget, result: ExecutionResult): ExecutionResult {
  const refusal = refusalOf(answer, result.errors ?? []);
  return refusal ? { errors: [refusal] } : result;
}

/** The same for Apollo, before it formats the error of each field. */
export function answerLimitPlugin(): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: () => {
      let isRefused = false;
      return Promise.resolve({
        didEncounterErrors: ({ contextValue, errors }) => {
          const refusal = refusalOf(contextValue.answer, errors);
          isRefused = refusal !== undefined;
          // Apollo goes on with this very list.
          if (refusal) (errors as GraphQLError[]).splice(0, errors.length, refusal);
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          if (isRefused && body.kind === 'single') delete body.singleResult.data;
          return Promise.resolve();
        },
      });
    },
  };
}
