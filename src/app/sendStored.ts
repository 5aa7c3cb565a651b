import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { ByteRange, FileStore, StoredFile } from '../features/files/index.js';

interface Exchange {
  request: Request;
  response: Response;
  logger: Logger;
}

/** Of a file, and of no refusal. */
const headersOfFile = ['content-type', 'content-disposition', 'repr-digest', 'etag', 'cache-control', 'accept-ranges'];

/**
 * Sends a stored file, whole or one range of it, with the headers that are already set; `etag` is one of them. A file that is gone is answered
 * with 404, and a store that cannot be used is an error, both also for HEAD. A store that fails in the middle cuts the connection, which the client
 * notices by the length.
 */
export async function sendStored(fileStore: FileStore, file: StoredFile, exchange: Exchange): Promise<void> {
  const { request, response, logger } = exchange;
  const { sizeBytes } = file;
  response.set('accept-ranges', 'bytes');
  if (request.headers['if-match'] !== undefined && !names(request.headers['if-match'], exchange)) {
    response.status(412).end();
    return;
  }
  if (request.fresh) {
    for (const name of ['content-type', 'content-disposition', 'repr-digest']) response.removeHeader(name);
    response.status(304).end();
    return;
  }
  const range = rangeOf(exchange, sizeBytes);
  if (range === 'BEYOND') {
    response.set('content-range', `bytes */${sizeBytes}`);
    for (const name of ['content-disposition', 'repr-digest', 'etag', 'cache-control']) response.removeHeader(name);
    response.status(416).json({ error: `The file has ${sizeBytes} bytes.` });
    return;
  }
  const chunks = await begun(fileStore, { file, range, request }).catch((error: unknown) => {
    for (const name of headersOfFile) response.removeHeader(name);
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  });
  if (chunks === undefined) {
    logger.error({ fileId: file.id }, 'a stored file is lost');
    response.status(404).json({ error: 'The file is lost: it is not in the store any more.' });
    return;
  }
  if (range) response.status(206).set('content-range', `bytes ${range.start}-${range.end}/${sizeBytes}`);
  response.set('content-length', String(range ? range.end - range.start + 1 : sizeBytes));
  // The client may leave, or the store fail, in the middle: the connection has ended then.
  await pipeline(chunks, response).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      logger.error({ fileId: file.id, error }, 'a download broke off');
  });
}

/** One range; all of the file for none, several ones, ones that nobody can read, or if the client has another file. */
function rangeOf(exchange: Exchange, sizeBytes: number): ByteRange | undefined | 'BEYOND' {
  const { request } = exchange;
  const condition = request.headers['if-range'];
  if (typeof condition === 'string' && !names(condition, exchange)) return undefined;
  if (!/^ *bytes=/.test(request.headers.range ?? '')) return undefined;
  const ranges = request.range(sizeBytes, { combine: true });
  if (ranges === -1) return 'BEYOND';
  const [range, ...others] = Array.isArray(ranges) ? ranges : [];
  return others.length > 0 ? undefined : range && { start: range.start, end: range.end };
}

/** Whether a condition of the client names this file. */
function names(condition: string, { response }: Exchange): boolean {
  const tag = String(response.getHeader('etag'));
  return condition.trim() === '*' || condition.split(',').some((one) => one.trim() === tag);
}

const firstByte: ByteRange = { start: 0, end: 0 };

/** Nothing for HEAD, which asks whether the file is there. Else the first chunk is there: what goes wrong before it is an error that can be answered. */
async function begun(
  fileStore: FileStore,
  {
    file,
    range,
    request,
  }: { file: StoredFile; range: ByteRange | undefined; request: Pick<IncomingMessage, 'method'> },
): Promise<AsyncIterable<Buffer> | Iterable<Buffer>> {
  if (file.sizeBytes === 0) return [];
  const isHead = request.method === 'HEAD';
  const source = fileStore.file(file.id).open(isHead ? firstByte : range);
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (isHead) {
    await chunks.return?.();
    return [];
  }
  return (async function* () {
    try {
      for (let next = first; next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  })();
}
