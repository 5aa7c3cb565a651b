import type { DropItem } from 'react-aria-components';
import type { PlacedFile } from './oneFileOf.js';

/** The files of what was dropped, those of folders with their paths. */
export async function droppedFiles(items: readonly DropItem[], folder = ''): Promise<PlacedFile[]> {
  const found: PlacedFile[] = [];
  for (const item of items) {
    if (item.kind === 'file') found.push({ path: `${folder}${item.name}`, file: await item.getFile() });
    if (item.kind === 'directory') found.push(...(await droppedFiles(await entriesOf(item), `${folder}${item.name}/`)));
  }
  return found;
}

async function entriesOf(folder: Extract<DropItem, { kind: 'directory' }>): Promise<DropItem[]> {
  const entries: DropItem[] = [];
  for await (const entry of folder.getEntries()) entries.push(entry);
  return entries;
}
