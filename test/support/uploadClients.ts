import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** An upload as ordinary programs send it: all of it at once, without a look at what comes back meanwhile. */
export interface ClientUpload {
  url: string;
  token: string;
  branchId: string;
  sizeBytes: number;
  /** Without saying its length. */
  isChunked: boolean;
}

export interface ClientAnswer {
  status: number;
  body: string;
}

export type UploadClient = (upload: ClientUpload) => Promise<ClientAnswer>;

const query = 'mutation ($input: StageImportInput!) { stageImport(input: $input) { plan { id } problems { code } } }';
const operationsOf = (branchId: string) => JSON.stringify({ query, variables: { input: { branchId, file: null } } });
const map = '{"0":["variables.input.file"]}';
const boundary = 'the-boundary-of-a-client';
const headersOf = (token: string) => ({ authorization: `Bearer ${token}`, 'apollo-require-preflight': 'true' });
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };

/** The body in pieces: `fetch` and node:http are given it as a stream. */
function piecesOf({ branchId, sizeBytes }: ClientUpload): Buffer[] {
  const part = (name: string, more: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const file = '; filename="a.json"\r\ncontent-type: application/json';
  const head = `${part('operations', '')}${operationsOf(branchId)}\r\n${part('map', '')}${map}\r\n${part('0', file)}`;
  const piece = Buffer.alloc(64 * 1024, ' ');
  const count = Math.floor(sizeBytes / piece.length);
  const rest = Buffer.alloc(sizeBytes - count * piece.length, ' ');
  return [
    Buffer.from(head),
    ...Array.from({ length: count }, () => piece),
    rest,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ];
}

export const byFetch: UploadClient = async (upload) => {
  const headers = headersOf(upload.token);
  const answer = async (options: RequestInit & { duplex?: 'half' }) => {
    const response = await fetch(`${upload.url}/graphql`, { method: 'POST', ...options });
    return { status: response.status, body: await response.text() };
  };
  if (upload.isChunked) {
    const body = Readable.toWeb(Readable.from(piecesOf(upload))) as unknown as BodyInit;
    return answer({ headers: { ...headers, ...multipart }, body, duplex: 'half' });
  }
  const form = new FormData();
  form.append('operations', operationsOf(upload.branchId));
  form.append('map', map);
  form.append('0', new Blob([Buffer.alloc(upload.sizeBytes, ' ')], { type: 'application/json' }), 'a.json');
  return answer({ headers, body: form });
};

export const byNodeHttp: UploadClient = async (upload) => {
  const pieces = piecesOf(upload);
  const length = { 'content-length': pieces.reduce((total, { length }) => total + length, 0) };
  const headers = { ...headersOf(upload.token), ...multipart, ...(upload.isChunked ? {} : length) };
  const sent = request(`${upload.url}/graphql`, { method: 'POST', headers });
  const [[response]] = await Promise.all([
    once(sent, 'response') as Promise<[IncomingMessage]>,
    Promise.resolve().then(() => {
      Readable.from(pieces).pipe(sent);
    }),
  ]);
  return { status: response.statusCode ?? 0, body: await text(response) };
};

export const byCurl: UploadClient = async (upload) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-curl-'));
  try {
    const file = path.join(folder, 'a.json');
    await writeFile(file, Buffer.alloc(upload.sizeBytes, ' '));
    const headers = Object.entries(headersOf(upload.token)).map((pair) => pair.join(': '));
    if (upload.isChunked) headers.push('transfer-encoding: chunked');
    const form = [
      '--form-string',
      `operations=${operationsOf(upload.branchId)}`,
      '-F',
      `map=${map}`,
      '-F',
      `0=@${file}`,
    ];
    const asked = [...headers.flatMap((header) => ['-H', header]), ...form, '-w', '\n%{http_code}'];
    const { stdout } = await promisify(execFile)('curl', ['-sS', `${upload.url}/graphql`, ...asked]);
    const at = stdout.lastIndexOf('\n');
    return { status: Number(stdout.slice(at + 1)), body: stdout.slice(0, at) };
  } finally {
    await rm(folder, { recursive: true });
  }
};

export function isCurlThere(): Promise<boolean> {
  return promisify(execFile)('curl', ['--version']).then(
    () => true,
    () => false,
  );
}
