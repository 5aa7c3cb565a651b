import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  folderManifest,
  FolderFault,
  writeFolder,
  type BundleSource,
  type WrittenFolder,
} from '../../features/formats/index.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { fileFault } from '../terminal/fileFault.js';
import type { Terminal } from '../terminal/terminal.js';
import { countOf, formatCount } from '../words/numbers.js';
import type { Configuration } from './configuration.js';

/** Writes a configuration to a folder. */
export async function fillFolder(
  { terminal, signal }: Pick<Work, 'terminal' | 'signal'>,
  { source, items, count }: Configuration,
  folder: string,
): Promise<WrittenFolder> {
  await refuseOtherProject(folder, source.project);
  const onProgress = (done: number) => {
    terminal.progress(`Writing: ${formatCount(done)} of ${countOf(count, 'resource')}`);
  };
  try {
    return await writeFolder(folder, { source, items }, { signal, onProgress });
  } catch (error) {
    if (error instanceof FolderFault) throw new CliFault('FOLDER_FAULT', error.message, { fix: error.fix });
    throw fileFault(error, (error as NodeJS.ErrnoException).path ?? folder);
  } finally {
    terminal.clearProgress();
  }
}

export function sayWritten(
  terminal: Terminal,
  folder: string,
  { resources, written, unchanged, removed }: WrittenFolder,
): void {
  terminal.say(
    `Written to ${folder}: ${countOf(resources, 'resource')}. Of its files, ${formatCount(written)} changed, ` +
      `${formatCount(removed)} were removed, ${formatCount(unchanged)} stayed as they were.`,
  );
}

/** A folder of another project would lose what it has. @throws CliFault */
export async function refuseOtherProject(folder: string, project: { id: string; key: string } | null): Promise<void> {
  const known = await projectOf(folder);
  if (known === undefined || project === null || known.id === project.id) return;
  throw new CliFault('OTHER_PROJECT', `${folder} holds the project "${known.key}", not "${project.key}".`, {
    fix: 'Name another folder, or delete this one.',
  });
}

async function projectOf(folder: string): Promise<{ id: string; key: string } | undefined> {
  try {
    const text = await readFile(path.join(folder, folderManifest), 'utf8');
    const { project } = (JSON.parse(text) as { source: BundleSource }).source;
    return typeof project?.id === 'string' ? project : undefined;
  } catch {
    // There is none, or none that can be read: then there is nothing to compare.
    return undefined;
  }
}
