import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diskFile } from '../../../../../src/features/files/worker.js';
import { writeBundle } from '../../../../../src/features/formats/index.js';
import type { WriteBundleOptions } from '../../../../../src/features/formats/bundle/bundleWriting.js';
import type { BundleFormat, BundleSource, RecordBlock } from '../../../../../src/features/formats/index.js';
import { canonicalJson } from '../../../../../src/shared/canonicalJson.js';
import type { JsonObject } from '../../../../../src/shared/json.js';
import { withFolder } from '../writtenFile.js';

/** Where the bundles of these tests come from. */
export const source: BundleSource = {
  instance: { id: 'inst-1', name: 'Harbour' },
  project: { id: 'p-1', key: 'orchard', name: 'Orchard' },
  branch: 'main',
  exportedAt: '2026-01-31T10:15:00.000Z',
  exportedBy: 'ann',
};
/** What they need. */
export const requirements = [
  {
    kinds: ['fast-data/CrudCollection'],
    name: 'ledger',
    requirement: 'REQUIRED',
    requiredBy: [{ kind: 'fast-data/ErSchema', name: 'farm' }],
  },
];
/** Where their second record came from. */
export const origins = [
  {
    instance: null,
    project: { id: 'p-0', key: 'seed', name: 'Seed' },
    branch: 'main',
    exportedAt: null,
    sourceName: 'old',
    sourceId: null,
    bundleDigest: null,
  },
];
/** Three records of different shapes. */
export const records: JsonObject[] = [
  {
    id: 'r1',
    kind: 'fast-data/ErSchema',
    name: 'farm',
    digest: 'sha256:00',
    dependencies: [],
    spec: { version: '1.0.0', config: {} },
  },
  { kind: 'fast-data/Projection', name: 'trees', parent: 'erp', title: 'Trees, "old"', spec: { fields: [] }, origins },
  { kind: 'objects/Definition', name: 'Obst', externalReferenceCode: 'ERC-É', spec: { 'a\nb': [1.5, null, '\u2028'] } },
];

/** Records as the database gives them. */
export function textsOf(values: readonly JsonObject[]): string[] {
  return values.map((value) => canonicalJson(value));
}

/** Records in canonical JSON as one block. */
export function blockOf(records: readonly string[]): RecordBlock {
  return { lines: records.join('\n'), count: records.length };
}

/** Writes a bundle and gives its text. */
export async function write(
  format: BundleFormat,
  values: readonly JsonObject[],
  changes: Partial<WriteBundleOptions> = {},
): Promise<string> {
  return withFolder(async (folder) => {
    const file = path.join(folder, 'bundle');
    await writeBundle({
      file: diskFile(file),
      format,
      source,
      requirements,
      records: [blockOf(textsOf(values))],
      ...changes,
    });
    return readFile(file, 'utf8');
  });
}

/** Every shape of a bundle. */
export const formats: BundleFormat[] = ['JSON', 'JSONL'];
