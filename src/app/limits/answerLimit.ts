import type { ApolloServerPlugin } from '@apollo/server';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { AnswerBudget } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import type { ServerContext } from '../context.js';
import { refusalError } from './refusals.js';

/** The one error in place of an answer that became too large; undefined when it did not. */
function refusalOf({ refusal }: AnswerBudget, errors: readonly GraphQLError[]): GraphQLError | undefined {
  const isMet = refusal !== undefined && errors.includes(refusal);
  return isMet && refusal.originalError instanceof AppError ? refusalError(refusal.originalError) : undefined;
}

/** What an execution gave, or why it gives nothing: half an answer would be taken for a whole one. */
export function wholeOrRefused(answer: AnswerBudget, result: ExecutionResult): ExecutionResult {
  const refusal = refusalOf(answer, result.errors ?? []);
  return refusal ? { errors: [refusal] } : result;
}

/** The same for Apollo, before it describes each of the fields that were given up. */
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
