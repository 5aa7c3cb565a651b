import { createHmac } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const callbackSecret = 'a secret of the tests';

/** What a receiver was told. */
export interface CallbackContent extends Record<string, unknown> {
  taskId: string;
  status: string;
  attempt: number;
}

export interface ReceivedCallback {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  content: CallbackContent;
}

/** How a request is answered: with a status, or not at all; the connection may be cut, or left open. */
type Answer = number | 'CUT' | 'HANG' | { redirectTo: string };

/** Somebody who is told when tasks end, on a free port of this machine. */
export class CallbackReceiver {
  readonly received: ReceivedCallback[] = [];
  /** Answers to the next requests, in order. */
  readonly nextAnswers: Answer[] = [];
  /** The answer when there is no next one. */
  answer: Answer = 204;
  /** Called when a request came, before it is answered. */
  whenReceived: (callback: ReceivedCallback) => Promise<void> = () => Promise.resolve();
  private waiting: (() => void)[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.receive(request, response));
  }

  static async start(): Promise<CallbackReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new CallbackReceiver(server);
  }

  /** Host and port. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What lets a server call this receiver, soon again after a failure. */
  get settings(): Record<string, string> {
    return {
      WAYBILL_CALLBACK_HOSTS: this.host,
      WAYBILL_CALLBACK_SECRET: callbackSecret,
      WAYBILL_CALLBACK_WAITS_MS: '1,1',
    };
  }

  url(path: string): string {
    return `http://${this.host}/${path}`;
  }

  /** Waits until a path was called so often; gives these calls. */
  async calls(path: string, count = 1): Promise<ReceivedCallback[]> {
    for (;;) {
      const found = this.received.filter((callback) => callback.path === `/${path}`);
      if (found.length >= count) return found;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const content = JSON.parse(body) as CallbackContent;
    const callback = { path: request.url ?? '', headers: request.headers, body, content };
    await this.whenReceived(callback);
    this.received.push(callback);
    reply(response, this.nextAnswers.shift() ?? this.answer);
    const waiting = this.waiting;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'CUT') response.destroy();
  else if (typeof answer === 'number') response.writeHead(answer).end();
  else if (answer !== 'HANG') response.writeHead(302, { location: answer.redirectTo }).end();
}

/** The signature that a callback must have, made as the documents say. */
export function expectedSignature({ headers, body }: ReceivedCallback): string {
  const signed = `${String(headers['waybill-timestamp'])}.${body}`;
  return `sha256=${createHmac('sha256', callbackSecret).update(signed).digest('hex')}`;
}
