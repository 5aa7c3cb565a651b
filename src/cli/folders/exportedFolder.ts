import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DownloadFile } from '../../../client/index.js';
import type { WrittenFolder } from '../../features/formats/index.js';
import type { ServerClient } from '../profiles/serverClient.js';
import { saveDownload } from '../run/saveDownload.js';
import type { Work } from '../run/runCommand.js';
import { openConfiguration, type Configuration } from './configuration.js';
import { fillFolder, sayWritten } from './fillFolder.js';

interface Downloading {
  client: ServerClient;
  file: DownloadFile;
}

/** Gives `use` what a file of a server contains; the file is deleted afterwards. */
export async function withDownload<Result>(
  work: Work,
  { client, file }: Downloading,
  use: (configuration: Configuration) => Promise<Result>,
): Promise<Result> {
  const draft = await mkdtemp(path.join(tmpdir(), 'waybill-'));
  try {
    // Its format is found by its content. The name comes from a server: it must not lead to another folder.
    const target = path.join(draft, path.basename(file.name));
    await saveDownload(work, { client, file, target });
    return await use(await openConfiguration(target));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Writes an exported bundle to a folder. */
export function writeExportedFolder(work: Work, downloading: Downloading, folder: string): Promise<WrittenFolder> {
  return withDownload(work, downloading, async (configuration) => {
    const written = await fillFolder(work, configuration, folder);
    sayWritten(work.terminal, folder, written);
    return written;
  });
}
