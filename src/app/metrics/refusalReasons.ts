import type { ApolloServerErrorCode } from '@apollo/server/errors';
import type { AppErrorCode } from '../../shared/appError.js';

type Reason = 'credentials' | 'rights' | 'limits' | 'unavailable' | 'request';

/** Codes that no client receives, and what is no refusal. */
type Unseen =
  | 'LOCK_HELD'
  | 'CONFIGURATION_INVALID'
  | 'TASK_CANCELLED'
  | 'INTERNAL'
  | `${ApolloServerErrorCode.INTERNAL_SERVER_ERROR}`;

/** Codes of refusals that are no AppError. */
type RequestCode =
  | 'BAD_REQUEST'
  | 'NOT_ACCEPTABLE'
  | 'ORIGIN_NOT_ALLOWED'
  | 'PAYLOAD_TOO_LARGE'
  | 'REQUEST_STALLED'
  | 'REQUEST_TOO_SLOW'
  | 'STARTING'
  | 'TOO_MANY_CONNECTIONS'
  | 'TOO_MANY_SOCKETS'
  | 'UPLOAD_LIMIT_REACHED';

type RefusalCode = Exclude<AppErrorCode | RequestCode | `${ApolloServerErrorCode}`, Unseen>;

const reasonByCode: Readonly<Record<RefusalCode, Reason>> = {
  UNAUTHENTICATED: 'credentials',
  TOO_MANY_ATTEMPTS: 'credentials',
  FORBIDDEN: 'rights',
  ORIGIN_NOT_ALLOWED: 'rights',
  INTROSPECTION_DISABLED: 'rights',
  OPERATION_NOT_ALLOWED: 'rights',
  ANSWER_TOO_LARGE: 'limits',
  FILE_TOO_LARGE: 'limits',
  INPUT_TOO_LARGE: 'limits',
  PAYLOAD_TOO_LARGE: 'limits',
  QUERY_TOO_COSTLY: 'limits',
  QUERY_TOO_DEEP: 'limits',
  QUERY_TOO_LONG: 'limits',
  QUERY_TOO_SLOW: 'limits',
  REQUEST_STALLED: 'limits',
  REQUEST_TOO_SLOW: 'limits',
  TOO_MANY_ALIASES: 'limits',
  TOO_MANY_ANSWERS: 'limits',
  TOO_MANY_CONNECTIONS: 'limits',
  TOO_MANY_HEAVY_READS: 'limits',
  TOO_MANY_ROOT_FIELDS: 'limits',
  TOO_MANY_SOCKETS: 'limits',
  TOO_MANY_STORED_BYTES: 'limits',
  TOO_MANY_SUBSCRIPTIONS: 'limits',
  TOO_MANY_TASKS: 'limits',
  UPLOAD_LIMIT_REACHED: 'limits',
  DATABASE_BUSY: 'unavailable',
  DATABASE_UNAVAILABLE: 'unavailable',
  DISK_FULL: 'unavailable',
  FILES_UNAVAILABLE: 'unavailable',
  IDENTITY_PROVIDER_UNAVAILABLE: 'unavailable',
  SHUTTING_DOWN: 'unavailable',
  STARTING: 'unavailable',
  BAD_REQUEST: 'request',
  BAD_USER_INPUT: 'request',
  GRAPHQL_PARSE_FAILED: 'request',
  GRAPHQL_VALIDATION_FAILED: 'request',
  NOT_ACCEPTABLE: 'request',
  NOT_FOUND: 'request',
  OPERATION_RESOLUTION_FAILURE: 'request',
  PERSISTED_QUERY_NOT_FOUND: 'request',
  PERSISTED_QUERY_NOT_SUPPORTED: 'request',
};

/** The labels of a refusal. */
export interface Refusal {
  reason: Reason;
  code: string;
}

/** Each code that has a reason of its own. */
export const knownRefusals: readonly Refusal[] = Object.entries(reasonByCode).map(([code, reason]) => ({
  reason,
  code,
}));

const refusalByCode = new Map(knownRefusals.map((refusal) => [refusal.code, refusal]));
const other: Refusal = { reason: 'request', code: 'OTHER' };

export function refusalOf(code: string): Refusal {
  return refusalByCode.get(code) ?? other;
}
