/** Uploads as https://github.com/jaydenseric/graphql-multipart-request-spec has them, as a stream: the file is never in memory. */
import { randomUUID } from 'node:crypto';
import { send, type Transport } from './transport.js';

/** A file to upload. */
export interface UploadFile {
  /** Its name, without a folder. */
  name: string;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** If it is known, the server can refuse a file that is too large before it is sent. */
  sizeBytes?: number;
}

export interface UploadOptions {
  signal?: AbortSignal | undefined;
  /** Called with the number of bytes that were sent. */
  onProgress?: ((sentBytes: number) => void) | undefined;
}

/** Sends an operation whose variable `input.file` is the file, and gives its data. */
export async function upload(
  transport: Transport,
  { query, input, file }: { query: string; input: object; file: UploadFile },
  { signal, onProgress }: UploadOptions,
): Promise<unknown> {
  const boundary = `waybill-${randomUUID()}`;
  const part = (name: string, rest: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${rest}`;
  const operations = JSON.stringify({ query, variables: { input: { ...input, file: null } } });
  const head = Buffer.from(
    `${part('operations', `\r\n\r\n${operations}\r\n`)}${part('map', '\r\n\r\n{"0":["variables.input.file"]}\r\n')}` +
      part('0', `; filename="${escaped(file.name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
  );
  const foot = Buffer.from(`\r\n--${boundary}--\r\n`);
  const headers: Record<string, string> = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'apollo-require-preflight': 'true',
  };
  if (file.sizeBytes !== undefined) headers['content-length'] = String(head.length + file.sizeBytes + foot.length);
  // fetch of Node takes what can be iterated.
  const content = parts({ head, file, foot, onProgress }) as unknown as BodyInit;
  return send(transport, { content, headers, isStream: true }, signal);
}

async function* parts({
  head,
  file,
  foot,
  onProgress,
}: {
  head: Uint8Array;
  file: UploadFile;
  foot: Uint8Array;
  onProgress: ((sentBytes: number) => void) | undefined;
}): AsyncGenerator<Uint8Array> {
  yield head;
  let sent = 0;
  for await (const chunk of file.content) {
    yield chunk;
    sent += chunk.length;
    onProgress?.(sent);
  }
  yield foot;
}

/** As browsers write a file name in a form. */
function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
