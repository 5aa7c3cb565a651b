import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { strays } from '../support/faults.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { orchard } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { operationDocument } from '../support/operationResults.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const patienceMs = 600;
const file = bundleOf(orchard(), { layout: 'JSONL' });

describe('a stalled upload', () => {
  let tempDir: string;
  let server: TestServer;
  let place: Place;
  beforeAll(async () => {
    tempDir = await mkdtemp(path.join(tmpdir(), 'waybill-temp-'));
    server = await startTestServer({ settings: { TMPDIR: tempDir, WAYBILL_STALL_TIMEOUT_MS: String(patienceMs) } });
    place = await new ImportFlow(server).makeProject();
  });
  afterAll(async () => {
    await server.stop();
    await rm(tempDir, { recursive: true });
  });

  it.each([
    ['in the middle of its file', (body: string) => body.length - 200],
    ['before its file', (body: string) => body.indexOf('name="0"') - 60],
    ['before its first byte', () => 0],
  ])('%s is given up with a sentence, and nothing of it stays', async (_where, lengthOf) => {
    const { head, body } = uploadRequest();
    const socket = open();
    socket.write(head + body.slice(0, lengthOf(body)));
    const answer = await answerOf(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_STALLED' } }],
    });
    expect(await strays(server, tempDir)).toEqual([]);
    expect((await new ImportFlow(server).stage(file, place)).status).toBe('READY');
  });

  it('is waited for as long as something comes now and then', async () => {
    const { head, body } = uploadRequest();
    const socket = open();
    const answer = answerOf(socket);
    socket.write(head);
    const pieceLength = Math.ceil(body.length / 10);
    for (let start = 0; start < body.length; start += pieceLength) {
      socket.write(body.slice(start, start + pieceLength));
      await pause(patienceMs / 4);
    }
    expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"plan":\{"id"/);
  });

  function open(): Socket {
    const { hostname, port } = new URL(server.url);
    return connect(Number(port), hostname);
  }

  async function answerOf(socket: Socket): Promise<string> {
    let text = '';
    for await (const chunk of socket.setEncoding('utf8')) text += String(chunk);
    return text;
  }

  /** A request as it goes over the wire, with the connection to be closed after the answer. */
  function uploadRequest(): { head: string; body: string } {
    const boundary = 'the-boundary';
    const operations = {
      query: operationDocument('StageImport'),
      variables: { input: { branchId: place.branchId, file: null } },
    };
    const part = (name: string, content: string, more = '') =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
    const body = [
      part('operations', JSON.stringify(operations)),
      part('map', '{"0":["variables.input.file"]}'),
      part('0', file, '; filename="a.jsonl"\r\nContent-Type: application/json'),
      `--${boundary}--\r\n`,
    ].join('');
    const head = [
      'POST /graphql HTTP/1.1',
      `authorization: Bearer ${server.token}`,
      'Host: localhost',
      'Connection: close',
      'apollo-require-preflight: true',
      `Content-Type: multipart/form-data; boundary=${boundary}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '\r\n',
    ].join('\r\n');
    return { head, body };
  }
});
