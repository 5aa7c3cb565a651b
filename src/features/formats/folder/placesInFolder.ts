import type { FileItem } from '../format.js';
import { recordEnding, type FolderEvent } from './folderFiles.js';
import { foldPath, folderStems, plainStem, suffixedStem, textOfKey, type FolderKey } from './folderNames.js';
import { idTwice, misnamed, twice } from './folderProblems.js';

interface Place extends FolderKey {
  path: string;
}

/** Where the resources of a folder are, and which of them are not where they belong, or there twice. */
export class PlacesInFolder {
  private readonly places: Place[] = [];
  private readonly pathByKey = new Map<string, string>();
  private readonly pathById = new Map<string, string>();
  private readonly doubles: FolderEvent[] = [];

  add(path: string, { kind, name, sourceId }: Pick<FileItem, 'kind' | 'name' | 'sourceId'>): void {
    const key = { kind, name };
    const other = this.pathByKey.get(textOfKey(key));
    if (other !== undefined) {
      this.doubles.push({ type: 'fault', path, problem: twice(key, other) });
      return;
    }
    this.pathByKey.set(textOfKey(key), path);
    this.places.push({ path, ...key });
    if (sourceId === null) return;
    const original = this.pathById.get(sourceId);
    if (original === undefined) this.pathById.set(sourceId, path);
    else this.doubles.push({ type: 'fault', path, problem: idTwice(key, original) });
  }

  *faults(): Generator<FolderEvent> {
    yield* this.doubles;
    const stems = folderStems(this.places);
    const countByFold = new Map<string, number>();
    for (const { path } of this.places) countByFold.set(foldPath(path), (countByFold.get(foldPath(path)) ?? 0) + 1);
    for (const place of this.places) {
      const expected = `${stems.get(textOfKey(place)) ?? ''}${recordEnding}`;
      const path = place.path.normalize('NFC');
      if (path === expected.normalize('NFC')) continue;
      // Whether a path needs its suffix depends on the others: with it or without it, the file is found as long as it is the only one.
      const possible = [plainStem(place), suffixedStem(place)].map((stem) => `${stem}${recordEnding}`.normalize('NFC'));
      if (possible.includes(path) && countByFold.get(foldPath(path)) === 1) continue;
      yield { type: 'fault', path: place.path, problem: misnamed(expected, place) };
    }
  }
}
