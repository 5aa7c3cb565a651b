import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { openConfiguration } from './configuration.js';
import { writeConfiguration } from './packFolder.js';

/** Gives `use` a bundle of a folder, which is deleted afterwards. @throws WaybillError with every fault of the folder */
export async function withPackedFolder<Result>(
  { terminal, signal }: Pick<Work, 'terminal' | 'signal'>,
  folder: string,
  use: (bundle: { path: string; name: string }) => Promise<Result>,
): Promise<Result> {
  const configuration = await openConfiguration(folder);
  for (const { file, problem } of configuration.warnings) terminal.warn(`${file}: ${problem.message}`, problem.fix);
  if (configuration.count === 0)
    throw new CliFault('NOTHING_TO_IMPORT', `${folder} contains no resources.`, {
      fix: 'Export something to it first.',
    });
  const draft = await mkdtemp(path.join(tmpdir(), 'waybill-'));
  try {
    const target = path.join(draft, 'bundle.jsonl');
    await writeConfiguration(configuration, { target, format: 'JSONL', signal });
    return await use({ path: target, name: `${path.basename(path.resolve(folder))}.jsonl` });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
