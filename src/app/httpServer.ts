/** One port for everything: the console, GraphQL over HTTP and WebSocket, uploads, downloads, GraphiQL, sessions, health. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import graphqlUploadExpress from 'graphql-upload/graphqlUploadExpress.mjs';
import type { Logger } from 'pino';
import type { AnswerBudget } from '../graphql/index.js';
import type { Config } from '../shared/config.js';
import { allowOrigins } from './allowedOrigins.js';
import { authenticate, sessionIn } from './authentication.js';
import type { BoundPort } from './boundPort.js';
import { calledUrl, clientOf, trustProxies, type TrustProxy } from './clientOf.js';
import { serveConsole } from './console.js';
import { createContext, type ServerContext } from './context.js';
import { downloads } from './downloads.js';
import { DuplicateKeys } from './duplicateKeys.js';
import { exactBodies, exactOperations } from './exactRequests.js';
import { formatError } from './errorBoundary.js';
import { graphiqlPage } from './graphiql.js';
import { healthRoutes } from './health.js';
import type { ConnectionLimit } from './connectionLimit.js';
import { httpErrors } from './httpLimits.js';
import { answerLimitPlugin } from './limits/answerLimit.js';
import { costLimitPlugin } from './limits/costLimit.js';
import { guardRequests } from './limits/guardRequests.js';
import { OperationGuard } from './limits/operationGuard.js';
import { maxTokens } from './limits/queryText.js';
import { validationRules } from './limits/validationRules.js';
import { refuseUnreadable, statusByMediaType, statusOfLargeFiles } from './mediaTypes.js';
import type { Metrics } from './metrics/metrics.js';
import { metricsRoute } from './metricsRoute.js';
import { metricsPath } from './openMetrics.js';
import { operationLogPlugin } from './operationLog.js';
import { admitPlainGets } from './plainGets.js';
import { answerUploads } from './refuseEarly.js';
import { releaseUploads } from './releaseUploads.js';
import type { Services } from './services.js';
import { sessionRoutes } from './sessionRoutes.js';
import { serveSubscriptions } from './subscriptions.js';
import { operationSpan, traceOperations, traceRequests } from './tracing/traceRequests.js';
import { endSlowRequests } from './slowRequests.js';
import { limitUploads } from './limitUploads.js';
import { observeUploads } from './uploadObserver.js';
import { limitUploadsOfEach } from './uploadQuota.js';

const path = '/graphql';
/** What is not the console's. */
const apiPaths = [path, '/downloads', '/session', '/health', '/ready', metricsPath];

interface ServerParts {
  config: Config;
  logger: Logger;
  services: Services;
  schema: GraphQLSchema;
  port: BoundPort;
  /** Undefined: they are not at this port. */
  metrics: Metrics | undefined;
}

export interface RunningServer {
  /** Address without a path, e.g. `http://127.0.0.1:4000`. */
  url: string;
  close: () => Promise<void>;
}

/** Starts to answer requests at the port. */
export async function startHttpServer(parts: ServerParts): Promise<RunningServer> {
  const { config, logger, schema, port } = parts;
  const { server, connections } = port;
  const guard = OperationGuard.of(config.limits, schema);
  const app = express().disable('x-powered-by');
  const trusts = trustProxies(app, config.trustedProxies);
  const apollo = new ApolloServer<ServerContext>({
    schema,
    // Multipart requests could be sent by a foreign page; Apollo asks them for a header that no such page may set.
    csrfPrevention: true,
    // A validation rule of ours refuses it, also over WebSocket.
    introspection: true,
    parseOptions: { maxLexicalTokens: maxTokens },
    validationRules: validationRules(config.limits),
    formatError: formatError(logger, config.limits),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: server }),
      ApolloServerPluginLandingPageDisabled(),
      operationLogPlugin(logger),
      statusByMediaType(),
      statusOfLargeFiles(),
      costLimitPlugin(config.limits.maxCost),
      answerLimitPlugin(),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  addRoutes(app, { ...parts, guard, trusts, connections }, apollo);
  // The port is had by now: the WebSocket server would print a fault of listening on its own.
  const subscriptions = serveSubscriptions(server, { ...parts, guard, trusts, connections, path });
  port.serve(app);
  return {
    url: port.url,
    close: async () => {
      await subscriptions.close();
      await apollo.stop();
    },
  };
}

type RouteParts = ServerParts & { guard: OperationGuard; trusts: TrustProxy; connections: ConnectionLimit };

function addRoutes(
  app: Express,
  { config, logger, services, guard, trusts, connections, metrics }: RouteParts,
  apollo: ApolloServer<ServerContext>,
): void {
  const { maxBodyBytes } = config.limits;
  const duplicates = new DuplicateKeys();
  const bodies = exactBodies(duplicates);
  app.use(connections.refuse(), endSlowRequests({ ...config, ...config.connections }));
  // Before anybody is asked for a token: a preflight has none.
  app.use(allowOrigins(config.allowedOrigins));
  app.use(healthRoutes({ ...services, role: config.role }));
  app.use(metricsPath, metricsRoute({ ...services, ...config.metrics, metrics, trusts }));
  const own = { publicUrl: config.publicUrl, trusts };
  app.use(['/downloads', path], traceRequests());
  app.use('/downloads', downloads({ ...services, ...own, logger }));
  app.use('/session', sessionRoutes({ ...services, ...own }));
  app.use(serveConsole({ consoleDir: config.consoleDir, apiPaths }));
  // Before any body is read. Later handlers know the session.
  app.use(authenticate({ ...services, ...own }));
  app.get(path, graphiqlPage());
  // `all`, not `use`: paths below it do not exist.
  app.all(
    path,
    refuseUnreadable(),
    admitPlainGets(),
    observeUploads(),
    limitUploads({ maxUploadBytes: config.maxUploadBytes, maxBodyBytes }),
    limitUploadsOfEach(config.uploads, services.redis),
    express.json({ limit: maxBodyBytes, verify: bodies.verify }),
    bodies.handler,
    exactOperations(duplicates),
    // The parser refuses a file that reaches its limit; ours may be reached.
    graphqlUploadExpress({ maxFileSize: config.maxUploadBytes + 1, maxFiles: 1, maxFieldSize: maxBodyBytes }),
    releaseUploads(),
    answerUploads(),
    duplicates.refuse(),
    guardRequests(guard),
    traceOperations(
      expressMiddleware(apollo, {
        context: ({ req, res }) => {
          const publicUrl = config.publicUrl ?? calledUrl(clientOf(req, trusts));
          const span = operationSpan(res);
          const context = { ...createContext(services, { publicUrl, session: sessionIn(res) }), ...(span && { span }) };
          followAnswer(res, context.answer, config.stallTimeoutMs);
          return Promise.resolve(context);
        },
      }),
    ),
  );
  app.use(httpErrors(logger));
}

/** Reports the state of the response to the budget of the answer, and ends a stalled connection. */
function followAnswer(response: Response, answer: AnswerBudget, stallTimeoutMs: number): void {
  response.once('prefinish', () => {
    answer.made();
    response.setTimeout(stallTimeoutMs, () => response.destroy());
  });
  response.once('close', () => {
    answer.end();
  });
}
