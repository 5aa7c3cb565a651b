/**
 * Resolves names in a block to dependencies. A block sees its own dependencies and those of the blocks around it, because it is
 * resolved after them; the nearest one wins. Keys of dependencies are renamed per block, and every use follows its dependency,
 * so an alias of the same name in another block is not changed.
 */
import { maxNestingDepth } from '../../../../shared/limits.js';
import type { NewNameOf } from '../../kind.js';
import { planKeyRenames } from '../../renameKeys.js';
import type { Block, Dependency } from './aggregation.js';
import { isNamedByKey } from './findAggregationReferences.js';

/** New keys of the dependencies of one block. */
interface Scope {
  dependencyByKey: ReadonlyMap<string, Dependency>;
  newKeyByKey: ReadonlyMap<string, string>;
  /** The block that has this one as a dependency; the first of several. */
  outer: string | undefined;
}

export class AggregationScopes {
  private readonly scopeByBlock = new Map<string, Scope>();
  private readonly renamedKeys: ReadonlySet<string>;

  constructor(
    blocks: readonly Block[],
    private readonly newNameOf: NewNameOf,
  ) {
    const outerByBlock = new Map<string, string>();
    for (const { name, dependencies } of blocks) {
      for (const { key, isConfig } of dependencies) {
        if (isConfig && key !== name && !outerByBlock.has(key)) outerByBlock.set(key, name);
      }
    }
    for (const { name, dependencies } of blocks) {
      this.scopeByBlock.set(name, {
        dependencyByKey: new Map(dependencies.map((dependency) => [dependency.key, dependency])),
        newKeyByKey: planRenames(dependencies, newNameOf),
        outer: outerByBlock.get(name),
      });
    }
    this.renamedKeys = new Set([...this.scopeByBlock.values()].flatMap(({ newKeyByKey }) => [...newKeyByKey.keys()]));
  }

  /** New keys of the block's own dependencies, by their present keys. */
  newKeysOf(blockName: string): ReadonlyMap<string, string> {
    return this.scopeByBlock.get(blockName)?.newKeyByKey ?? new Map();
  }

  /** The new name of a collection whose key could not be renamed: the dependency needs it as `aliasOf`. */
  aliasNeededBy(blockName: string, key: string): string | undefined {
    const dependency = this.scopeByBlock.get(blockName)?.dependencyByKey.get(key);
    if (!dependency || !isNamedByKey(dependency) || this.newKeysOf(blockName).has(key)) return undefined;
    const newName = this.newNameOf(key);
    return newName === key ? undefined : newName;
  }

  /** The new key of the dependency that `key` means in the block; undefined if it keeps its key. */
  newKeyOf(blockName: string, key: string): string | undefined {
    if (!this.renamedKeys.has(key)) return undefined;
    let scope = this.scopeByBlock.get(blockName);
    // Blocks may contain each other in a cycle: the walk outwards is limited.
    for (let steps = 0; scope && steps < maxNestingDepth; steps += 1) {
      if (scope.dependencyByKey.has(key)) return scope.newKeyByKey.get(key);
      scope = scope.outer === undefined ? undefined : this.scopeByBlock.get(scope.outer);
    }
    return undefined;
  }
}

function planRenames(dependencies: readonly Dependency[], newNameOf: NewNameOf): ReadonlyMap<string, string> {
  const namedByKey = new Set(dependencies.filter(isNamedByKey).map(({ key }) => key));
  const keys = dependencies.map(({ key }) => key);
  return planKeyRenames(keys, (key) => (namedByKey.has(key) ? newNameOf(key) : undefined));
}
