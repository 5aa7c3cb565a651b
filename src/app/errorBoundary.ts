import { ApolloServerErrorCode } from '@apollo/server/errors';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { meaningOf } from '../database/index.js';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';
import type { QueryLimits } from '../shared/config.js';
import { isDiskFull } from '../shared/diskFull.js';
import { withDigits } from '../shared/exactNumbers.js';
import { observed } from '../shared/observed.js';

const protocolCodes = new Set<unknown>(Object.values(ApolloServerErrorCode));

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
type Introspection = Pick<QueryLimits, 'isIntrospectionAllowed'>;

/** The error as a client sees it: its own mistakes and AppErrors unchanged, any other error as a ref that is also in the log. */
export function formatError(logger: Logger, limits: Introspection): FormatError {
  const format = formatOf(logger, limits);
  return (given, error) => {
    const formatted = format(given, error);
    observed.refused.tell(String(formatted.extensions?.['code']));
    return formatted;
  };
}

function formatOf(logger: Logger, { isIntrospectionAllowed }: Introspection): FormatError {
  return (given, error) => {
    const formatted = { ...given, message: withDigits(given.message) };
    const cause = asToldOf(meaningOf(causeOf(error)));
    if (cause instanceof AppError && cause.code !== 'INTERNAL') {
      const told = withCode(formatted, cause.message, cause.code);
      return cause.fix === undefined ? told : { ...told, extensions: { ...told.extensions, fix: cause.fix } };
    }
    const isHttp = typeof (cause as { status?: unknown } | null)?.status === 'number';
    if (isHttp && (cause as { expose?: unknown }).expose === true) {
      return withCode(formatted, (cause as Error).message, 'BAD_USER_INPUT');
    }
    const code = formatted.extensions?.['code'];
    const message = isIntrospectionAllowed ? formatted.message : withoutSuggestion(formatted.message);
    if (code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR && protocolCodes.has(code))
      return withCode(formatted, message, code);
    if (cause instanceof GraphQLError && cause === error) {
      // graphql-js stops after fifty errors in variables; Apollo treats that as an error of the server.
      const isUnmarked = code === undefined || code === ApolloServerErrorCode.INTERNAL_SERVER_ERROR;
      return withCode(formatted, message, isUnmarked ? 'BAD_USER_INPUT' : code);
    }
    const ref = newId();
    logger.error({ ref, error: cause }, 'internal error');
    return withCode(formatted, `Internal error (ref ${ref}).`, 'INTERNAL');
  };
}

/**
 * What ended a subscription between two events, such as a lost database. It has no place in the operation, as a resolver's fault has: unmarked, it
 * would pass for a mistake of the client, and be shown as it is.
 */
export function faultBetweenEvents(error: unknown): AppError {
  const meaning = asToldOf(meaningOf(error));
  return meaning instanceof AppError ? meaning : AppError.internal('The next event could not be read.', error);
}

/** Turns known errors of libraries and the system into AppErrors. */
function asToldOf(thrown: unknown): unknown {
  if (isDiskFull(thrown)) return AppError.diskFull(thrown);
  return thrown instanceof Error && thrown.message === malformedPart ? AppError.badInput(malformed) : thrown;
}

/** The error of the upload library for a part with a malformed header. */
const malformedPart = 'Malformed part header';
const malformed =
  'The header of a part of the upload is malformed; a file name with control characters makes it so. Send it again.';

/** The error that a resolver threw, or the reason of a validation rule. */
function causeOf(error: unknown): unknown {
  const { originalError } = error instanceof GraphQLError ? error : {};
  return originalError instanceof AppError ? originalError : unwrapResolverError(error);
}

/** Removes the suggested names that graphql-js adds after an unknown name. */
function withoutSuggestion(message: string): string {
  const at = message.endsWith('?') ? message.lastIndexOf('Did you mean ') : -1;
  return at === -1 ? message : message.slice(0, at).trimEnd();
}

/** Stack traces stay in the log. */
function withCode(formatted: GraphQLFormattedError, message: string, code: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions: { code } };
}
