/** An upload that is refused before all of it has come: ordinary clients read why, and the server keeps nothing of it. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { peakMemory } from '../support/peakMemory.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { byCurl, byFetch, byNodeHttp, isCurlThere, type UploadClient } from '../support/uploadClients.js';

const mebibyte = 1024 * 1024;
const limitBytes = 2 * mebibyte;
const tooLarge = {
  message: `The file is larger than the ${limitBytes} bytes that this server accepts (WAYBILL_MAX_UPLOAD_BYTES).`,
  extensions: {
    code: 'FILE_TOO_LARGE',
    fix: 'Upload it in smaller files, or start the server with a larger WAYBILL_MAX_UPLOAD_BYTES.',
  },
};
const sizes = { 'just too large': limitBytes + 1, 'of 3 MB': 3_000_000, 'of 20 MiB': 20 * mebibyte };

describe('a refused upload', () => {
  let server: TestServer;
  let place: Place;
  let tempDir: string;
  const clients: [string, UploadClient][] = [
    ['fetch', byFetch],
    ['node:http', byNodeHttp],
  ];
  beforeAll(async () => {
    tempDir = await mkdtemp(path.join(tmpdir(), 'waybill-uploads-'));
    server = await startTestServer({ settings: { WAYBILL_MAX_UPLOAD_BYTES: String(limitBytes), TMPDIR: tempDir } });
    place = await new ImportFlow(server).makeProject();
    if (await isCurlThere()) clients.push(['curl', byCurl]);
  });
  afterAll(async () => {
    await server.stop();
    await rm(tempDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (let times = 0; times < 200 && (await readdir(tempDir)).length > 0; times += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await readdir(tempDir)).toEqual([]);
  });

  describe.each([
    ['says its length', false],
    ['comes in chunks', true],
  ])('that %s', (_how, isChunked) => {
    it.each(Object.entries(sizes))('and is %s is answered in one form', async (_what, sizeBytes) => {
      for (const [name, client] of clients) {
        const sent = { url: server.url, token: server.token, branchId: place.branchId, sizeBytes, isChunked };
        const { status, body } = await client(sent);
        const { errors } = JSON.parse(body) as { errors: unknown };
        expect([name, status, errors]).toMatchObject([name, 413, [tooLarge]]);
      }
    });

    it.each([1, mebibyte, 3_000_000, 20 * mebibyte])(
      'and has %d bytes and a wrong token is told so',
      async (sizeBytes) => {
        for (const [name, client] of clients) {
          const sent = { url: server.url, token: 'wrong', branchId: place.branchId, sizeBytes, isChunked };
          const { status, body } = await client(sent);
          // After many of them, the address is told to wait.
          const code = status === 429 ? 'TOO_MANY_ATTEMPTS' : 'UNAUTHENTICATED';
          expect([name, [401, 429].includes(status), body]).toEqual([name, true, expect.stringContaining(code)]);
        }
      },
    );
  });

  it.each([
    ['of somebody unknown', 'wrong', '(401|429)'],
    ['of somebody known', undefined, '413'],
  ])('%s that never ends is cut off, and is held in no memory', async (_who, token, status) => {
    const before = peakMemory(server.pid);
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: localhost',
      `Authorization: Bearer ${token ?? server.token}`,
      'Apollo-Require-Preflight: true',
      'Transfer-Encoding: chunked',
      'Content-Type: multipart/form-data; boundary=x',
    ];
    const operations = JSON.stringify({
      query: 'mutation ($input: StageImportInput!) { stageImport(input: $input) { plan { id } } }',
      variables: { input: { branchId: place.branchId, file: null } },
    });
    const part = (name: string) => `--x\r\ncontent-disposition: form-data; name="${name}"`;
    const body = `${part('operations')}\r\n\r\n${operations}\r\n${part('map')}\r\n\r\n{"0":["variables.input.file"]}\r\n${part('0')}; filename="a.json"\r\n\r\n`;
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n`);
    const piece = Buffer.alloc(mebibyte, ' ');
    let sentCount = 0;
    for (; !socket.destroyed && sentCount < 1000; sentCount += 1) {
      socket.write(`${piece.length.toString(16)}\r\n`);
      socket.write(piece);
      if (!socket.write('\r\n')) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
    }
    await closed;
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(sentCount).toBeLessThan(300);
    expect(peakMemory(server.pid) - before).toBeLessThan(100 * mebibyte);
  });
});
