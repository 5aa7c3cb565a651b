import { createHash } from 'node:crypto';
import { unreachable } from './transport.js';
import { WaybillError } from './waybillError.js';

/** A file of a task, as the API describes it. */
export interface DownloadFile {
  /** Its signed address; null for who may not read it. */
  url: string | null;
  sha256: string | null;
  sizeBytes: number;
  name: string;
}

export interface DownloadOptions {
  signal?: AbortSignal | undefined;
  /** Called with the number of bytes that arrived. */
  onProgress?: ((receivedBytes: number) => void) | undefined;
}

/** How often a download that broke off is taken up again. */
const attempts = 5;

/**
 * The content of a file, as a stream. A download that breaks off is continued where it was; at its end, size and digest are checked.
 * @throws WaybillError `DIGEST_MISMATCH` after the last bytes, if they are not those of the file
 */
export async function* download(
  file: DownloadFile,
  { signal, onProgress }: DownloadOptions = {},
): AsyncGenerator<Uint8Array> {
  const url = readableUrl(file);
  const hash = createHash('sha256');
  let received = 0;
  for (let attempt = 1; received < file.sizeBytes || attempt === 1; attempt++) {
    try {
      for await (const chunk of await open(url, received, signal)) {
        hash.update(chunk);
        received += chunk.length;
        onProgress?.(received);
        yield chunk;
      }
      if (received >= file.sizeBytes) break;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof WaybillError && error.code !== 'UNREACHABLE') throw error;
      if (attempt >= attempts) throw unreachable(url, error);
    }
  }
  if (received !== file.sizeBytes || (file.sha256 !== null && hash.digest('hex') !== file.sha256))
    throw new WaybillError('DIGEST_MISMATCH', `What arrived is not the file ${file.name}: its digest differs.`, {
      fix: 'Download it again.',
    });
}

function readableUrl({ url, name }: DownloadFile): string {
  if (url !== null) return url;
  throw new WaybillError('FORBIDDEN', `You may not read the file ${name}.`, {
    fix: 'Who started its task may, and who may read everything in it.',
  });
}

/** The rest of the file from a place on. The address is signed: no token is sent, whatever host it names. */
async function open(url: string, from: number, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const headers: Record<string, string> = from === 0 ? {} : { range: `bytes=${String(from)}-` };
  let response: Response;
  try {
    response = await fetch(url, signal ? { headers, signal } : { headers });
  } catch (error) {
    signal?.throwIfAborted();
    throw unreachable(url, error);
  }
  if (!response.body || response.status !== (from === 0 ? 200 : 206)) {
    throw new WaybillError('FILE_GONE', `The file cannot be downloaded: status ${String(response.status)}.`, {
      fix: 'Ask for its address again: it holds for 15 minutes, and as long as the server keeps the file.',
    });
  }
  return response.body;
}
