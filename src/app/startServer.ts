import { mkdirSync } from 'node:fs';
import pino, { type Logger } from 'pino';
import { removeStrays } from '../features/files/index.js';
import type { Config } from '../shared/config.js';
import { loadDemo } from './demo.js';
import { startHttpServer, type RunningServer } from './httpServer.js';
import { createSchema } from './schema.js';
import { createServices, type Services } from './services.js';

/** Brings everything up in order: database, workers, what an earlier process left, demo, server. */
export async function startServer(config: Config): Promise<RunningServer> {
  const serializers = { error: pino.stdSerializers.err };
  const logger = pino({ level: config.logLevel, serializers }, pino.destination(2));
  mkdirSync(config.dataDir, { recursive: true });
  const services = await createServices(config, logger);
  const server = await start({ config, logger, services }).catch(async (error: unknown) => {
    await services.close();
    throw error;
  });
  logger.info({ url: server.url }, 'listening');
  return {
    url: server.url,
    close: async () => {
      logger.info('stopping');
      await server.close();
      await services.close();
      logger.info('stopped');
    },
  };
}

async function start(parts: { config: Config; logger: Logger; services: Services }): Promise<RunningServer> {
  const { config, services } = parts;
  const schema = createSchema(services.resolvers);
  await removeStrays(services.filesDir, await services.files.allIds());
  await services.runner.recover();
  if (config.isDemoWanted && (await services.projects.isEmpty())) await loadDemo(services);
  return startHttpServer({ ...parts, schema });
}
