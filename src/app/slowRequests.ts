/**
 * Aborts requests whose bodies arrive too slowly, or not at all: each occupies a connection, and many of them would occupy all. Applies
 * to every request with a body, also to one that was refused before its body was read.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { Config } from '../shared/config.js';
import { observed } from '../shared/observed.js';

/** How fast a body must arrive, and the time over which this is measured. */
type Pace = Pick<Config, 'stallTimeoutMs'> & Pick<Config['connections'], 'minBytesPerSecond'>;

/**
 * Aborts a request if nothing of its body arrives for this time, or if it is slower than the minimum over this time. What was stored of it
 * is removed, as after a broken connection.
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
 * Calls back if less than the minimum arrived in one window, but something did: a request without any data is reported as stalled. Returns
 * a function that stops the watch.
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
    // Data that waits to be read here is not the sender's fault.
    const isSenders = !request.complete && request.readableLength === 0;
    if (isSenders && came > 0 && cameInWindow < leastBytes) whenSlow();
  }, windowMs / 2);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** Not through Express: the reader of the request has a response of its own when the socket is closed. */
function giveUp(response: Response, { code, text }: LateAnswer): void {
  const { socket } = response.req;
  observed.refused.tell(code);
  if (!response.headersSent) socket.write(text);
  socket.destroySoon();
}

interface LateAnswer {
  code: string;
  /** As it is sent. */
  text: string;
}

function answerOf(message: string, code: string): LateAnswer {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const lines = [
    'HTTP/1.1 408 Request Timeout',
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ];
  return { code, text: lines.join('\r\n') };
}
