/**
 * Which items were given already. An item inside of another often stands in the file more than once: a picklist in each field that uses it,
 * a definition in its folder and by itself. The same one twice is one item; two that differ are told apart later, as any two of one name.
 */
import { sha256, canonicalJson } from '../../../shared/canonicalJson.js';
import type { FileItem } from '../format.js';
import { isHoldable } from './heldItems.js';

/** So many names are remembered; a file with more of them than this has its repeated items told as duplicates. */
const maxKnown = 20_000;

export class GivenItems {
  private readonly givenByName = new Map<string, { digest: string; isHeld: boolean }>();

  /** Whether an equal item was given, and that one of the two stands inside of another item. Remembers the item otherwise. */
  isRepeated({ kind, name, spec, isHeld = false, isPartial }: FileItem): boolean {
    if (isPartial || !isHoldable(kind)) return false;
    const key = `${kind}\n${name}`;
    const given = this.givenByName.get(key);
    const digest = sha256(canonicalJson(spec));
    if (given === undefined) {
      if (this.givenByName.size < maxKnown) this.givenByName.set(key, { digest, isHeld });
      return false;
    }
    return (given.isHeld || isHeld) && given.digest === digest;
  }
}
