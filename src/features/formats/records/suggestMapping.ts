import type { FieldMapping } from '../format.js';

/** What people call fields of the product, in letters and digits alone. */
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
 * Proposes which field of a file becomes which field of a kind: first those of the same name, then those that differ in case and separators,
 * then known other names. Each field is used once; a field without a likely partner is left out.
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
  // A field that others are part of can't be filled as a whole too.
  return found.filter(({ target }) => !nested.has(target));
}

/** A field itself, or the object that it is a part of: `State.key` belongs to the target `state`, as `state.key`. */
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

/** Letters and digits alone, in lower case. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function aliased(name: string): string {
  const key = plain(name);
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? key) : key;
}
