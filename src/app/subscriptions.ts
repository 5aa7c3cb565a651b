import type { Server } from 'node:http';
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { makeServer } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer, type VerifyClientCallbackAsync } from 'ws';
import type { Config } from '../shared/config.js';
import { observed } from '../shared/observed.js';
import { beginSpan } from '../shared/spans.js';
import { admitsOrigin } from './allowedOrigins.js';
import { calledUrl, clientOf, type TrustProxy } from './clientOf.js';
import type { ConnectionLimit } from './connectionLimit.js';
import { createContext, type ServerContext } from './context.js';
import { SocketSessions, type SocketExtra } from './socketSessions.js';
import { SocketTransport } from './socketTransport.js';
import { faultBetweenEvents, formatError } from './errorBoundary.js';
import { wholeOrRefused } from './limits/answerLimit.js';
import { guardSubscriptions } from './limits/guardSubscriptions.js';
import type { OperationGuard } from './limits/operationGuard.js';
import { watchOperation } from './operationLog.js';
import type { Services } from './services.js';

interface SubscriptionParts {
  config: Config;
  logger: Logger;
  services: Services;
  schema: GraphQLSchema;
  guard: OperationGuard;
  trusts: TrustProxy;
  connections: ConnectionLimit;
  path: string;
}

const maxMessageBytes = 1024 * 1024;

/** Who may open a WebSocket, before the token is looked at. */
function admission({
  config,
  trusts,
  connections,
}: Pick<SubscriptionParts, 'config' | 'trusts' | 'connections'>): VerifyClientCallbackAsync {
  return (asked, answer) => {
    if (admitsOrigin(asked.req, config.allowedOrigins, { ...config, trusts })) connections.admitSocket(asked, answer);
    else {
      observed.refused.tell('ORIGIN_NOT_ALLOWED');
      answer(false, 403, 'Origin not allowed');
    }
  };
}

function socketSessions(
  { config, services, trusts }: SubscriptionParts,
  sentenceOf: (error: unknown) => string,
): SocketSessions {
  const own = { publicUrl: config.publicUrl, trusts };
  const sessions = new SocketSessions(services.authenticator, own, config.ofEach, sentenceOf);
  services.browserSessions.whenEnded((secret) => {
    sessions.closeOf(secret);
  });
  return sessions;
}

/** Serves subscriptions, and queries too, over the graphql-ws protocol on the same port. */
export function serveSubscriptions(server: Server, parts: SubscriptionParts): { close: () => Promise<void> } {
  const { config, logger, services, schema, guard, trusts, path, connections } = parts;
  const sockets = new WebSocketServer({
    server,
    path,
    verifyClient: admission({ config, trusts, connections }),
    maxPayload: Math.min(maxMessageBytes, config.limits.maxBodyBytes),
  });
  const admit = guardSubscriptions(guard, schema);
  const format = formatError(logger, config.limits);
  const masked = (error: GraphQLError) => {
    const { message, path, extensions } = format(error.toJSON(), error);
    return new GraphQLError(message, { path, extensions });
  };
  const sentenceOf = (error: unknown) => format({ message: '' }, error).message;
  const sessions = socketSessions(parts, sentenceOf);
  const contexts: Contexts = {
    of: async (extra, operationId) => {
      const publicUrl = config.publicUrl ?? calledUrl(clientOf(extra.request, trusts));
      const session = await sessions.sessionOf(extra);
      return { ...createContext(services, { publicUrl, session }), extra, operationId };
    },
    watch: () => watchOperation(logger),
  };
  const protocol = makeServer<Record<string, unknown>, Extra & Partial<SocketExtra>>({
    schema,
    onSubscribe: ({ extra }, _id, payload) => sessions.refusalFor(extra) ?? admit(payload),
    onConnect: (opened) => sessions.admit(opened),
    onComplete: ({ extra }, operationId) => extra.answers?.end(operationId),
    onClose: ({ extra }) => {
      extra.answers?.endAll();
      sessions.forget(extra);
    },
    context: ({ extra }, operationId) => contexts.of(extra, operationId),
    execute: (args: ExecutionArgs) => executeFresh(contexts, args),
    subscribe: (args: ExecutionArgs) => subscribeFresh(contexts, args),
    onError: (...[, , , errors]) => errors.map((error) => masked(error).toJSON()),
    // What it gives is sent instead; to change the result itself would come too late.
    onNext: (...[, , , , { data, errors }]) =>
      errors && { ...(data === undefined ? {} : { data }), errors: errors.map((error) => masked(error).toJSON()) },
  });
  const transport = new SocketTransport(sockets, protocol, logger);
  return {
    close: async () => {
      sessions.stop();
      await transport.close();
    },
  };
}

/** Loaders cache, and rights may be revoked: each operation and each event gets a context of its own. */
interface Contexts {
  of: (extra: SocketExtra, operationId: string) => Promise<SocketContext>;
  watch: () => ReturnType<typeof watchOperation>;
}

type SocketContext = ServerContext & { extra: SocketExtra; operationId: string };

/** A WebSocket has no header for each operation: each begins a trace. */
const socketSpan = { name: 'graphql', kind: 'SERVER', parent: null } as const;

async function executeFresh(contexts: Contexts, args: ExecutionArgs): Promise<ExecutionResult> {
  const { extra, operationId } = args.contextValue as SocketContext;
  const end = contexts.watch();
  const contextValue = await contexts.of(extra, operationId);
  const { answer } = contextValue;
  extra.answers?.begin(operationId, answer);
  const operation = getOperationAST(args.document, args.operationName);
  // Events of subscriptions are no traces of their own: there may be ten a second.
  const span = operation?.operation === OperationTypeNode.SUBSCRIPTION ? undefined : beginSpan(socketSpan);
  const run = () => execute({ ...args, contextValue });
  const result = wholeOrRefused(answer, await (span ? span.run(run) : run()));
  end(operation, result, span);
  // By then it was made into the text of a message.
  setImmediate(() => {
    answer.made();
  });
  return result;
}

/**
 * As `subscribe` of graphql-js, which resolves all events of a subscription in one and the same context. What can't be shown any more
 * ends it.
 */
async function subscribeFresh(
  contexts: Contexts,
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  let isOver = false;
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const event = isOver ? { done: true as const } : await events.next().catch(rethrowTold);
      if (event.done === true) return { done: true, value: undefined };
      const value = await executeFresh(contexts, { ...args, rootValue: event.value }).catch(rethrowTold);
      if (value.data === null || value.data === undefined) {
        isOver = true;
        await events.return?.();
      }
      return { done: false, value };
    },
    // Passed on at once, and not after the next event, which may never come. What is being read for that one may fail: nobody waits for it.
    return: async () => {
      await events.return?.().catch(() => undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

function rethrowTold(error: unknown): never {
  throw faultBetweenEvents(error);
}
