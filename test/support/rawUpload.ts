import { connect, type Socket } from 'node:net';
import { operationDocument } from './operationResults.js';

const boundary = 'the-boundary';

/** Sends an upload as far as `content` goes, without its end, over a connection that the caller breaks or that the server ends. */
export function beginUpload(
  { url, authorization }: { url: string; authorization: Record<string, string> },
  branchId: string,
  content: Buffer,
): Socket {
  const operations = JSON.stringify({
    query: operationDocument('StageImport'),
    variables: { input: { branchId, file: null } },
  });
  const part = (name: string, text: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const body = [
    part('operations', operations),
    part('map', '{"0":["variables.input.file"]}'),
    `--${boundary}\r\nContent-Disposition: form-data; name="0"; filename="x.json"\r\nContent-Type: application/json\r\n\r\n`,
  ].join('');
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // The server that is killed resets it.
  socket.on('error', () => undefined);
  const headers = {
    host: hostname,
    ...authorization,
    'apollo-require-preflight': 'true',
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(body.length + content.length * 2),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /graphql HTTP/1.1\r\n${head.join('')}\r\n${body}`);
  socket.write(content);
  return socket;
}
