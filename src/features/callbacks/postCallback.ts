import { traceparent } from '../../shared/spans.js';
import { signCallback } from './signCallback.js';

/** Result of an attempt; `error` is a sentence. */
export type PostOutcome = { outcome: 'DELIVERED' } | { outcome: 'STOPPED' } | { outcome: 'FAILED'; error: string };

interface PostOptions {
  secret: string;
  /** ISO 8601 in UTC. */
  now: string;
  timeoutMs: number;
  /** Aborts the attempt when the server stops. */
  stop: AbortSignal;
}

/** Posts a body once. Only status 200 to 299 counts as delivered. Redirects are not followed, and the response body is not read. */
export async function postCallback(url: string, body: string, options: PostOptions): Promise<PostOutcome> {
  const { timeoutMs, stop } = options;
  // One controller for both reasons: the signals of AbortSignal.any and .timeout may be garbage-collected before they fire.
  const end = new AbortController();
  const endNow = () => {
    end.abort();
  };
  const timer = setTimeout(endNow, timeoutMs);
  stop.addEventListener('abort', endNow);
  try {
    if (stop.aborted) return { outcome: 'STOPPED' };
    const status = await send(url, body, { ...options, signal: end.signal });
    return status >= 200 && status < 300
      ? { outcome: 'DELIVERED' }
      : { outcome: 'FAILED', error: refusalSentence(status) };
  } catch (error) {
    if (stop.aborted) return { outcome: 'STOPPED' };
    return { outcome: 'FAILED', error: end.signal.aborted ? lateSentence(timeoutMs) : faultSentence(error) };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', endNow);
  }
}

/** Returns the status of the response. */
async function send(
  url: string,
  body: string,
  { secret, now, signal }: Pick<PostOptions, 'secret' | 'now'> & { signal: AbortSignal },
): Promise<number> {
  const parent = traceparent();
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      ...{ 'content-type': 'application/json', 'user-agent': 'waybill' },
      ...signCallback(body, { secret, now }),
      ...(parent !== undefined && { traceparent: parent }),
    },
    redirect: 'manual',
    signal,
  });
  await response.body?.cancel().catch(() => undefined);
  return response.status;
}

function refusalSentence(status: number): string {
  const isRedirect = status >= 300 && status < 400;
  return `The receiver answered with status ${status}${isRedirect ? '; redirects are not followed' : ''}.`;
}

function lateSentence(timeoutMs: number): string {
  return `The receiver did not answer within ${timeoutMs / 1000} s.`;
}

function faultSentence(error: unknown): string {
  const { message, cause } = error as Error;
  const { code, message: reason } = (cause ?? {}) as { code?: string; message?: string };
  return `The receiver could not be reached (${(code ?? reason ?? message).slice(0, 200)}).`;
}
