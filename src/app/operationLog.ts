/** Logs the operations and their duration at the level `debug`: only names, because variables and texts may be confidential. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';

/** Begins to watch an operation; what it gives is called when that is answered, with nothing where no operation was found. */
export function watchOperation(logger: Logger): (operation: OperationDefinitionNode | null | undefined) => void {
  const startedAt = performance.now();
  return (operation) => {
    const durationMs = Math.round(performance.now() - startedAt);
    logger.debug(
      { operation: operation?.name?.value ?? null, type: operation?.operation ?? null, durationMs },
      'operation',
    );
  };
}

/** The same for Apollo. */
export function operationLogPlugin(logger: Logger): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      const end = watchOperation(logger);
      return Promise.resolve({
        willSendResponse: ({ operation }) => {
          end(operation);
          return Promise.resolve();
        },
      });
    },
  };
}
