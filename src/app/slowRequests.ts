/**
 * Requests whose bodies come too slowly, or not at all: who sends them holds a connection, and with many of them all that there are. It
 * holds for every request with a body, also for one that was refused before its body was read.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { Config } from '../shared/config.js';

/** How fast a body must come, and how long it is watched before it is judged. */
type Pace = Pick<Config, 'stallTimeoutMs'> & Pick<Config['connections'], 'minBytesPerSecond'>;

/**
 * Gives a request up whose body stands still for so long, or that came in more slowly than it may over such a time. What was stored of it
 * is removed like that of a broken connection.
 */
export function endSlowRequests({ stallTimeoutMs, minBytesPerSecond }: Pace): RequestHandler {
  const seconds = Math.max(1, Math.round(stallTimeoutMs / 1000));
  const stalled = answerOf(
    `The server received no more data of the request for ${seconds} s and aborted it; nothing was changed. Send it again.`,
    'REQUEST_STALLED',
  );
  const slow = answerOf(
    `The request was slower than ${minBytesPerSecond} bytes per second (WAYBILL_MIN_BYTES_PER_SECOND) and was aborted; nothing was changed. Send it again over a faster connection, or compressed.`,
    'REQUEST_TOO_SLOW',
  );
  const leastBytes = (minBytesPerSecond * stallTimeoutMs) / 1000;
  return (request, response, next) => {
    if (!hasBody(request)) {
      next();
      return;
    }
    request.setTimeout(stallTimeoutMs, () => {
      giveUp(response, stalled);
    });
    const stop = watchPace(request, { windowMs: stallTimeoutMs, leastBytes }, () => {
      giveUp(response, slow);
    });
    request.once('end', () => {
      request.setTimeout(0);
      stop();
    });
    request.once('close', stop);
    next();
  };
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Calls back when less came in one window than must, while something still comes: what stands still is told as such. Gives how to stop the
 * watch.
 */
function watchPace(
  request: Request,
  { windowMs, leastBytes }: { windowMs: number; leastBytes: number },
  whenSlow: () => void,
): () => void {
  const { socket } = request;
  let bytesBefore = socket.bytesRead;
  let cameBefore = Number.POSITIVE_INFINITY;
  const timer = setInterval(() => {
    const came = socket.bytesRead - bytesBefore;
    const cameInWindow = cameBefore + came;
    bytesBefore = socket.bytesRead;
    cameBefore = came;
    // What waits to be read here is no fault of the sender.
    const isSenders = !request.complete && request.readableLength === 0;
    if (isSenders && came > 0 && cameInWindow < leastBytes) whenSlow();
  }, windowMs / 2);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** Past Express: who waits for the rest of the request has an answer of its own, when the socket is gone. */
function giveUp(response: Response, answer: string): void {
  const { socket } = response.req;
  if (!response.headersSent) socket.write(answer);
  socket.destroySoon();
}

function answerOf(message: string, code: string): string {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  return [
    'HTTP/1.1 408 Request Timeout',
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
