import type { FileItem } from '../../features/formats/index.js';
import { kindNamed, knownKinds } from './knownKinds.js';

interface Rename {
  kind: string;
  before: string;
  after: string;
}

/** New names of resources. */
export class Renames {
  private readonly newNames = new Map<string, string>();

  constructor(renames: Iterable<Rename>) {
    for (const { kind, before, after } of renames) {
      const namespace = kindNamed(kind)?.identity.namespace;
      if (namespace !== undefined && before !== after) this.newNames.set(JSON.stringify([namespace, before]), after);
    }
  }

  get isEmpty(): boolean {
    return this.newNames.size === 0;
  }

  of(namespace: string, name: string): string | undefined {
    return this.newNames.get(JSON.stringify([namespace, name]));
  }
}

/**
 * The item under its new name, with the new names of what it refers to. A spec that its kind does not allow stays as it is, because its
 * references cannot be found.
 */
export function renamedItem(item: FileItem, renames: Renames): FileItem {
  const kind = kindNamed(item.kind);
  if (renames.isEmpty || !kind) return item;
  const newNameOf = (namespace: string, name: string) => renames.of(namespace, name);
  const name = renames.of(kind.identity.namespace, item.name) ?? item.name;
  const parentSpace = kind.parentKind === undefined ? undefined : knownKinds.get(kind.parentKind).identity.namespace;
  const newParent = item.parent === null || parentSpace === undefined ? undefined : newNameOf(parentSpace, item.parent);
  const moved = { ...item, name, parent: newParent ?? item.parent };
  const faults = knownKinds.validateSpec(item.kind, item.spec);
  if (faults.some(({ severity }) => severity === 'ERROR')) return moved;
  const spec = knownKinds.rewriteReferences(item.kind, item.spec, newNameOf);
  return { ...moved, spec: name === item.name ? spec : (kind.rewriteOwnName?.(spec, item.name, name) ?? spec) };
}
