/**
 * Answers that are given before the whole of a request has come. A client that gets no further with sending often reads no answer: it
 * sees a broken connection instead. So what still comes is read and thrown away while the client reads, within bounds of bytes and
 * time; nothing of it is kept.
 */
import type { Request, RequestHandler, Response } from 'express';

/** So much is read after the answer; whoever sends more is cut off. */
const maxDrainedBytes = 64 * 1024 * 1024;
const maxDrainedMs = 60_000;

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

/** The media type in which a client wants an answer; undefined when it takes none that there is. */
export function answerType(request: Request): string | undefined {
  const accepted = request.accepts([json, graphqlResponse]);
  return accepted === false ? undefined : accepted;
}

/** What a client is told of why it is refused; `fix`: what can be done about it. */
export interface Refusal {
  message: string;
  code: string;
  fix?: string | undefined;
}

/** Answers with an error of GraphQL, whether the body of the request was read or not. */
export function refuseEarly(response: Response, status: number, { message, code, fix }: Refusal): void {
  const { req: request } = response;
  response.status(status).set('content-type', `${answerType(request) ?? json}; charset=utf-8`);
  const extensions = fix === undefined ? { code } : { code, fix };
  answerUnread(response, JSON.stringify({ errors: [{ message, extensions }] }));
}

/**
 * For what answers behind the reader of uploads, which holds every answer back until the whole request has come, however much that is:
 * a refusal goes out at once, and anything else once enough has come.
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
  // The client has the whole answer now. It is ended when the request is: until then the server keeps the connection.
  response.write(text);
  request.unpipe();
  void drained(request).then(() => {
    response.end();
    if (!request.complete) request.socket.destroySoon();
  });
}

/** Whether nothing more of a request will come. */
function isRead(request: Request): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return request.complete || request.destroyed || (encoding === undefined && Number(length ?? 0) === 0);
}

function isDrainable({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= maxDrainedBytes;
}

/** Reads on, until the request is over, broken off, or has gone on for too long. */
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
