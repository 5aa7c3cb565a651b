import type { JsonObject } from '../../shared/json.js';
import type { KindRegistry } from '../kinds/worker.js';

/** Names of the kinds whose resources are records. */
export function recordKinds(kinds: KindRegistry): string[] {
  return kinds.list().flatMap(({ name, compileRecordShape }) => (compileRecordShape ? [name] : []));
}

/** Fields that must be unique among the records of a parent, by the parent's stored spec. */
export function uniqueFieldsOf(kinds: KindRegistry, { kind, spec }: { kind: string; spec: string }): readonly string[] {
  // The unique fields do not depend on the specs that the parent refers to.
  return kinds.get(kind).compileRecordShape?.(JSON.parse(spec) as JsonObject, () => undefined).uniqueFields ?? [];
}
