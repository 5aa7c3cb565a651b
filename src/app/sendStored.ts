import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { ByteRange, FileStore, StoredFile } from '../features/files/index.js';

interface Exchange {
  request: Request;
  response: Response;
}

/**
 * Sends a stored file, whole or one range of it, with the headers that are already set; `etag` is one of them. A file that is gone is an
 * error before anything was sent; a store that fails in the middle cuts the connection, which the client notices by the length.
 */
export async function sendStored(fileStore: FileStore, file: StoredFile, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
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
  const chunks = await begun(fileStore, { file, range, request });
  if (range) response.status(206).set('content-range', `bytes ${range.start}-${range.end}/${sizeBytes}`);
  response.set('content-length', String(range ? range.end - range.start + 1 : sizeBytes));
  // The client may leave, or the store fail, in the middle: the connection has ended then.
  await pipeline(chunks, response).catch(() => undefined);
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

/** Nothing for HEAD. Else the first chunk is there: what goes wrong before it is an error that can be answered. */
async function begun(
  fileStore: FileStore,
  {
    file,
    range,
    request,
  }: { file: StoredFile; range: ByteRange | undefined; request: Pick<IncomingMessage, 'method'> },
): Promise<AsyncIterable<Buffer> | Iterable<Buffer>> {
  if (request.method === 'HEAD' || file.sizeBytes === 0) return [];
  const chunks = fileStore.file(file.id).open(range)[Symbol.asyncIterator]();
  const first = await chunks.next();
  return (async function* () {
    try {
      for (let next = first; next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  })();
}
