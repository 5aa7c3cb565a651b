import { createKindRegistry, fastDataPack } from '../../../../../../src/features/kinds/worker.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';

/** The registry with the Fast Data pack, and the short forms that its tests use. */
export const registry = createKindRegistry([fastDataPack]);

export function faultsOf(kind: string, spec: JsonObject): string[] {
  return registry.validateSpec(`fast-data/${kind}`, spec).map((problem) => problem.message);
}

export function namesIn(kind: string, spec: JsonObject): string[] {
  return registry.findReferences(`fast-data/${kind}`, spec).map(({ name }) => name);
}

/** Renames collections by a map of old to new names. */
export function renamed(kind: string, spec: JsonObject, newNames: Readonly<Record<string, string>>): JsonObject {
  return registry.rewriteReferences(`fast-data/${kind}`, spec, (namespace, name) =>
    namespace === 'collection' && Object.hasOwn(newNames, name) ? newNames[name] : undefined,
  );
}
