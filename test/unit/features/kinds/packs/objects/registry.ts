import { createKindRegistry, objectsPack } from '../../../../../../src/features/kinds/worker.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';

/** The registry with the objects pack, and the short forms that its tests use. */
export const registry = createKindRegistry([objectsPack]);

export function faultsOf(kind: string, spec: JsonObject): string[] {
  return registry.validateSpec(`objects/${kind}`, spec).map((problem) => problem.message);
}

/** What a spec names, with the requirement of each: `INCLUDED …`, or `external …`. */
export function edgesOf(kind: string, spec: JsonObject): string[] {
  const { references } = registry.get(`objects/${kind}`);
  return registry.findReferences(`objects/${kind}`, spec).map(({ declarationIndex, at, name }) => {
    const declaration = references[declarationIndex];
    return `${declaration?.isExternal === true ? 'external' : String(declaration?.requirement)} ${name} ${at}`;
  });
}

/** Renames resources of a kind by a map of old to new names. */
export function renamed(
  kind: string,
  spec: JsonObject,
  { of, names }: { of: string; names: Readonly<Record<string, string>> },
): JsonObject {
  return registry.rewriteReferences(`objects/${kind}`, spec, (namespace, name) =>
    namespace === `objects/${of}` && Object.hasOwn(names, name) ? names[name] : undefined,
  );
}

export function adviceOf(kind: string, spec: JsonObject, name: string): string[] {
  const facts = {
    mode: 'EDITABLE',
    targetProjectKey: 'here',
    targetCapabilities: [],
    isNestedReference: false,
  } as const;
  const problems = registry.get(`objects/${kind}`).advise?.(spec, { ...facts, kind: `objects/${kind}`, name }) ?? [];
  return problems.map(({ message, fix }) => (fix === undefined ? message : `${message} ${fix}`));
}

/** Runs the cross check of a kind against some specs, by kind and name. */
export function crossFaultsOf(
  kind: string,
  { name, spec }: { name: string; spec: JsonObject },
  known: Readonly<Record<string, JsonObject>>,
): string[] {
  const { crossCheck } = registry.get(`objects/${kind}`);
  const problems = crossCheck?.(spec, name, lookupIn(known)) ?? [];
  return problems.map(({ message, fix }) => (fix === undefined ? message : `${message} ${fix}`));
}

/** A look-up in specs by `Kind/name`. */
export function lookupIn(known: Readonly<Record<string, JsonObject>>) {
  return (kind: string, name: string): JsonObject | undefined => {
    const key = `${kind.slice('objects/'.length)}/${name}`;
    return Object.hasOwn(known, key) ? known[key] : undefined;
  };
}
