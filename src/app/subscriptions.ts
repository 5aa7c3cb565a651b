import type { IncomingMessage, Server } from 'node:http';
import { execute, GraphQLError, subscribe, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Config } from '../shared/config.js';
import { createContext, type ServerContext } from './context.js';
import { formatError } from './errorBoundary.js';
import type { Services } from './services.js';

interface SubscriptionParts {
  config: Config;
  logger: Logger;
  services: Services;
  schema: GraphQLSchema;
  path: string;
}

const maxMessageBytes = 1024 * 1024;

/** Serves subscriptions, and queries too, over the graphql-ws protocol on the same port. */
export function serveSubscriptions(server: Server, parts: SubscriptionParts): { close: () => Promise<void> } {
  const { config, logger, services, schema, path } = parts;
  const sockets = new WebSocketServer({ server, path, maxPayload: maxMessageBytes });
  const format = formatError(logger);
  const masked = (error: GraphQLError) => {
    const { message, path, extensions } = format(error.toJSON(), error);
    return new GraphQLError(message, { path, extensions });
  };
  const cleanup = useServer<Record<string, never>, { request: IncomingMessage }>(
    {
      schema,
      context: ({ extra }) => createContext(services, config.publicUrl ?? `http://${extra.request.headers.host ?? ''}`),
      // Loaders remember what they read: each event gets a context of its own.
      execute: (args: ExecutionArgs) =>
        execute({ ...args, contextValue: createContext(services, (args.contextValue as ServerContext).publicUrl) }),
      subscribe,
      onError: (...[, , , errors]) => errors.map((error) => masked(error).toJSON()),
      onNext: (...[, , , , result]) => {
        if (result.errors) result.errors = result.errors.map(masked);
      },
    },
    sockets,
  );
  return {
    close: async () => {
      await cleanup.dispose();
    },
  };
}
