import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DownloadFile } from '../../../client/index.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { writeFault } from '../terminal/fileFault.js';
import { formatSize } from '../words/numbers.js';
import type { Work } from './runCommand.js';

interface Saving {
  client: ServerClient;
  file: DownloadFile;
  /** Where it is written. */
  target: string;
}

/** Downloads a file beside its place and moves it there when its digest is right: what was there stays until then. */
export async function saveDownload({ terminal, signal }: Work, { client, file, target }: Saving): Promise<void> {
  const draft = `${target}.${String(process.pid)}.part`;
  const onProgress = (bytes: number) => {
    terminal.progress(`Downloading: ${formatSize(bytes)} of ${formatSize(file.sizeBytes)}`);
  };
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(client.download(file, { signal, onProgress }), createWriteStream(draft, { flags: 'wx' }), {
      signal,
    });
    await rename(draft, target);
  } catch (error) {
    // The first fault is the one to tell.
    await rm(draft, { force: true }).catch(() => undefined);
    throw writeFault(error, target);
  } finally {
    terminal.clearProgress();
  }
}
