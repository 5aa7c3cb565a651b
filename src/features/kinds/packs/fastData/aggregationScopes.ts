/**
 * Which dependency a name in a block means. A block sees its own dependencies and, because it is resolved after them, those of the
 * blocks that it stands in; the nearest wins. Keys of dependencies are renamed here, block by block, and every use follows the
 * dependency that it means, so that an alias of the same name in another block is left alone.
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
  /** The block that this one is a dependency of; of several, the first. */
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

  /**
   * The new name of a collection that a dependency reads by its key, when the key itself could not be renamed: it then needs an
   * `aliasOf`.
   */
  aliasNeededBy(blockName: string, key: string): string | undefined {
    const dependency = this.scopeByBlock.get(blockName)?.dependencyByKey.get(key);
    if (!dependency || !isNamedByKey(dependency) || this.newKeysOf(blockName).has(key)) return undefined;
    const newName = this.newNameOf(key);
    return newName === key ? undefined : newName;
  }

  /** The new key of what `key` means inside the block, or undefined when it keeps its key. */
  newKeyOf(blockName: string, key: string): string | undefined {
    if (!this.renamedKeys.has(key)) return undefined;
    let scope = this.scopeByBlock.get(blockName);
    // Blocks may contain each other in a circle: the walk outwards is bounded.
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
