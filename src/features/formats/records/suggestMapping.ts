import type { FieldMapping } from '../format.js';

/** Common other names of Liferay fields, in letters and digits only. */
const aliases: Readonly<Record<string, string>> = {
  erc: 'externalreferencecode',
  externalid: 'externalreferencecode',
  externalkey: 'externalreferencecode',
  extid: 'externalreferencecode',
  referencecode: 'externalreferencecode',
  desc: 'description',
  caption: 'label',
};

/**
 * Suggests a mapping from the fields of a file to the fields of a kind: first equal names, then names that differ in case and
 * separators, then known other names. Each field is used once. Fields without a likely match are left out.
 */
export function suggestMapping(sourceFields: readonly string[], targetFields: readonly string[]): FieldMapping[] {
  const targetBySource = new Map<string, string>();
  const taken = new Set<string>();
  for (const keyOf of [exact, plain, aliased]) {
    const targetByKey = new Map(targetFields.toReversed().map((target) => [keyOf(target), target]));
    for (const source of sourceFields) {
      const target = targetBySource.has(source) ? undefined : findTarget(source, keyOf, targetByKey);
      if (target === undefined || taken.has(target)) continue;
      targetBySource.set(source, target);
      taken.add(target);
    }
  }
  const found = [...targetBySource].map(([source, target]) => ({ source, target }));
  const nested = new Set(
    found.flatMap(({ target }) => (target.includes('.') ? [target.slice(0, target.indexOf('.'))] : [])),
  );
  // A field cannot be mapped as a whole if nested fields are mapped.
  return found.filter(({ target }) => !nested.has(target));
}

/** The target field of this name. For a nested field, the target may be the object around it: `State.key` maps to `state.key`. */
function findTarget(
  source: string,
  keyOf: (name: string) => string,
  targetByKey: ReadonlyMap<string, string>,
): string | undefined {
  const whole = targetByKey.get(keyOf(source));
  if (whole !== undefined) return whole;
  const dot = source.indexOf('.');
  const outer = dot < 1 ? undefined : targetByKey.get(keyOf(source.slice(0, dot)));
  return outer === undefined ? undefined : `${outer}${source.slice(dot)}`;
}

function exact(name: string): string {
  return name;
}

/** Only letters and digits, in lower case. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function aliased(name: string): string {
  const key = plain(name);
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? key) : key;
}
