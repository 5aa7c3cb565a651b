import type { JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { FoundReference } from '../../foundReference.js';
import { alternativesOf, blocksOf, textMember, type Dependency, type Part } from './aggregation.js';

/**
 * Finds the collections that an aggregation reads. A dependency whose type is not "config" names one with `aliasOf`, else with
 * its key. With `_select`, each alternative does; one without `aliasOf` means the collection of the dependency. Source:
 * documentation of `aggregation.json`, "Advanced options".
 */
export function findAggregationReferences(spec: JsonObject): FoundReference[] {
  return blocksOf(spec).flatMap(({ dependencies }) =>
    dependencies.filter(({ isConfig }) => !isConfig).flatMap(referencesOfDependency),
  );
}

/** Whether the key of the dependency is the name of the collection that it reads. */
export function isNamedByKey(dependency: Dependency): boolean {
  if (dependency.isConfig || textMember(dependency.value, 'aliasOf') !== undefined) return false;
  const alternatives = alternativesOf(dependency);
  return alternatives.length === 0 || alternatives.some((part) => aliasIn(part) === undefined);
}

function referencesOfDependency(dependency: Dependency): FoundReference[] {
  const alternatives = alternativesOf(dependency);
  const aliases = alternatives.flatMap((part) => aliasIn(part) ?? []);
  if (isNamedByKey(dependency)) return [{ at: toPointer(dependency.path), name: dependency.key }, ...aliases];
  const isOwnAliasUsed = alternatives.length === 0 || aliases.length < alternatives.length;
  const ownAlias = isOwnAliasUsed ? aliasIn(dependency) : undefined;
  return ownAlias ? [ownAlias, ...aliases] : aliases;
}

function aliasIn({ value, path }: Part): FoundReference | undefined {
  const name = textMember(value, 'aliasOf');
  return name === undefined ? undefined : { at: toPointer([...path, 'aliasOf']), name };
}
