/**
 * Items that were already yielded. An item inside another one often occurs more than once in a file: a picklist in each field that uses
 * it, a definition in its folder and by itself. Equal ones are yielded once; different ones with the same name are reported later as
 * duplicates.
 */
import { sha256, canonicalJson } from '../../../shared/canonicalJson.js';
import type { FileItem } from '../format.js';
import { isHoldable } from './heldItems.js';

/** Maximum number of names that are remembered; beyond it, repeated items are reported as duplicates. */
const maxKnown = 20_000;

export class GivenItems {
  private readonly givenByName = new Map<string, { digest: string; isHeld: boolean }>();

  /** Whether an equal item was already yielded and one of the two is inside another item. Remembers the item otherwise. */
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
