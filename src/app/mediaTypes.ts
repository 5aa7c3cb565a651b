/** GraphQL over HTTP: which media type an answer has, and which status goes with it (graphql.github.io/graphql-over-http). */
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestHandler } from 'express';
import { answerType, refuseEarly } from './refuseEarly.js';

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

/** Refuses a client that could not read the answer, before anything is done for it. */
export function refuseUnreadable(): RequestHandler {
  return (request, response, next) => {
    if (answerType(request) !== undefined) {
      next();
      return;
    }
    const message = `The answer is ${json} or ${graphqlResponse}, and the accept header of the request takes neither; nothing was done. Name one of them there, or leave the header out.`;
    refuseEarly(response, 406, { message, code: 'NOT_ACCEPTABLE' });
  };
}

/** Codes of requests that are well formed and can't be run as they are. */
const notRunnable: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
]);

/**
 * Answers those with the status 200 where a client asks for `application/json` by name: of that type, a client can't tell an answer of
 * GraphQL with another status from one that a proxy made. Limits are refused with 400 all the same, and so is anything to other
 * clients.
 */
export function statusByMediaType(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response: { body, http } }) => {
          const accept = request.http?.headers.get('accept') ?? '';
          const isOlderClient = accept.includes(json) && !accept.includes(graphqlResponse);
          if (body.kind !== 'single' || !isOlderClient) return Promise.resolve();
          const { data, errors = [] } = body.singleResult;
          const isRefused = data === undefined && errors.length > 0;
          if (isRefused && errors.every(({ extensions }) => notRunnable.has(extensions?.['code']))) http.status = 200;
          return Promise.resolve();
        },
      }),
  };
}

/** A file that shows that it is too large only while it comes is refused as one that says so at once. */
export function statusOfLargeFiles(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body, http } }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          if (errors.some(({ extensions }) => extensions?.['code'] === 'FILE_TOO_LARGE')) http.status = 413;
          return Promise.resolve();
        },
      }),
  };
}
