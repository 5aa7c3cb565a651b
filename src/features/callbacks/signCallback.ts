import { createHmac } from 'node:crypto';

/**
 * The headers by which a receiver knows who sent a body, and when. What is signed is the timestamp in seconds, a full stop, and the
 * bytes of the body: who has seen a callback can neither change it nor send it again later under another time.
 */
export function signCallback(body: string, { secret, now }: { secret: string; now: string }): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'waybill-timestamp': timestamp, 'waybill-signature': `sha256=${digest}` };
}
