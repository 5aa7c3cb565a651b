import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { candidatesFor } from '../../../../../../src/features/kinds/candidates.js';
import { compileEntryShape } from '../../../../../../src/features/kinds/packs/objects/entryShape.js';
import type { JsonObject, JsonValue } from '../../../../../../src/shared/json.js';
import { adviceOf, crossFaultsOf, edgesOf, faultsOf, lookupIn, registry } from './registry.js';

/** Real files that are not part of the project; where they are not there, these tests are skipped. */
const folder = path.resolve('..', 'shared', 'samples', 'objects');
const describeSamples = existsSync(folder) ? describe : describe.skip;

interface BatchFile {
  configuration?: { className?: string; taskItemDelegateName?: string };
  items: JsonObject[];
}

const kindByClass: Readonly<Record<string, string>> = {
  ListTypeDefinition: 'Picklist',
  ObjectDefinition: 'ObjectDefinition',
  ObjectFolder: 'ObjectFolder',
};
const partByClass: Readonly<Record<string, string>> = {
  ObjectField: 'objectFields',
  ObjectLayout: 'objectLayouts',
  ObjectRelationship: 'objectRelationships',
};

/** Leaves out what is bound to one environment. */
function stripped(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  const isBound = (key: string, member: JsonValue) =>
    (/^(?:id|.*Id\d?)$/.test(key) && typeof member === 'number') || /^(?:actions|date(?:Created|Modified))$/.test(key);
  const kept = Object.entries(value).filter(([key, member]) => !isBound(key, member));
  return Object.fromEntries(kept.map(([key, member]) => [key, stripped(member)]));
}

function read(name: string): { className: string; delegate: string; items: JsonObject[] } {
  const file = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as BatchFile;
  const { className = 'ObjectDefinition', taskItemDelegateName = '' } = file.configuration ?? {};
  const items = file.items.map((item) => stripped(item) as JsonObject);
  return { className: className.replace(/^.*\./, ''), delegate: taskItemDelegateName.replace(/^C_/, ''), items };
}

const fileNames = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** Every whole resource of the files of a bundle, by kind and name. */
function bundle(prefix: string): Record<string, JsonObject> {
  const files = fileNames.filter((name) => name.startsWith(prefix)).map(read);
  return Object.fromEntries(
    files.flatMap(({ className, items }) => {
      const kind = kindByClass[className];
      return kind === undefined
        ? []
        : items.map((item) => [`${kind}/${item['externalReferenceCode'] as string}`, item] as const);
    }),
  );
}

describeSamples('real files of objects', () => {
  it.each(fileNames)('fit the schemas: %s', (name) => {
    const { className, items } = read(name);
    const kind = kindByClass[className];
    const part = partByClass[className];
    for (const item of items) {
      if (kind !== undefined) expect(faultsOf(kind, item)).toEqual([]);
      else if (part !== undefined) {
        const spec = { [part]: [item] };
        expect(registry.validateSpec('objects/ObjectDefinition', spec, { isPartial: true })).toEqual([]);
      } else expect(['ObjectEntry', 'Account']).toContain(className);
    }
    expect(items.length).toBeGreaterThan(0);
  });

  it.each([
    ['ticket', ['INCLUDED TICKET', 'INCLUDED PRIORITIES', 'external function#liferay-ticket-etc-spring-boot-object-action-ticket']],
    ['coupon', ['external function#coupon-function-springboot']],
    ['devcon', ['INCLUDED LIST_TICKET_PRIORITIES']],
    ['distributor', ['INCLUDED D4B8_DISTRIBUTOR_MANAGEMENT', 'INCLUDED APPLICATION_STATES']],
  ])('name what they need: %s', (prefix, expected) => {
    const edges = Object.entries(bundle(prefix)).flatMap(([key, spec]) => edgesOf(key.split('/')[0] ?? '', spec));
    const named = edges.map((edge) => edge.replace(/ \/[^ ]*$/, ''));
    expect(named).toEqual(expect.arrayContaining(expected));
  }); // prettier-ignore

  it('resolve all but the one definition that is called differently, for which the right one is the first candidate', () => {
    const known = bundle('distributor');
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

  it('hold together inside, but for the parts that repeat the wrong code', () => {
    const known = bundle('distributor');
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

  it.each(['distributor-05', 'distributor-06'])('have entries that fit their definition: %s', (prefix) => {
    const known = bundle('distributor');
    const { delegate, items } = read(fileNames.find((name) => name.startsWith(prefix))!);
    const definition = Object.values(known).find((spec) => spec['name'] === delegate)!;
    const shape = compileEntryShape(definition, lookupIn(known));
    expect(items.map((item) => shape.validate(item))).toEqual([[], [], []]);
    const parents = items.flatMap((item) => shape.references(item).map(({ name }) => name));
    expect(parents).toHaveLength(prefix === 'distributor-06' ? 3 : 0);
    expect(parents.every((name) => name.startsWith('DistributorApplication/'))).toBe(true);
  });
});
