/** One port for everything: GraphQL over HTTP and WebSocket, uploads, downloads, GraphiQL, health. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import graphqlUploadExpress from 'graphql-upload/graphqlUploadExpress.mjs';
import type { Logger } from 'pino';
import type { Config } from '../shared/config.js';
import { createContext, type ServerContext } from './context.js';
import { downloads } from './downloads.js';
import { formatError } from './errorBoundary.js';
import { graphiqlPage } from './graphiql.js';
import { healthRoutes } from './health.js';
import { httpErrors, limitUploads } from './httpLimits.js';
import type { Services } from './services.js';
import { serveSubscriptions } from './subscriptions.js';

const path = '/graphql';
/** A query with a large spec fits; files go as uploads. */
const maxJsonBytes = 20 * 1024 * 1024;

interface ServerParts {
  config: Config;
  logger: Logger;
  services: Services;
  schema: GraphQLSchema;
}

export interface RunningServer {
  /** Address without a path, e.g. `http://127.0.0.1:4000`. */
  url: string;
  close: () => Promise<void>;
}

/** Listens, and answers requests from then on. */
export async function startHttpServer(parts: ServerParts): Promise<RunningServer> {
  const { config, logger, schema } = parts;
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  const subscriptions = serveSubscriptions(server, { ...parts, path });
  const apollo = new ApolloServer<ServerContext>({
    schema,
    // Multipart requests could be sent by a foreign page; Apollo asks them for a header that no such page may set.
    csrfPrevention: true,
    introspection: true,
    formatError: formatError(logger),
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: server }), ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  addRoutes(app, parts, apollo);
  await listen(server, config);
  return {
    url: addressOf(server, config),
    close: async () => {
      await subscriptions.close();
      await apollo.stop();
    },
  };
}

function addRoutes(app: Express, { config, logger, services }: ServerParts, apollo: ApolloServer<ServerContext>): void {
  app.use(healthRoutes(services));
  app.use('/downloads', downloads(services));
  app.get([path, '/'], graphiqlPage(path));
  app.use(
    path,
    limitUploads(config.maxUploadBytes),
    express.json({ limit: maxJsonBytes }),
    graphqlUploadExpress({ maxFileSize: config.maxUploadBytes, maxFiles: 1, maxFieldSize: maxJsonBytes }),
    expressMiddleware(apollo, {
      context: ({ req }) =>
        Promise.resolve(createContext(services, config.publicUrl ?? `${req.protocol}://${req.get('host') ?? ''}`)),
    }),
  );
  app.use(httpErrors(logger));
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function addressOf(server: Server, { host }: Config): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
