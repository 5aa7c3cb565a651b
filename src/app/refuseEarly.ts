/**
 * Responses that are sent before the whole request has arrived. Many clients do not read a response while they cannot send: they report a
 * broken connection. Therefore the rest of the request is read and discarded, up to a limit of bytes and of time.
 */
import type { Request, RequestHandler, Response } from 'express';
import { observed } from '../shared/observed.js';

/** How much is read after the response. A client that sends more is disconnected. */
const maxDrainedBytes = 64 * 1024 * 1024;
const maxDrainedMs = 60_000;

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

/** The media type of the response that a client asks for; undefined if it accepts none of ours. */
export function answerType(request: Request): string | undefined {
  const accepted = request.accepts([json, graphqlResponse]);
  return accepted === false ? undefined : accepted;
}

/** Why a request is refused, and how to fix it. */
export interface Refusal {
  message: string;
  code: string;
  fix?: string | undefined;
}

/** Responds with a GraphQL error, whether the body of the request was read or not. */
export function refuseEarly(response: Response, status: number, { message, code, fix }: Refusal): void {
  const { req: request } = response;
  observed.refused.tell(code);
  response.status(status).set('content-type', `${answerType(request) ?? json}; charset=utf-8`);
  const extensions = fix === undefined ? { code } : { code, fix };
  answerUnread(response, JSON.stringify({ errors: [{ message, extensions }] }));
}

/**
 * For handlers after the reader of uploads, which delays every response until the whole request has arrived: a refusal is sent at once,
 * any other response when enough has arrived.
 */
export function answerUploads(): RequestHandler {
  return (request, response, next) => {
    if (request.is('multipart/form-data') !== 'multipart/form-data') {
      next();
      return;
    }
    response.send = (text: unknown) => {
      if (response.statusCode >= 400) request.unpipe();
      const whenRead = response.statusCode >= 400 ? Promise.resolve() : drained(request);
      void whenRead.then(() => {
        answerUnread(response, String(text));
      });
      return response;
    };
    next();
  };
}

function answerUnread(response: Response, text: string): void {
  const { req: request } = response;
  if (response.destroyed || response.headersSent) return;
  response.setHeader('content-length', Buffer.byteLength(text));
  if (isRead(request)) {
    response.end(text);
    return;
  }
  if (!isDrainable(request)) response.setHeader('connection', 'close');
  // The client has the whole response now. It is ended together with the request: until then the server keeps the connection.
  response.write(text);
  request.unpipe();
  void drained(request).then(() => {
    response.end();
    if (!request.complete) request.socket.destroySoon();
  });
}

/** Whether the request is complete or was aborted. */
function isRead(request: Request): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return request.complete || request.destroyed || (encoding === undefined && Number(length ?? 0) === 0);
}

function isDrainable({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= maxDrainedBytes;
}

/** Reads the rest of a request until it is complete, was aborted, or takes too long. */
function drained(request: Request): Promise<void> {
  return new Promise((resolve) => {
    if (isRead(request)) {
      resolve();
      return;
    }
    let drainedBytes = 0;
    const count = (bytes: Buffer) => {
      drainedBytes += bytes.length;
      if (drainedBytes > maxDrainedBytes) end();
    };
    const timer = setTimeout(end, maxDrainedMs).unref();
    function end(): void {
      clearTimeout(timer);
      request.off('data', count).off('end', end).off('close', end);
      resolve();
    }
    request.on('data', count).once('end', end).once('close', end).resume();
  });
}
