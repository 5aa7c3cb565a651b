/** Sends operations over HTTP, and says in a sentence why there is no answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WaybillError } from './waybillError.js';

/** An operation with the types of its result and its variables; its text is `String(document)`. */
export interface TypedDocument<Data, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Data;
}

export interface Transport {
  /** The address of the API. */
  url: string;
  token: string;
  /** Ends the requests that have no signal of their own. */
  signal?: AbortSignal | undefined;
}

interface Body {
  content: BodyInit;
  headers: Record<string, string>;
  /** Whether it can be sent only once. */
  isStream?: boolean;
}

interface Answer {
  data?: unknown;
  errors?: readonly { message: string; extensions?: { code?: string; fix?: string } }[];
}

/** How often a request is sent that the server refuses to read because it has too much to do, and the longest wait between. */
const attempts = 5;
const longestWaitMs = 30_000;

/** The address of the API: below the address of a server, unless it is that already. Throws a TypeError if it is no address. */
export function apiAddress(address: string): string {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`${address} is no http or https address.`);
  if (!url.pathname.endsWith('/graphql')) url.pathname = `${url.pathname.replace(/\/$/, '')}/graphql`;
  return url.href;
}

export async function ask<Data, Variables>(
  transport: Transport,
  document: TypedDocument<Data, Variables>,
  { variables, signal }: { variables: Variables; signal?: AbortSignal | undefined },
): Promise<Data> {
  const query = String(document);
  const content = JSON.stringify({ query, variables });
  try {
    return (await send(transport, { content, headers: { 'content-type': 'application/json' } }, signal)) as Data;
  } catch (error) {
    throw query.trimStart().startsWith('mutation') ? perhapsDone(error) : error;
  }
}

/** Codes of connections that broke off when the request may have arrived. */
const brokenOff: ReadonlySet<string> = new Set([
  ...['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
]);

/** The server may have carried out a mutation whose answer was lost: whoever sends it again must know. */
function perhapsDone(error: unknown): unknown {
  if (!(error instanceof WaybillError) || error.code !== 'UNREACHABLE') return error;
  let inner: unknown = error;
  while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause;
  if (!brokenOff.has((inner as { code?: string }).code ?? '')) return error;
  return new WaybillError(error.code, `${error.message} It may have done what was asked.`, {
    fix: 'See what the server has done before you ask again: its tasks show it.',
    cause: error,
  });
}

/** Sends one request and gives its data. */
export async function send(transport: Transport, body: Body, ownSignal?: AbortSignal): Promise<unknown> {
  const signal = ownSignal ?? transport.signal;
  for (let attempt = 1; ; attempt++) {
    const response = await post(transport, body, signal);
    const waitMs = waitOf(response);
    if (waitMs !== undefined && attempt < attempts && body.isStream !== true) {
      await response.arrayBuffer();
      await sleep(waitMs, undefined, signal && { signal });
      continue;
    }
    return dataOf(transport, response);
  }
}

async function post({ url, token }: Transport, { content, headers }: Body, signal?: AbortSignal): Promise<Response> {
  const sent = { accept: 'application/json', authorization: `Bearer ${token}`, ...headers };
  // A stream is sent while the answer may come already.
  const options = { method: 'POST', headers: sent, body: content, duplex: 'half', redirect: 'error' } as RequestInit;
  try {
    return await fetch(url, signal ? { ...options, signal } : options);
  } catch (error) {
    signal?.throwIfAborted();
    throw unreachable(url, error);
  }
}

/** A server that has too much to do says when to come back. */
function waitOf({ status, headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  if ((status !== 429 && status !== 503) || Number.isNaN(seconds)) return undefined;
  return Math.min(longestWaitMs, seconds * 1000);
}

/** Why a request did not reach the server: the sentence of the innermost cause. */
export function unreachable(url: string, error: unknown): WaybillError {
  let inner = error;
  while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause;
  const { code, message } = inner as { code?: string; message?: string };
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER')
    return new WaybillError('UNREACHABLE', `${url} does not speak HTTPS.`, {
      fix: 'Check the address: it may begin with http://.',
      cause: error,
    });
  const reason = message !== undefined && message !== '' ? message : (code ?? String(inner));
  return new WaybillError('UNREACHABLE', `${url} does not answer: ${reason}.`, {
    fix: 'Check the address, and that the server runs.',
    cause: error,
  });
}

async function dataOf({ url }: Transport, response: Response): Promise<unknown> {
  const { data, errors } = await parsed(url, response);
  const [first] = errors ?? [];
  if (first) {
    const { code = `HTTP_${String(response.status)}`, fix } = first.extensions ?? {};
    throw new WaybillError(code, first.message, { fix: fix ?? fixOf(response.status) });
  }
  if (data === null || data === undefined) throw notWaybill(url, response.status);
  return data;
}

async function parsed(url: string, response: Response): Promise<Answer> {
  const text = await response.text().catch((error: unknown) => {
    throw unreachable(url, error);
  });
  try {
    const answer = JSON.parse(text) as Answer | null;
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // It is not JSON: what follows says so.
  }
  throw notWaybill(url, response.status);
}

function notWaybill(url: string, status: number): WaybillError {
  return new WaybillError(
    'NOT_WAYBILL',
    `${url} answers with status ${String(status)}, and not as a Waybill server does.`,
    {
      fix: 'Check the address: it is that of the server, with or without /graphql at its end.',
    },
  );
}

function fixOf(status: number): string | undefined {
  if (status === 401) return 'Sign in again, or use another token.';
  return status === 413 ? 'Split the file, or ask who runs the server to raise the limit.' : undefined;
}
