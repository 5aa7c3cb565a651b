import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { diskFile } from '../../../../../../src/features/files/worker.js';
import { detectFormat, formatReaders } from '../../../../../../src/features/formats/index.js';
import type { FileItem } from '../../../../../../src/features/formats/format.js';
import { candidatesFor } from '../../../../../../src/shared/candidates.js';
import { compileEntryShape } from '../../../../../../src/features/kinds/packs/objects/entryShape.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';
import { adviceOf, crossFaultsOf, edgesOf, lookupIn, registry } from './registry.js';

/** Real files that are not part of the project; where they are not there, these tests are skipped. */
const folder = path.resolve('..', 'shared', 'samples', 'objects');
const describeSamples = existsSync(folder) ? describe : describe.skip;

const fileNames = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** The items of a file, as its reader gives them. */
async function read(name: string): Promise<FileItem[]> {
  const file = { ...diskFile(path.join(folder, name)), sizeBytes: statSync(path.join(folder, name)).size };
  const detected = await detectFormat(file, formatReaders);
  if (!('reader' in detected)) throw new Error(detected.problem.message);
  const items: FileItem[] = [];
  for await (const events of detected.reader.read({ ...file, fileName: name })) {
    for (const event of events) if (event.type === 'item') items.push(event.item);
  }
  return items;
}

/** Every whole resource of the files of a bundle, by kind and name. */
async function bundle(prefix: string): Promise<Record<string, JsonObject>> {
  const files = await Promise.all(fileNames.filter((name) => name.startsWith(prefix)).map(read));
  const items = files.flat().filter(({ isPartial, kind }) => !isPartial && kind !== 'objects/ObjectEntry');
  return Object.fromEntries(items.map(({ kind, name, spec }) => [`${kind.slice('objects/'.length)}/${name}`, spec]));
}

describeSamples('real files of objects', () => {
  it.each(fileNames)('fit the schemas: %s', async (name) => {
    const items = await read(name);
    for (const { kind, spec, isPartial } of items) expect(registry.validateSpec(kind, spec, { isPartial })).toEqual([]);
    // Accounts are no resources here.
    expect(items.length > 0).toBe(!name.startsWith('jsont-account'));
  });

  it.each([
    ['ticket', ['INCLUDED TICKET', 'INCLUDED PRIORITIES', 'external function#liferay-ticket-etc-spring-boot-object-action-ticket']],
    ['coupon', ['external function#coupon-function-springboot']],
    ['devcon', ['INCLUDED LIST_TICKET_PRIORITIES']],
    ['distributor', ['INCLUDED D4B8_DISTRIBUTOR_MANAGEMENT', 'INCLUDED APPLICATION_STATES']],
  ])('name what they need: %s', async (prefix, expected) => {
    const edges = Object.entries(await bundle(prefix)).flatMap(([key, spec]) => edgesOf(key.split('/')[0] ?? '', spec));
    const named = edges.map((edge) => edge.replace(/ \/[^ ]*$/, ''));
    expect(named).toEqual(expect.arrayContaining(expected));
  }); // prettier-ignore

  it('resolve all but the one definition that is called differently, for which the right one is the first candidate', async () => {
    const known = await bundle('distributor');
    const definitions = Object.entries(known).filter(([key]) => key.startsWith('ObjectDefinition/'));
    const missing = definitions.flatMap(([, spec]) => {
      const kind = 'objects/ObjectDefinition';
      const { references } = registry.get(kind);
      return registry.findReferences(kind, spec).flatMap((reference) => {
        const { to, isExternal } = references[reference.declarationIndex]!;
        const isKnown = to.some((target) =>
          Object.hasOwn(known, `${target.slice('objects/'.length)}/${reference.name}`),
        );
        return isExternal === true || isKnown
          ? []
          : [{ name: reference.name, hint: registry.hintOf(kind, spec, reference) }];
      });
    });
    expect(missing).toEqual([{ name: 'D4B8_APPLICATION_VALIDATION', hint: 'DistributorValidation' }]);
    const names = definitions.map(([key, spec]) => ({
      name: key.split('/')[1] ?? '',
      secondName: spec['name'] as string,
    }));
    const [first] = candidatesFor('D4B8_APPLICATION_VALIDATION', names, { hint: missing[0]?.hint });
    expect(first).toEqual({ name: 'D4B8_DISTRIBUTOR_VALIDATION', score: 1 });
  });

  it('hold together inside, but for the parts that repeat the wrong code', async () => {
    const known = await bundle('distributor');
    for (const [key, spec] of Object.entries(known)) {
      const [kind = '', name = ''] = key.split('/');
      const advice = adviceOf(kind, spec, name).filter((text) => !text.includes('says that it belongs to'));
      expect(advice).toEqual([]);
      expect(crossFaultsOf(kind, { name, spec }, known)).toEqual([]);
    }
    const wrong = adviceOf(
      'ObjectDefinition',
      known['ObjectDefinition/D4B8_DISTRIBUTOR_VALIDATION']!,
      'D4B8_DISTRIBUTOR_VALIDATION',
    );
    expect(wrong).toHaveLength(2);
  });

  it.each(['distributor-05', 'distributor-06'])('have entries that fit their definition: %s', async (prefix) => {
    const known = await bundle('distributor');
    const items = await read(fileNames.find((name) => name.startsWith(prefix))!);
    const delegate = items[0]?.definition?.name;
    const definition = Object.values(known).find((spec) => spec['name'] === delegate)!;
    const shape = compileEntryShape(definition, lookupIn(known));
    expect(items.map(({ spec }) => shape.validate(spec))).toEqual([[], [], []]);
    const parents = items.flatMap(({ spec }) => shape.references(spec).map(({ name }) => name));
    expect(parents).toHaveLength(prefix === 'distributor-06' ? 3 : 0);
    expect(parents.every((name) => name.startsWith('DistributorApplication/'))).toBe(true);
  });
});
