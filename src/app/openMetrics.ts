/** The metrics of this server: counted only if a setting says where they are served. */
import express from 'express';
import type { Config } from '../shared/config.js';
import { bindPort, type BoundPort } from './boundPort.js';
import { trustProxies } from './clientOf.js';
import type { Metrics } from './metrics/metrics.js';
import { metricsRoute } from './metricsRoute.js';
import type { Services } from './services.js';

export const metricsPath = '/metrics';
/** Scrapes are few. */
const maxConnections = 50;

/** The port of the metrics; undefined if they have none of their own. */
export async function bindMetricsPort(config: Config): Promise<BoundPort | undefined> {
  const { port } = config.metrics;
  if (port === undefined) return undefined;
  const connections = { ...config.connections, max: maxConnections };
  return bindPort({ host: config.host, port, connections, setting: 'WAYBILL_METRICS_PORT' });
}

/** Begins to count; undefined if nobody can ask. */
export async function openMetrics(config: Config, services: Services): Promise<Metrics | undefined> {
  if (config.metrics.port === undefined && config.metrics.token === undefined) return undefined;
  // Others do not load the library.
  const { Metrics: Opened } = await import('./metrics/metrics.js');
  return new Opened({ ...services, config });
}

/** Serves them on a port of their own. */
export function serveMetrics(port: BoundPort, parts: { config: Config; services: Services; metrics: Metrics }): void {
  const { config, services, metrics } = parts;
  const app = express().disable('x-powered-by');
  const trusts = trustProxies(app, config.trustedProxies);
  const { token } = config.metrics;
  const route = metricsRoute({ ...services, metrics, token, trusts });
  app.use(port.connections.refuse());
  app.use(metricsPath, route);
  // Also answers what is at no path.
  app.use(metricsRoute({ ...services, metrics: undefined, token, trusts }));
  port.serve(app);
}
