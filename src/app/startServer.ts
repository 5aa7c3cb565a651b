import type { GraphQLSchema } from 'graphql';
import pino, { type Logger } from 'pino';
import { enforcePolicy, ensureFirstPrincipal } from '../features/access/index.js';
import { sweepFiles } from '../features/files/index.js';
import { hideResources } from '../features/resources/index.js';
import { systemClock } from '../shared/clock.js';
import { closeAll } from '../shared/closeAll.js';
import type { Config } from '../shared/config.js';
import { ownVersion } from '../shared/packageFile.js';
import { currentSpan } from '../shared/spans.js';
import { bindPort, type BoundPort } from './boundPort.js';
import { claimFiles } from './claimFiles.js';
import { closeFolders } from './closeFolders.js';
import { loadDemo } from './demo.js';
import { makeFolders } from './makeFolders.js';
import { boundInputs } from './limits/boundInputs.js';
import { countObjects } from './limits/countObjects.js';
import { readLiteralsExactly } from './exactRequests.js';
import { guardArguments } from './limits/guardArguments.js';
import { limitTasks } from './limits/limitTasks.js';
import { startHttpServer, type RunningServer } from './httpServer.js';
import { bindMetricsPort, metricsPath, openMetrics, serveMetrics } from './openMetrics.js';
import { createSchema } from './schema.js';
import { createServices, type Services } from './services.js';
import { startStateServer } from './stateServer.js';

/** Where other servers may be writing: a file that no row knows is theirs until it is so old. */
const sharedStrayAgeMs = 24 * 3_600_000;

export interface StartedServer extends RunningServer {
  /** The secret of the token that this start created, because no first token was used yet; undefined if it created none. */
  firstSecret: string | undefined;
  /** Where the metrics are; undefined: nowhere. */
  metricsUrl: string | undefined;
}

/** Starts everything in order: database, workers, port, recovery, demo, token, server. */
export async function startServer(config: Config): Promise<StartedServer> {
  const serializers = { error: pino.stdSerializers.err };
  const logger = pino(
    { level: config.logLevel, serializers, ...(config.traces && { mixin: traceOfLine }) },
    pino.destination(2),
  );
  await makeFolders(config);
  const services = await createServices(config, logger);
  const closeTraces = await openTraces(config, services.instanceId);
  const ports: BoundPort[] = [];
  const server = await bindPorts(config, ports)
    .then(({ port, metricsPort }) => start({ config, logger, services, port, metricsPort }))
    .catch(async (error: unknown) => {
      for (const bound of ports) bound.release();
      await closeAll([services.close, closeTraces]).catch((failure: unknown) => {
        logger.warn({ error: failure }, 'not all parts of a start that failed could be closed');
      });
      throw error;
    });
  logger.info({ url: server.url, metricsUrl: server.metricsUrl }, 'listening');
  return {
    ...server,
    close: async () => {
      logger.info('stopping');
      await closeAll([server.close, services.close, closeTraces]).catch((error: unknown) => {
        logger.error({ error }, 'stopped, but not all parts could be closed');
        throw error;
      });
      logger.info('stopped');
    },
  };
}

/** Begins to send traces, if a collector is set. Returns what sends the rest and stops. */
async function openTraces({ traces }: Config, instanceId: string): Promise<() => Promise<void>> {
  if (!traces) return () => Promise.resolve();
  // Others do not load the library.
  const { openTraces: open } = await import('./tracing/openTraces.js');
  return open({ instanceId, version: ownVersion(), ...traces });
}

/** What tells the trace of a line of the log. */
function traceOfLine(): { traceId?: string } {
  const span = currentSpan();
  return span ? { traceId: span.traceId } : {};
}

interface Ports {
  port: BoundPort;
  /** Undefined if the metrics have none of their own. */
  metricsPort: BoundPort | undefined;
}

/** Adds each to `bound` as soon as it is. */
async function bindPorts(config: Config, bound: BoundPort[]): Promise<Ports> {
  const port = await bindPort({ ...config, setting: 'WAYBILL_PORT' });
  bound.push(port);
  const metricsPort = await bindMetricsPort(config);
  if (metricsPort) bound.push(metricsPort);
  return { port, metricsPort };
}

/** Claims the store of files, and clears what a crash left in it. */
async function prepareFiles({ config, logger, services }: StartParts): Promise<void> {
  const { fileStore, instanceId, files, database } = services;
  const knownIds = await files.allIds();
  await claimFiles({ fileStore, instanceId, knownIds });
  await closeFolders(config.dataDir, fileStore);
  const swept = await sweepFiles(fileStore, knownIds, database.isAlone ? 0 : sharedStrayAgeMs);
  if (swept.missingCount > 0) logger.warn(swept, 'stored files are missing: npm run verify names them');
}

interface StartParts extends Ports {
  config: Config;
  logger: Logger;
  services: Services;
}

async function start(parts: StartParts): Promise<StartedServer> {
  const { config, services, port, metricsPort } = parts;
  const schema = config.role === 'worker' ? undefined : guardedSchema(parts);
  await prepareFiles(parts);
  // Before the first task ends.
  const metrics = await openMetrics(config, services);
  for (const work of services.background) await work.start();
  const firstSecret = schema && (await ensureFirstContent(parts));
  if (metrics && metricsPort) serveMetrics(metricsPort, { config, services, metrics });
  const served = { ...parts, metrics: metricsPort ? undefined : metrics };
  const server = schema ? await startHttpServer({ ...served, schema }) : startStateServer(served);
  return {
    ...server,
    firstSecret,
    metricsUrl: metrics && `${(metricsPort ?? port).url}${metricsPath}`,
    close: async () => {
      await server.close();
      metricsPort?.release();
      metrics?.close();
    },
  };
}

function guardedSchema({ services }: StartParts): GraphQLSchema {
  const schema = createSchema(services.resolvers);
  countObjects(schema);
  hideResources(schema, services.readers);
  enforcePolicy(schema, services.guard, services.noteDenial);
  readLiteralsExactly(schema);
  guardArguments(schema);
  limitTasks(schema, services.taskLimit);
  // Last, and so first: nothing is asked with what is too large.
  boundInputs(schema);
  return schema;
}

/** The first principal, and the demo. Returns the secret of the token that it created, if any. */
async function ensureFirstContent({ config, services }: StartParts): Promise<string | undefined> {
  const { adminToken } = config;
  const { actor, secret } = await ensureFirstPrincipal({ database: services.database, clock: systemClock, adminToken });
  if (config.isDemoWanted && (await services.projects.isEmpty())) await loadDemo(services, actor);
  return secret;
}
