/** Errors of requests beyond a limit: the limit, and what to do instead. */
import { GraphQLError } from 'graphql';
import { AppError } from '../../shared/appError.js';
import type { DuplicateMember } from '../../shared/duplicateMember.js';
import { toPointer } from '../../shared/jsonPointer.js';

export const refusals = {
  queryTooLong: (limit: number) =>
    AppError.beyondLimit(
      'QUERY_TOO_LONG',
      `The query has more than ${limit} tokens. Send several queries, and pass large values as variables.`,
    ),
  queryTooDeep: (limit: number) =>
    AppError.beyondLimit(
      'QUERY_TOO_DEEP',
      `The query is nested deeper than ${limit} levels. Send several queries, and pass nested values as variables.`,
    ),
  queryTooCostly: (cost: number, limit: number) =>
    AppError.beyondLimit(
      'QUERY_TOO_COSTLY',
      `The response could contain ${Number.isSafeInteger(cost) ? cost : 'millions of'} objects, more than the ${limit} that one query may request. Request smaller pages (first), or send several queries.`,
    ),
  tooManyAliases: (limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_ALIASES',
      `The operation has more than the ${limit} aliases that are allowed. Send several operations.`,
    ),
  tooManyRootFields: (count: number, limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_ROOT_FIELDS',
      `The operation has ${count} root fields, more than the ${limit} that are allowed. Send several operations.`,
    ),
  severalOperations: () =>
    AppError.badInput(
      'The body is a list. A request holds one operation: send each operation in a request of its own.',
    ),
  duplicateKey: ({ key, path }: Pick<DuplicateMember, 'key' | 'path'>) =>
    AppError.badInput(
      `The key ${JSON.stringify(key.slice(0, 80))} occurs twice in one object of the request, at ${toPointer(path).slice(0, 400)}. Remove or rename one of the two.`,
    ),
  inputTooLong: (path: string, length: number, limit: number) =>
    AppError.beyondLimit(
      'INPUT_TOO_LARGE',
      `The value of "${path}" has ${length} characters, more than the ${limit} that are allowed. Shorten it.`,
    ),
  tooManyValues: (path: string, count: number, limit: number) =>
    AppError.beyondLimit(
      'INPUT_TOO_LARGE',
      `The list "${path}" has ${count} values, more than the ${limit} that are allowed. Send them in several requests.`,
    ),
  tooManySubscriptions: (limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_SUBSCRIPTIONS',
      `You have ${limit} running operations over WebSocket, the maximum for one principal (WAYBILL_SUBSCRIPTIONS_EACH). End one first.`,
    ),
  introspectionDisabled: () =>
    AppError.beyondLimit(
      'INTROSPECTION_DISABLED',
      'Introspection is disabled on this server (WAYBILL_INTROSPECTION is off). Use the file schema.graphql of its version.',
    ),
  operationNotAllowed: () =>
    AppError.beyondLimit(
      'OPERATION_NOT_ALLOWED',
      'This server only executes the operations of its list (WAYBILL_OPERATIONS_FILE), and this operation is not in the list. Send the exact text of a listed operation, or its name or SHA-256 hash, or ask the administrator to add this operation to the list.',
    ),
};

/** A refusal where GraphQL expects an error of its own; over HTTP it is a bad request, unless the server is only busy. */
export function refusalError(originalError: AppError): GraphQLError {
  const status = originalError.code === 'TOO_MANY_ANSWERS' ? 503 : 400;
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status } } });
}
