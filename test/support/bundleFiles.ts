/** Writes bundles as an export would, for imports to read. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFile } from '../../src/features/files/worker.js';
import {
  writeBundle,
  type BundleFormat,
  type BundleSource,
  type OriginRecord,
  type RecordBlock,
} from '../../src/features/formats/index.js';
import { canonicalJson, contentDigest } from '../../src/shared/canonicalJson.js';
import type { JsonObject } from '../../src/shared/json.js';
import type { NewResource } from './fastDataResources.js';

/** A resource of a bundle: one that was a reference in its source has origins. */
export interface BundleResource extends NewResource {
  id?: string;
  origins?: OriginRecord[];
}

/** Where a bundle is to come from; what is left out is made up. */
export type BundleOptions = Partial<Omit<BundleSource, 'project'>> & { projectKey?: string; format?: BundleFormat };

const batchSize = 1000;

/** Writes a bundle into a file of its own, which `remove` deletes. */
export async function writeBundleFile(
  resources: Iterable<BundleResource>,
  options: BundleOptions = {},
): Promise<{ path: string; remove: () => Promise<void> }> {
  const { projectKey = 'source', format = 'JSON', ...rest } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-bundle-'));
  const file = path.join(folder, format === 'JSON' ? 'bundle.json' : 'bundle.jsonl');
  const source: BundleSource = {
    instance: { id: 'elsewhere', name: 'Elsewhere' },
    project: { id: `project-${projectKey}`, key: projectKey, name: projectKey },
    branch: 'main',
    exportedAt: '2026-01-31T10:15:00.000Z',
    exportedBy: null,
    ...rest,
  };
  await writeBundle({ file: diskFile(file), format, source, requirements: [], records: blocks(resources) });
  return { path: file, remove: () => rm(folder, { recursive: true }) };
}

/** The text of a bundle; {@link writeBundleFile} is for large ones. */
export async function bundleText(resources: Iterable<BundleResource>, options: BundleOptions = {}): Promise<string> {
  const file = await writeBundleFile(resources, options);
  try {
    return await readFile(file.path, 'utf8');
  } finally {
    await file.remove();
  }
}

function* blocks(resources: Iterable<BundleResource>): Generator<RecordBlock> {
  let batch: string[] = [];
  for (const resource of resources) {
    batch.push(recordText(resource));
    if (batch.length < batchSize) continue;
    yield blockOf(batch);
    batch = [];
  }
  if (batch.length > 0) yield blockOf(batch);
}

function blockOf(records: readonly string[]): RecordBlock {
  return { lines: records.join('\n'), count: records.length };
}

/** A record in canonical JSON, with the digest of its content. */
function recordText({ id, kind, name, title, parent, origins, spec }: BundleResource): string {
  const record: JsonObject = { kind, name, spec, digest: contentDigest(kind, title ?? null, canonicalJson(spec)) };
  record['id'] = id ?? `${kind}:${name}`;
  if (title !== undefined) record['title'] = title;
  if (parent !== undefined) record['parent'] = parent;
  if (origins !== undefined) record['origins'] = origins.map((origin) => ({ bundleDigest: null, ...origin }));
  return canonicalJson(record);
}
