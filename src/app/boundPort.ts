/** A port of the server. It is bound before anything is written, so that a failed start changes nothing. */
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { AppError } from '../shared/appError.js';
import type { Config } from '../shared/config.js';
import { ConnectionLimit } from './connectionLimit.js';
import { isAlive } from './health.js';
import { refuseEarly } from './refuseEarly.js';

/** `setting`: the name of the setting of the port. */
type PortSettings = Pick<Config, 'host' | 'port' | 'connections'> & { setting: string };

export interface BoundPort {
  server: Server;
  connections: ConnectionLimit;
  /** Address without a path, e.g. `http://127.0.0.1:4000`. */
  url: string;
  /** Answers all requests from now on; until then each request is told that the server is starting. */
  serve: (app: RequestListener) => void;
  /** Releases the port before it is served. */
  release: () => void;
}

/** @throws AppError CONFIGURATION_INVALID if the port or the address is not available */
export async function bindPort(settings: PortSettings): Promise<BoundPort> {
  const waiting = starting();
  const server = createServer(timeoutsOf(settings), waiting);
  const connections = new ConnectionLimit(server, settings.connections.max);
  await listen(server, settings);
  return {
    server,
    connections,
    url: addressOf(server, settings),
    serve: (app) => {
      server.off('request', waiting).on('request', app);
    },
    release: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function starting(): RequestListener {
  const app = express().disable('x-powered-by');
  app.use(isAlive(), (_request, response) => {
    response.set('retry-after', '1');
    refuseEarly(response, 503, { message: 'The server is starting. Try again in a moment.', code: 'STARTING' });
  });
  return app;
}

/**
 * Node's defaults would end each request after five minutes, also a large upload over a slow line; without any, it would wait
 * for headers forever. A connection is kept longer than a proxy in front keeps its own.
 */
function timeoutsOf({ connections: { headersTimeoutMs } }: PortSettings): ServerOptions {
  return {
    requestTimeout: 0,
    headersTimeout: headersTimeoutMs,
    connectionsCheckingInterval: Math.min(5000, headersTimeoutMs),
    keepAliveTimeout: 65_000,
  };
}

type Address = Pick<PortSettings, 'host' | 'port' | 'setting'>;

async function listen(server: Server, address: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      reject(listenFault(error, address) ?? error);
    };
    server.once('error', refuse);
    server.listen(address.port, address.host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

/** A message for an error that the operator can fix. */
function listenFault({ code }: NodeJS.ErrnoException, { host, port, setting }: Address): AppError | undefined {
  const place = `Port ${port} of ${host}`;
  if (code === 'EADDRINUSE')
    return AppError.configuration(
      `${place} is in use by another program. Stop that one, or set ${setting} to a free port.`,
    );
  if (code === 'EACCES')
    return AppError.configuration(`${place} is not open to this user. Set ${setting} to a port above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return AppError.configuration(`WAYBILL_HOST is "${host}", which is no address of this machine.`);
  return undefined;
}

function addressOf(server: Server, { host }: PortSettings): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
