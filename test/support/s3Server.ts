/**
 * An object store for tests: the few requests of S3 that the server sends, in memory. It knows conditions, checks the digest of each body,
 * and fails where a test wants it to. It does not check signatures.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request, as a test chooses which one fails. */
export interface S3Request {
  method: string;
  key: string;
  query: URLSearchParams;
}

/** A status with which the store answers, or the end of the connection in the middle of the body. */
export type S3Fault = number | 'CUT';

interface StoredObject {
  body: Buffer;
  writtenAt: Date;
}

interface StoredUpload {
  key: string;
  startedAt: Date;
  parts: Map<number, Buffer>;
}

interface Asked extends S3Request {
  request: IncomingMessage;
  response: ServerResponse;
  body: Buffer;
}

export const s3Bucket = 'files-of-tests';

export class S3Server {
  readonly objects = new Map<string, StoredObject>();
  readonly uploads = new Map<string, StoredUpload>();
  /** Requests that came, in order. */
  readonly asked: string[] = [];
  /** Decides on the fault of a request. */
  fault: (request: S3Request) => S3Fault | undefined = () => undefined;
  /** Objects, or uploads, in one page of a list. */
  pageSize = 1000;
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What lets a server use this store, in a part of its own. */
  settings(prefix = randomBytes(6).toString('hex')): Record<string, string> {
    return s3Settings(this.url, prefix);
  }

  /** On the port of before, if it was stopped. */
  async start(): Promise<this> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch(() => {
        response.destroy();
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.url);
    const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
    const { method = '' } = request;
    const asked = { method, key, query: url.searchParams };
    this.asked.push(`${method} ${key}${url.search}`);
    const fault = this.fault(asked);
    if (typeof fault === 'number') {
      request.resume();
      refuse(response, fault, fault === 503 ? 'SlowDown' : 'AccessDenied');
      return;
    }
    const body = await buffer(request);
    const digest = request.headers['x-amz-content-sha256'];
    if (bucket !== s3Bucket) refuse(response, 404, 'NoSuchBucket');
    else if (request.headers.authorization === undefined) refuse(response, 403, 'AccessDenied');
    else if (digest !== createHash('sha256').update(body).digest('hex'))
      refuse(response, 400, 'XAmzContentSHA256Mismatch');
    else if (key === '') this.list(asked, response);
    else this.ofObject({ ...asked, request, response, body }, fault);
  }

  private ofObject(asked: Asked, fault: 'CUT' | undefined): void {
    const { method, query } = asked;
    if (query.has('uploads')) this.begin(asked);
    else if (query.has('uploadId')) this.ofUpload(asked, query.get('uploadId') ?? '');
    else if (method === 'GET') this.get(asked, fault);
    else if (method === 'PUT') this.put(asked);
    else {
      this.objects.delete(asked.key);
      asked.response.writeHead(204).end();
    }
  }

  private put({ key, body, request, response }: Asked): void {
    if (request.headers['if-none-match'] === '*' && this.objects.has(key)) {
      refuse(response, 412, 'PreconditionFailed');
      return;
    }
    this.objects.set(key, { body, writtenAt: new Date() });
    response.writeHead(200, { etag: tagOf(body) }).end();
  }

  private get({ key, request, response }: Asked, fault: 'CUT' | undefined): void {
    const found = this.objects.get(key);
    if (!found) {
      refuse(response, 404, 'NoSuchKey');
      return;
    }
    const { length } = found.body;
    const [, from = '0', to = String(length - 1)] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (Number(from) >= length) {
      refuse(response, 416, 'InvalidRange');
      return;
    }
    const body = found.body.subarray(Number(from), Number(to) + 1);
    const contentRange = `bytes ${from}-${Number(from) + body.length - 1}/${length}`;
    response.writeHead(206, { 'content-range': contentRange, 'content-length': body.length });
    if (fault === undefined) response.end(body);
    else response.write(body.subarray(0, body.length / 2), () => response.destroy());
  }

  private begin({ key, response }: Asked): void {
    const id = randomBytes(8).toString('hex');
    this.uploads.set(id, { key, startedAt: new Date(), parts: new Map() });
    xml(response, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }

  private ofUpload({ method, key, query, body, response }: Asked, id: string): void {
    const upload = this.uploads.get(id);
    if (upload?.key !== key) refuse(response, 404, 'NoSuchUpload');
    else if (method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body);
      response.writeHead(200, { etag: tagOf(body) }).end();
    } else if (method === 'DELETE') {
      this.uploads.delete(id);
      response.writeHead(204).end();
    } else this.complete({ id, upload, response }, body.toString());
  }

  private complete(
    { id, upload, response }: { id: string; upload: StoredUpload; response: ServerResponse },
    order: string,
  ): void {
    const numbers = [...order.matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, number]) => Number(number));
    const parts = numbers.map((number) => upload.parts.get(number));
    const isEachSound = parts.every((part) => part !== undefined && order.includes(tagOf(part).slice(1, -1)));
    if (!isEachSound || parts.length === 0) {
      refuse(response, 400, 'InvalidPart');
      return;
    }
    this.objects.set(upload.key, { body: Buffer.concat(parts as Buffer[]), writtenAt: new Date() });
    this.uploads.delete(id);
    xml(response, '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>');
  }

  private list({ query }: S3Request, response: ServerResponse): void {
    const prefix = query.get('prefix') ?? '';
    if (query.has('uploads')) {
      this.listUploads(prefix, query.get('key-marker') ?? '', response);
      return;
    }
    const after = query.get('continuation-token') ?? '';
    const keys = [...this.objects.keys()]
      .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/') && key > after)
      .sort();
    const page = keys.slice(0, this.pageSize);
    const contents = page.map((key) => {
      const { body, writtenAt } = this.objects.get(key)!;
      return `<Contents><Key>${key}</Key><Size>${body.length}</Size><LastModified>${writtenAt.toISOString()}</LastModified></Contents>`;
    });
    const isCut = keys.length > page.length;
    const next = isCut ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    xml(
      response,
      `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
  }

  private listUploads(prefix: string, after: string, response: ServerResponse): void {
    const all = [...this.uploads]
      .filter(([, { key }]) => key.startsWith(prefix) && key > after)
      .sort(([, one], [, other]) => (one.key < other.key ? -1 : 1));
    const page = all.slice(0, this.pageSize);
    const uploads = page.map(
      ([id, { key, startedAt }]) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${startedAt.toISOString()}</Initiated></Upload>`,
    );
    const isCut = all.length > page.length;
    const next = isCut ? `<NextKeyMarker>${page.at(-1)?.[1].key}</NextKeyMarker>` : '';
    xml(
      response,
      `<ListMultipartUploadsResult><IsTruncated>${isCut}</IsTruncated>${next}${uploads.join('')}</ListMultipartUploadsResult>`,
    );
  }
}

/** What lets a server use a store of tests. */
export function s3Settings(url: string, prefix: string): Record<string, string> {
  return {
    WAYBILL_FILES_URL: `s3://${s3Bucket}/${prefix}`,
    WAYBILL_S3_ENDPOINT: url,
    WAYBILL_S3_PATH_STYLE: 'true',
    WAYBILL_S3_ACCESS_KEY_ID: 'the-key-of-tests',
    WAYBILL_S3_SECRET_ACCESS_KEY: 'the-secret-of-tests',
  };
}

function tagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  xml(response, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status);
}

function xml(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
}
