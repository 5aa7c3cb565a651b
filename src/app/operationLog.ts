/**
 * Logs the operations and their duration at the level `debug`: only names, because variables and texts may be confidential. Observers are
 * told neither: names are chosen by clients.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { BegunSpan } from '../shared/spans.js';
import { observed, type GivenAnswer } from '../shared/observed.js';

/** The end of a watched operation, with nothing where no operation was found. */
type EndOperation = (operation: OperationDefinitionNode | null | undefined, answer: Answer, span?: BegunSpan) => void;

/** What an operation was answered with. */
interface Answer {
  data?: unknown;
  errors?: readonly unknown[];
}

/** Names are chosen by clients. */
const maxNameLength = 100;

/** Begins to watch an operation; what it gives is called when that is answered. */
export function watchOperation(logger: Logger): EndOperation {
  const startedAt = performance.now();
  return (operation, answer, span) => {
    const durationMs = performance.now() - startedAt;
    const type = operation?.operation;
    logger.debug(
      { operation: operation?.name?.value ?? null, type: type ?? null, durationMs: Math.round(durationMs) },
      'operation',
    );
    const outcome = outcomeOf(answer);
    observed.answered.tell({ type, outcome, seconds: durationMs / 1000 });
    const name = [type ?? 'graphql', operation?.name?.value.slice(0, maxNameLength) ?? ''].join(' ').trim();
    span?.end({ name, fault: outcome === 'COMPLETE' ? undefined : outcome });
  };
}

function outcomeOf({ data, errors = [] }: Answer): GivenAnswer['outcome'] {
  if (errors.length === 0) return 'COMPLETE';
  return data === undefined || data === null ? 'ERROR' : 'PARTIAL';
}

/** The same for Apollo. */
export function operationLogPlugin(logger: Logger): ApolloServerPlugin<{ span?: BegunSpan }> {
  return {
    requestDidStart: () => {
      const end = watchOperation(logger);
      return Promise.resolve({
        willSendResponse: ({ operation, response: { body }, contextValue }) => {
          // Without `@defer`, which the schema does not have, an answer is single.
          end(operation, body.kind === 'single' ? body.singleResult : {}, contextValue.span);
          return Promise.resolve();
        },
      });
    },
  };
}
