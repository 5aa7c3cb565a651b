/** What is said to a request that goes beyond a limit: the limit, and what to do instead. */
import { GraphQLError } from 'graphql';
import { AppError } from '../../shared/appError.js';

export const refusals = {
  queryTooLong: (limit: number) =>
    AppError.beyondLimit(
      'QUERY_TOO_LONG',
      `The query has more than ${limit} tokens. Ask in several queries, and give large values as variables.`,
    ),
  queryTooDeep: (limit: number) =>
    AppError.beyondLimit(
      'QUERY_TOO_DEEP',
      `The query is nested deeper than ${limit} levels. Ask in several queries, and give nested values as variables.`,
    ),
  queryTooCostly: (cost: number, limit: number) =>
    AppError.beyondLimit(
      'QUERY_TOO_COSTLY',
      `The answer could hold ${Number.isSafeInteger(cost) ? cost : 'millions of'} objects, more than the ${limit} that one query may ask for. Ask for smaller pages (first), or in several queries.`,
    ),
  tooManyAliases: (limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_ALIASES',
      `The operation has more than the ${limit} aliases that one may have. Ask in several operations.`,
    ),
  tooManyRootFields: (count: number, limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_ROOT_FIELDS',
      `The operation asks for ${count} fields at its top, more than the ${limit} that one may ask for. Ask in several operations.`,
    ),
  severalOperations: () =>
    AppError.badInput(
      'The body is a list. A request holds one operation: send each operation in a request of its own.',
    ),
  inputTooLong: (path: string, length: number, limit: number) =>
    AppError.beyondLimit(
      'INPUT_TOO_LARGE',
      `The value of "${path}" has ${length} characters, more than the ${limit} that it may have. Shorten it.`,
    ),
  tooManyValues: (path: string, count: number, limit: number) =>
    AppError.beyondLimit(
      'INPUT_TOO_LARGE',
      `The list "${path}" has ${count} values, more than the ${limit} that it may have. Send them in several requests.`,
    ),
  tooManyTasks: (limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_TASKS',
      `You have ${limit} tasks that wait or run, as many as one principal may have at once (WAYBILL_TASKS_EACH). Wait until one ends, or cancel one.`,
    ),
  tooManyStoredBytes: (stored: number, limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_STORED_BYTES',
      `The files of your tasks, uploads and what exports and imports wrote, have ${stored} bytes; at ${limit} a principal begins no more tasks (WAYBILL_STORED_BYTES_EACH). Ask who runs this server to raise that, or use another principal.`,
    ),
  tooManySubscriptions: (limit: number) =>
    AppError.beyondLimit(
      'TOO_MANY_SUBSCRIPTIONS',
      `You have ${limit} operations under way over WebSocket, as many as one principal may have at once (WAYBILL_SUBSCRIPTIONS_EACH). End one first.`,
    ),
  introspectionDisabled: () =>
    AppError.beyondLimit(
      'INTROSPECTION_DISABLED',
      'This server does not describe its schema (WAYBILL_INTROSPECTION is off). Use the schema.graphql of its version.',
    ),
  operationNotAllowed: () =>
    AppError.beyondLimit(
      'OPERATION_NOT_ALLOWED',
      'This server runs only the operations of its list (WAYBILL_OPERATIONS_FILE), and this is none of them. Send one of them as it stands there, or its name or SHA-256 hash; or have it added to the list.',
    ),
};

/** A refusal where GraphQL expects an error of its own; over HTTP it is a bad request, unless the server is only busy. */
export function refusalError(originalError: AppError): GraphQLError {
  const status = originalError.code === 'TOO_MANY_ANSWERS' ? 503 : 400;
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status } } });
}
