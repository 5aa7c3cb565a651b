/** Small bundles over a few names, so that imports, edits and undos of all clients get into each other's way. */
import path from 'node:path';
import { diskFile, writeBundle } from '../dist/src/features/formats/index.js';
import { canonicalJson, contentDigest } from '../dist/src/shared/canonicalJson.js';

const nameCount = 8;

const kinds = {
  CastFunction: (name, text) => ({ dataType: 'string', type: 'custom', casting: `export default () => '${text}'` }),
  SystemOfRecord: (name, text) => ({ adapter: 'basic', description: text }),
  Projection: (name, text) => ({ fields: [{ name: 'id', type: 'string', primaryKey: true }], description: text }),
  ErSchema: () => ({ version: '1.0.0', config: {} }),
  SingleView: (name, text, random) => ({ erSchema: nameOf('ErSchema', random), description: text }),
};

/** A name of a kind, out of few. */
export function nameOf(kind, random) {
  return `${kind.toLowerCase()}_${Math.floor(random() * nameCount)}`;
}

/** A resource of a random kind, with a spec that is not always the same. */
export function someResource(random) {
  const names = Object.keys(kinds);
  const kind = names[Math.floor(random() * names.length)];
  const name = nameOf(kind, random);
  const spec = kinds[kind](name, `text ${Math.floor(random() * 4)}`, random);
  const parent = kind === 'Projection' ? nameOf('SystemOfRecord', random) : undefined;
  return { kind: `fast-data/${kind}`, name, spec: withoutUnknown(kind, spec), parent };
}

/** Members that a kind does not have are left out here rather than in each maker. */
function withoutUnknown(kind, { description, ...spec }) {
  return kind === 'SystemOfRecord' && description !== undefined ? { ...spec, description } : spec;
}

/** Writes some bundles; gives their paths. */
export async function writeMixedBundles(folder, { count, random }) {
  const files = [];
  for (let number = 0; number < count; number += 1) {
    const file = path.join(folder, `mixed-${number}.json`);
    const project = { id: `source-${number % 2}`, key: `source-${number % 2}`, name: 'Source' };
    const records = recordsOf(random);
    const source = { instance: { id: 'elsewhere', name: 'Elsewhere' }, project, branch: 'main' };
    await writeBundle({
      file: diskFile(file),
      format: 'JSON',
      source: { ...source, exportedAt: '2026-01-31T10:15:00.000Z', exportedBy: null },
      requirements: [],
      records: [{ lines: records.join('\n'), count: records.length }],
    });
    files.push(file);
  }
  return files;
}

/** Each name once, and systems with their projections as it comes. */
function recordsOf(random) {
  const resources = Array.from({ length: 3 + Math.floor(random() * 10) }, () => someResource(random));
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  return [...byName.values()].map(({ kind, name, spec, parent }) => {
    const digest = contentDigest(kind, null, canonicalJson(spec));
    return canonicalJson({
      id: `${kind}:${name}`,
      kind,
      name,
      spec,
      digest,
      ...(parent === undefined ? {} : { parent }),
    });
  });
}
