/** The port of a process that does nothing but tasks: its health, and its metrics. */
import express from 'express';
import type { Config } from '../shared/config.js';
import type { BoundPort } from './boundPort.js';
import { trustProxies } from './clientOf.js';
import { healthRoutes } from './health.js';
import type { RunningServer } from './httpServer.js';
import type { Metrics } from './metrics/metrics.js';
import { metricsRoute } from './metricsRoute.js';
import { metricsPath } from './openMetrics.js';
import { refuseEarly } from './refuseEarly.js';
import type { Services } from './services.js';

interface StateParts {
  config: Config;
  services: Services;
  port: BoundPort;
  /** Undefined: they are not at this port. */
  metrics: Metrics | undefined;
}

/** Starts to answer requests at the port. */
export function startStateServer({ config, services, port, metrics }: StateParts): RunningServer {
  const app = express().disable('x-powered-by');
  const trusts = trustProxies(app, config.trustedProxies);
  app.use(port.connections.refuse());
  app.use(healthRoutes({ ...services, role: config.role }));
  app.use(metricsPath, metricsRoute({ ...services, ...config.metrics, metrics, trusts }));
  app.use((_request, response) => {
    refuseEarly(response, 404, { message: onlyTasks, code: 'NOT_FOUND' });
  });
  port.serve(app);
  return {
    url: port.url,
    close: () => {
      port.release();
      return Promise.resolve();
    },
  };
}

const onlyTasks =
  'This process only runs tasks (WAYBILL_ROLE is worker). Send requests to a process whose role is all or api.';
