import { createHmac } from 'node:crypto';

/**
 * Headers that let a receiver verify sender and time of a body. The signature covers the timestamp in seconds, a full stop, and the
 * bytes of the body, so that a callback cannot be changed, or replayed with another time.
 */
export function signCallback(body: string, { secret, now }: { secret: string; now: string }): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'waybill-timestamp': timestamp, 'waybill-signature': `sha256=${digest}` };
}
