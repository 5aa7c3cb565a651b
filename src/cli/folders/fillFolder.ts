import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  folderManifest,
  FolderFault,
  halfWrittenMark,
  isHiddenPath,
  writeFolder,
  type BundleSource,
  type WrittenFolder,
} from '../../features/formats/index.js';
import type { Work } from '../run/runCommand.js';
import { CliFault } from '../terminal/cliFault.js';
import { writeFault } from '../terminal/fileFault.js';
import type { Terminal } from '../terminal/terminal.js';
import { countOf, formatCount } from '../words/numbers.js';
import type { Configuration } from './configuration.js';

/** Writes a configuration to a folder. */
export async function fillFolder(
  { terminal, signal }: Pick<Work, 'terminal' | 'signal'>,
  { source, items, count }: Configuration,
  folder: string,
): Promise<WrittenFolder> {
  await refuseOtherFolder(folder, source.project);
  const onProgress = (done: number) => {
    terminal.progress(`Writing: ${formatCount(done)} of ${countOf(count, 'resource')}`);
  };
  try {
    return await writeFolder(folder, { source, items }, { signal, onProgress });
  } catch (error) {
    if (error instanceof FolderFault) throw new CliFault('FOLDER_FAULT', error.message, { fix: error.fix });
    throw writeFault(error, (error as NodeJS.ErrnoException).path ?? folder);
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

/** A folder of another project would lose what it has, and other folders would be strewn with files. @throws CliFault */
export async function refuseOtherFolder(folder: string, project: { id: string; key: string } | null): Promise<void> {
  await refuseForeignFolder(folder);
  const known = await projectOf(folder);
  if (known === undefined || project === null || known.id === project.id) return;
  throw new CliFault('OTHER_PROJECT', `${folder} holds the project "${known.key}", not "${project.key}".`, {
    fix: 'Name another folder, or delete this one.',
  });
}

/** What people put beside exported resources. */
const notes = /^(?:readme|licen[cs]e|codeowners)\b|\.(?:md|txt)$/i;

async function refuseForeignFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw writeFault(error, folder);
  });
  if (entries.some(({ name }) => name === folderManifest || name === halfWrittenMark)) return;
  const other = entries.find((entry) => !isHiddenPath(entry.name) && (entry.isDirectory() || !notes.test(entry.name)));
  if (!other) return;
  throw new CliFault(
    'NOT_A_FOLDER_OF_WAYBILL',
    `${folder} has other files, such as ${other.name}, and no ${folderManifest}: it is not a folder of Waybill.`,
    { fix: 'Name a folder that is empty, or one that does not exist yet.' },
  );
}

async function projectOf(folder: string): Promise<{ id: string; key: string } | undefined> {
  try {
    const text = await readFile(path.join(folder, folderManifest), 'utf8');
    const { project } = (JSON.parse(text.replace(/^\uFEFF/, '')) as { source: BundleSource }).source;
    return typeof project?.id === 'string' ? project : undefined;
  } catch {
    // There is none, or none that can be read: then there is nothing to compare.
    return undefined;
  }
}
