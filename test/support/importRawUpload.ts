import { connect } from 'node:net';
import { once } from 'node:events';
import type { GraphqlClient } from './graphqlClient.js';

interface RawUpload {
  branchId: string;
  content: Buffer | string;
  /** What the request says of its length; else it comes in chunks. */
  claimedLength?: number | 'right';
  /** Ends the connection after so many bytes of the body. */
  cutAfter?: number;
  /** Sends no more than so many bytes of the body, and waits. */
  pauseAfter?: number;
}

const boundary = 'waybill-test-boundary';
const query = 'mutation ($input: StageImportInput!) { stageImport(input: $input) { plan { id } problems { code } } }';

/**
 * Sends an upload over a bare socket, so that it may lie about its length or break off; gives all that the server answered
 * until one of the two hung up.
 */
export async function uploadRaw(server: Pick<GraphqlClient, 'url' | 'token'>, upload: RawUpload): Promise<string> {
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let answer = '';
  // A server that has answered may hang up while the rest is still being sent.
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    answer += bytes.toString('latin1');
    if (isWholeAnswer(answer)) socket.destroy();
  });
  const closed = once(socket, 'close');
  const body = bodyOf(upload);
  const { claimedLength, cutAfter, pauseAfter } = upload;
  const length =
    claimedLength === undefined
      ? 'transfer-encoding: chunked'
      : `content-length: ${claimedLength === 'right' ? body.length : claimedLength}`;
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${server.token}\r\n${headers}\r\n${length}\r\n\r\n`,
  );
  const sent = body.subarray(0, cutAfter ?? pauseAfter);
  for (let at = 0; at < sent.length && !socket.destroyed; at += pieceBytes) {
    const piece = sent.subarray(at, at + pieceBytes);
    const framed = claimedLength === undefined ? [`${piece.length.toString(16)}\r\n`, piece, '\r\n'] : [piece];
    const isRoomLeft = framed.map((part) => socket.write(part)).at(-1);
    if (isRoomLeft === false) await Promise.race([once(socket, 'drain'), closed]);
  }
  if (cutAfter !== undefined) socket.destroy();
  else if (claimedLength === undefined && !socket.destroyed) socket.write('0\r\n\r\n');
  await closed;
  return answer;
}

const pieceBytes = 64 * 1024;
const headers = `content-type: multipart/form-data; boundary=${boundary}\r\napollo-require-preflight: true`;

function bodyOf({ branchId, content }: RawUpload): Buffer {
  const operations = JSON.stringify({ query, variables: { input: { branchId, file: null } } });
  const part = (name: string, rest: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${rest}`;
  return Buffer.concat([
    Buffer.from(`${part('operations', '')}\r\n\r\n${operations}\r\n`),
    Buffer.from(`${part('map', '')}\r\n\r\n{"0":["variables.input.file"]}\r\n`),
    Buffer.from(`${part('0', '; filename="upload.json"')}\r\ncontent-type: application/json\r\n\r\n`),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

/** Answers of this server say their length, or end with an empty chunk. */
function isWholeAnswer(answer: string): boolean {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  return length === undefined ? body.endsWith('0\r\n\r\n') || body.endsWith('0\r\n') : body.length >= Number(length);
}
