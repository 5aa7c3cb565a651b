import { BundleDigest } from '../../src/features/formats/bundle/bundleDigest.js';
import { digestedHeader } from '../../src/features/formats/bundle/bundleHeader.js';
import { canonicalJson, contentDigest } from '../../src/shared/canonicalJson.js';
import type { JsonObject, JsonValue } from '../../src/shared/json.js';

/** One record of a bundle, as a test needs it; `digest` is worked out unless it is given. */
export interface BundleRecord {
  kind: string;
  name: string;
  spec: JsonObject;
  id?: string;
  parent?: string;
  title?: string;
  externalReferenceCode?: string;
  origins?: JsonObject[];
  digest?: string;
}

interface BundleOptions {
  /** Key of the project that the bundle says it comes from; its id follows from it. */
  project?: string;
  branch?: string;
  exportedAt?: string;
  layout?: 'JSON' | 'JSONL';
  /** Members that the bundle is to have instead of the right ones. */
  claims?: JsonObject;
}

/** The line on which the record of this place, from 0, stands. */
export function lineOfRecord(index: number, layout: 'JSON' | 'JSONL' = 'JSON'): number {
  return index + (layout === 'JSON' ? 6 : 2);
}

/** The text of a bundle that another installation might have written. */
export function bundleOf(records: readonly BundleRecord[], options: BundleOptions = {}): string {
  const { layout = 'JSON', claims = {} } = options;
  const header = { formatVersion: 1, source: sourceOf(options), requirements: [], ...pick(claims, headerKeys) };
  const texts = records.map((record) => canonicalJson(withDigest(record)));
  const digest = new BundleDigest(digestedHeader(header));
  if (texts.length > 0) digest.addLines(texts.join('\n'));
  const trailer: JsonObject = { count: texts.length, digest: digest.end(), ...pick(claims, ['count', 'digest']) };
  const head: JsonObject = { format: claims['format'] ?? 'waybill/bundle', ...header };
  return layout === 'JSON' ? jsonText(head, texts, trailer) : linesText(head, texts, trailer);
}

const headerKeys = ['formatVersion', 'source', 'requirements'];

function jsonText(head: JsonObject, records: readonly string[], trailer: JsonObject): string {
  const members = Object.entries(head).map(([key, value]) => `"${key}":${JSON.stringify(value)},`);
  const end = Object.entries(trailer).map(([key, value]) => `"${key}":${JSON.stringify(value)}`);
  return `{${members.join('\n')}\n"resources":[\n${records.join(',\n')}\n],\n${end.join(',\n')}}\n`;
}

function linesText(head: JsonObject, records: readonly string[], trailer: JsonObject): string {
  return `${[JSON.stringify(head), ...records, JSON.stringify(trailer)].join('\n')}\n`;
}

/** What a bundle of this project says of its source. */
export function sourceOf({ project = 'source', branch = 'main', exportedAt }: BundleOptions = {}): JsonObject {
  return {
    instance: { id: 'instance-of-elsewhere', name: 'elsewhere' },
    project: { id: `id-of-${project}`, key: project, name: `Project ${project}` },
    branch,
    exportedAt: exportedAt ?? '2026-02-01T08:00:00.000Z',
    exportedBy: 'somebody',
  };
}

/** The origin that a record carries which was itself a reference, in its source, to a resource of this project. */
export function originIn(project: string, sourceName: string): JsonObject {
  const source = sourceOf({ project, exportedAt: '2026-01-01T08:00:00.000Z' });
  delete source['exportedBy'];
  return { ...source, sourceName, sourceId: `id-of-${sourceName}`, bundleDigest: null };
}

function withDigest(record: BundleRecord): JsonObject {
  const { kind, name, spec, title, externalReferenceCode, parent, origins } = record;
  return {
    kind,
    name,
    spec,
    id: record.id ?? `id-of-${name}`,
    digest: record.digest ?? contentDigest(kind, title ?? null, canonicalJson(spec)),
    ...(title === undefined ? {} : { title }),
    ...(externalReferenceCode === undefined ? {} : { externalReferenceCode }),
    ...(parent === undefined ? {} : { parent }),
    ...(origins === undefined ? {} : { origins }),
  };
}

function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  const entries = keys.flatMap((key): [string, JsonValue][] => {
    const value = object[key];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}
