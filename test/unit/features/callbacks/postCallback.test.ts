import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postCallback } from '../../../../src/features/callbacks/postCallback.js';

const options = {
  secret: 'secret',
  now: '2026-11-21T10:00:00.000Z',
  timeoutMs: 60_000,
  stop: new AbortController().signal,
};

describe('one attempt of a callback', () => {
  let server: Server;
  beforeEach(() => {
    server = createServer();
  });
  afterEach(close);

  async function listen(listener: RequestListener): Promise<string> {
    server.on('request', listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  it('gives a receiver up that does not answer in time', async () => {
    const url = await listen(() => undefined);
    expect(await postCallback(url, '{}', { ...options, timeoutMs: 100 })).toEqual({
      outcome: 'FAILED',
      error: 'The receiver did not answer within 0.1 s.',
    });
  });

  it('does not wait for an answer without an end', async () => {
    const cut = new Promise((resolve) => {
      server.on('request', (_request, response: ServerResponse) => response.once('close', resolve));
    });
    const url = await listen((_request, response) => response.writeHead(200).write('on and on'));
    expect(await postCallback(url, '{}', options)).toEqual({ outcome: 'DELIVERED' });
    await cut;
  });

  it('says why a receiver cannot be reached', async () => {
    const url = await listen(() => undefined);
    await close();
    expect(await postCallback(url, '{}', options)).toEqual({
      outcome: 'FAILED',
      error: 'The receiver could not be reached (ECONNREFUSED).',
    });
  });

  it('ends at once when the server stops', async () => {
    const stop = new AbortController();
    const url = await listen(() => {
      stop.abort();
    });
    expect(await postCallback(url, '{}', { ...options, stop: stop.signal })).toEqual({ outcome: 'STOPPED' });
  });

  it.each([
    [200, { outcome: 'DELIVERED' }],
    [204, { outcome: 'DELIVERED' }],
    [301, { outcome: 'FAILED', error: 'The receiver answered with status 301; redirects are not followed.' }],
    [404, { outcome: 'FAILED', error: 'The receiver answered with status 404.' }],
    [503, { outcome: 'FAILED', error: 'The receiver answered with status 503.' }],
  ])('that is answered with status %d comes to %j', async (status, outcome) => {
    const url = await listen((_request, response) => response.writeHead(status, { location: '/elsewhere' }).end());
    expect(await postCallback(url, '{}', options)).toEqual(outcome);
  });
});
