import { signCallback } from './signCallback.js';

/** What came of one attempt; an error is a sentence. */
export type PostOutcome = { outcome: 'DELIVERED' } | { outcome: 'STOPPED' } | { outcome: 'FAILED'; error: string };

interface PostOptions {
  secret: string;
  /** ISO 8601 in UTC. */
  now: string;
  timeoutMs: number;
  /** Ends the attempt when the server stops. */
  stop: AbortSignal;
}

/** Posts a body once. Only a status of 200 to 299 counts as taken; redirects are not followed, and nothing of the answer is read. */
export async function postCallback(
  url: string,
  body: string,
  { secret, now, timeoutMs, stop }: PostOptions,
): Promise<PostOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'waybill', ...signCallback(body, { secret, now }) },
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel().catch(() => undefined);
    return response.ok ? { outcome: 'DELIVERED' } : { outcome: 'FAILED', error: refusalSentence(response.status) };
  } catch (error) {
    return stop.aborted ? { outcome: 'STOPPED' } : { outcome: 'FAILED', error: faultSentence(error, timeoutMs) };
  }
}

function refusalSentence(status: number): string {
  const isRedirect = status >= 300 && status < 400;
  return `The receiver answered with status ${status}${isRedirect ? '; redirects are not followed' : ''}.`;
}

function faultSentence(error: unknown, timeoutMs: number): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `The receiver did not answer within ${timeoutMs / 1000} s.`;
  const { code, message: reason } = (cause ?? {}) as { code?: string; message?: string };
  return `The receiver could not be reached (${(code ?? reason ?? message).slice(0, 200)}).`;
}
