import type { JsonObject } from '../../shared/json.js';
import type { KindRegistry } from '../kinds/worker.js';

/** The names of the kinds whose resources are records. */
export function recordKinds(kinds: KindRegistry): string[] {
  return kinds.list().flatMap(({ name, compileRecordShape }) => (compileRecordShape ? [name] : []));
}

/** The fields whose values the records of a parent may have once, by the parent's spec as it is stored. */
export function uniqueFieldsOf(kinds: KindRegistry, { kind, spec }: { kind: string; spec: string }): readonly string[] {
  // Which fields are unique does not depend on the specs that the parent names.
  return kinds.get(kind).compileRecordShape?.(JSON.parse(spec) as JsonObject, () => undefined).uniqueFields ?? [];
}
