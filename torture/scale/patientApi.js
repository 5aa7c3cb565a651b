/** A client of several servers: what one cannot answer is asked again, of the next one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../../bench/apiClient.js';
import { codesIn } from '../codesIn.js';

/** How long a request is repeated, in ms: an outage of everything is shorter, also on a busy machine. */
const patienceMs = 180_000;
const pauseMs = 100;
const passingCodes = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_BUSY', 'FILES_UNAVAILABLE', 'SHUTTING_DOWN']);
/** A process that stops in the middle of an answer, or before it opens a socket. */
const passingMessages = new Set([
  ...['aborted', 'socket hang up', 'terminated', 'Unexpected server response: 503'],
  'WebSocket was closed before the connection was established',
]);
const passingErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Whether the fault is one that ends by itself: a process is gone, or what it needs. */
export function isPassing(error) {
  const codes = error instanceof Error ? codesIn(error) : undefined;
  if (codes) return codes.length > 0 && codes.every((code) => passingCodes.has(code));
  if (passingErrors.has(error.code) || passingErrors.has(error.cause?.code)) return true;
  return passingMessages.has(error.message);
}

export class PatientApi {
  /** Attempts that failed with a fault that passes. */
  failedAttempts = 0;
  attempts = 0;

  /** @param turn which server is asked first */
  constructor(urls, turn) {
    this.clients = urls.map((url) => new ApiClient(`${url}/graphql`));
    this.turn = turn;
  }

  ask(query, variables) {
    return this.attempt((client) => client.ask(query, variables));
  }

  /** The address of the server that is to be asked now, without a path. */
  get url() {
    return new URL(this.client.url).origin;
  }

  get client() {
    return this.clients[this.turn % this.clients.length];
  }

  /** Leaves the server that failed. */
  async move() {
    this.turn += 1;
    await sleep(pauseMs);
  }

  /** @param work may be done more than once */
  async attempt(work) {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      try {
        this.attempts += 1;
        return await work(this.client, this.url);
      } catch (error) {
        if (!isPassing(error)) throw error;
        if (performance.now() > giveUpAt) throw new Error(`No answer for ${patienceMs} ms.`, { cause: error });
        this.failedAttempts += 1;
        await this.move();
      }
    }
  }

  close() {
    for (const client of this.clients) client.close();
  }
}
