import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  openDiskFolder,
  readFolder,
  type BundleSource,
  type FileItem,
} from '../../../../../src/features/formats/index.js';
import { writeFolder, type WrittenFolder } from '../../../../../src/features/formats/folder/writeFolder.js';
import type { JsonObject } from '../../../../../src/shared/json.js';

export const source: BundleSource = {
  instance: { id: 'i', name: 'here' },
  project: { id: 'p', key: 'library', name: 'Library' },
  branch: 'main',
  exportedAt: '2026-01-01T00:00:00.000Z',
  exportedBy: 'somebody',
};

export function itemOf(name: string, spec: JsonObject = {}, more: Partial<FileItem> = {}): FileItem {
  return {
    ...{ kind: 'fast-data/Projection', name, title: null, externalReferenceCode: null, parent: null },
    ...{ sourceId: `id-of-${name}`, origins: [], spec, claimedDigest: null, isPartial: false, line: 1, problems: [] },
    ...more,
  };
}

/** A folder on disk. */
export class TestFolder {
  private constructor(readonly path: string) {}

  static async make(): Promise<TestFolder> {
    return new TestFolder(await mkdtemp(path.join(tmpdir(), 'waybill-folder-')));
  }

  file(name: string): string {
    return path.join(this.path, name);
  }

  write(items: readonly FileItem[], from: BundleSource = source): Promise<WrittenFolder> {
    return writeFolder(this.path, { source: from, items: () => items });
  }

  /** The items, without what only says where they were read. */
  async items(): Promise<FileItem[]> {
    const items: FileItem[] = [];
    for await (const event of readFolder(await openDiskFolder(this.path)))
      if (event.type === 'item') {
        const item = { ...event.item };
        delete item.member;
        items.push(item);
      }
    return items;
  }

  /** `path: message` of each fault. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for await (const event of readFolder(await openDiskFolder(this.path))) {
      if (event.type === 'source') continue;
      for (const { line, message } of event.type === 'item' ? event.item.problems : [event.problem])
        faults.push(`${event.path}${line === undefined ? '' : `:${line}`}: ${message}`);
    }
    return faults;
  }

  /** Every file with its text, hidden ones too. */
  async texts(): Promise<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const name of (await readdir(this.path, { recursive: true })).sort())
      if ((await stat(this.file(name))).isFile()) texts[name] = await readFile(this.file(name), 'utf8');
    return texts;
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}
