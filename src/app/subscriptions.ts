import type { IncomingMessage, Server } from 'node:http';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Config } from '../shared/config.js';
import { createContext, type ServerContext } from './context.js';
import { formatError } from './errorBoundary.js';
import { limitDepth } from './queryDepth.js';
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
      validate: (validated, document) => validate(validated, document, [...specifiedRules, limitDepth]),
      context: ({ extra }) => createContext(services, config.publicUrl ?? `http://${extra.request.headers.host ?? ''}`),
      execute: (args: ExecutionArgs) => execute(withFreshContext(services, args)),
      subscribe: (args: ExecutionArgs) => subscribeFresh(services, args),
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

/** Loaders remember what they read: each event gets a context of its own. */
function withFreshContext(services: Services, args: ExecutionArgs): ExecutionArgs {
  return { ...args, contextValue: createContext(services, (args.contextValue as ServerContext).publicUrl) };
}

/** As `subscribe` of graphql-js, which resolves all events of a subscription in one and the same context. */
async function subscribeFresh(
  services: Services,
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const event = await events.next();
      if (event.done === true) return { done: true, value: undefined };
      return { done: false, value: await execute(withFreshContext(services, { ...args, rootValue: event.value })) };
    },
    // Passed on at once, and not after the next event, which may never come.
    return: async () => {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
