/** GraphQL over HTTP: the media type of a response, and its status (graphql.github.io/graphql-over-http). */
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestHandler } from 'express';
import { answerType, refuseEarly } from './refuseEarly.js';

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

/** Refuses a client that accepts none of our media types, before the request is executed. */
export function refuseUnreadable(): RequestHandler {
  return (request, response, next) => {
    if (answerType(request) !== undefined) {
      next();
      return;
    }
    const message = `The response is ${json} or ${graphqlResponse}, and the Accept header of the request allows neither; nothing was done. Name one of them in the header, or leave it out.`;
    refuseEarly(response, 406, { message, code: 'NOT_ACCEPTABLE' });
  };
}

/** Codes of requests that are well formed but cannot be executed. */
const notRunnable: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
]);

/**
 * Responds to these with status 200 if a client asks for `application/json` by name: with that type, a client cannot distinguish a GraphQL
 * response with another status from the response of a proxy. Exceeded limits are refused with 400 in any case, and so is everything for
 * other clients.
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

/** A file that turns out to be too large while it is read is refused like one whose stated length is too large. */
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
