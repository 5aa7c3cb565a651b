/**
 * Renames collections in an aggregation: the value of `aliasOf`; or, if the key of a dependency is the name, the key and every
 * use of it (prefixes of mapping values, operands of `when`, joinDependency, dependencyOrder, useAlias,
 * identifierQueryMapping). Names of conditions (`on`) are kept: they belong to the ER schema. A key whose new name another
 * dependency of the block already has is kept, and gets an `aliasOf`.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import type { NewNameOf } from '../../kind.js';
import { mapElements, mapMember, mapMembers } from '../../objectCopies.js';
import { applyKeyRenames } from '../../renameKeys.js';
import { blocksOf } from './aggregation.js';
import { AggregationScopes } from './aggregationScopes.js';

/** Renames within one block. */
interface BlockRenames {
  newNameOf: NewNameOf;
  newKeyOf: (key: string) => string | undefined;
}

/** The rewriter for findAggregationReferences. */
export function rewriteAggregationReferences(spec: JsonObject, newNameOf: NewNameOf): JsonObject {
  const scopes = new AggregationScopes(blocksOf(spec), newNameOf);
  return mapMember(spec, 'aggregation', (file) =>
    mapObjectMember(file, 'config', (config) =>
      mapMembers(config, (block, name) =>
        isJsonObject(block) ? rewriteBlock(block, name, { scopes, newNameOf }) : block,
      ),
    ),
  );
}

function rewriteBlock(
  block: JsonObject,
  name: string,
  { scopes, newNameOf }: { scopes: AggregationScopes; newNameOf: NewNameOf },
): JsonObject {
  const renames = { newNameOf, newKeyOf: (key: string) => scopes.newKeyOf(name, key) };
  const rewritten = mapObjectMember(block, 'dependencies', (dependencies) => {
    const inner = mapMembers(dependencies, (dependency, key) =>
      isJsonObject(dependency) ? rewriteDependency(dependency, renames, scopes.aliasNeededBy(name, key)) : dependency,
    );
    return applyKeyRenames(inner, scopes.newKeysOf(name));
  });
  return mapMembers(rewritten as JsonObject, (value, key) => {
    if (key === 'mapping') return renameOperands(value, renames);
    return key === 'joinDependency' || key === 'dependencyOrder' ? renameKeyNames(value, renames) : value;
  });
}

function rewriteDependency(dependency: JsonObject, renames: BlockRenames, aliasNeeded?: string): JsonObject {
  const rewritten = mapMembers(dependency, (value, key) => {
    if (key === 'aliasOf') return typeof value === 'string' ? (renames.newNameOf(value) ?? value) : value;
    if (key === 'useAlias') return renameKeyNames(value, renames);
    if (key === 'identifierQueryMapping') return renameOperands(value, renames);
    return key === '_select' ? rewriteSelect(value, renames) : value;
  });
  return aliasNeeded === undefined ? rewritten : { ...rewritten, aliasOf: aliasNeeded };
}

function rewriteSelect(select: JsonValue, renames: BlockRenames): JsonValue {
  const rewriteAlternative = (value: JsonValue) =>
    isJsonObject(value) ? rewriteDependency(value, renames) : renameOperands(value, renames);
  const rewriteOption = (option: JsonValue) => {
    if (!isJsonObject(option)) return option;
    const renamed = mapMember(option, 'when', (when) => renameOperands(when, renames));
    return mapMember(renamed, 'value', rewriteAlternative);
  };
  if (!isJsonObject(select)) return select;
  const renamed = mapMember(select, 'options', (options) =>
    Array.isArray(options) ? mapElements(options, rewriteOption) : options,
  );
  return mapMember(renamed, 'default', rewriteAlternative);
}

/** Renames texts, alone or in a list, that are a key of a dependency. */
function renameKeyNames(value: JsonValue, { newKeyOf }: BlockRenames): JsonValue {
  const rename = (text: JsonValue) => (typeof text === 'string' ? (newKeyOf(text) ?? text) : text);
  return Array.isArray(value) ? mapElements(value, rename) : rename(value);
}

/** Renames `DEPENDENCY.field` in every text at any depth; the depth of a spec is limited (maxNestingDepth). */
function renameOperands(value: JsonValue, renames: BlockRenames): JsonValue {
  if (typeof value === 'string') return renameOperand(value, renames);
  if (Array.isArray(value)) return mapElements(value, (element) => renameOperands(element, renames));
  return isJsonObject(value) ? mapMembers(value, (member) => renameOperands(member, renames)) : value;
}

function renameOperand(operand: string, { newKeyOf }: BlockRenames): string {
  const dot = operand.indexOf('.');
  const key = dot < 0 ? operand : operand.slice(0, dot);
  const newKey = newKeyOf(key);
  return newKey === undefined ? operand : newKey + operand.slice(key.length);
}

function mapObjectMember(value: JsonValue, key: string, map: (member: JsonObject) => JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  return mapMember(value, key, (member) => (isJsonObject(member) ? map(member) : member));
}
