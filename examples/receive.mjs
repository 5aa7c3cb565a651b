/**
 * Waits for callbacks on port 4001, checks that they come from the server, and prints them.
 *
 *   WAYBILL_CALLBACK_SECRET=… node examples/receive.mjs [<another port>]
 *
 * Signed is the timestamp, a full stop, and the body as it came; an old timestamp is a callback that somebody sends again.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const secret = process.env.WAYBILL_CALLBACK_SECRET ?? '';
const longestAgeSeconds = 300;
const [port = '4001'] = process.argv.slice(2);

createServer(async (request, response) => {
  const body = await text(request);
  const isGenuine = isSigned(request.headers, body);
  console.log(isGenuine ? body : 'A callback with a wrong signature was refused.');
  response.writeHead(isGenuine ? 204 : 401).end();
})
  .on('error', ({ message }) => {
    console.error(`Callbacks can't be received: ${message}.`);
    process.exitCode = 1;
  })
  .listen(Number(port), '127.0.0.1');

function isSigned({ 'waybill-timestamp': timestamp, 'waybill-signature': signature = '' }, body) {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const [given, expected] = [Buffer.from(signature), Buffer.from(`sha256=${digest}`)];
  const isRecent = Math.abs(Date.now() / 1000 - Number(timestamp)) < longestAgeSeconds;
  return isRecent && given.length === expected.length && timingSafeEqual(given, expected);
}
