/** The second pass over a file: turns entities into items, and collects the problems of the whole file. */
import { warningProblem, type MismatchingIndex, type Problem } from '../../../shared/problem.js';
import type { JsonValue } from '../../../shared/json.js';
import type { FileItem } from '../format.js';
import type { EntityIndex } from './entityIndex.js';
import { readEntity } from './entityItem.js';
import { wrongVersions } from './entityProblems.js';

/** Maximum number of missing ids that are reported, and of items that are named for each. */
const maxMissing = 1000;
const maxRequiredBy = 100;

/** The state of the second reading. */
export class EntityReading {
  private place = 0;
  private xmlCount = 0;
  private collectionCount = 0;
  private readonly requiredByById = new Map<string, string[]>();
  private readonly mismatchByKey = new Map<string, MismatchingIndex>();

  constructor(private readonly index: EntityIndex) {}

  /** Reads the next element of the list. */
  take(element: JsonValue, line: number): FileItem {
    const { item, missingIds, hasXml, hasCollection } = readEntity(element, { place: this.place, line }, this.index);
    this.place += 1;
    if (hasXml) this.xmlCount += 1;
    if (hasCollection) this.collectionCount += 1;
    for (const id of missingIds) this.noteMissing(id, item.name);
    for (const mismatch of item.problems.flatMap(({ mismatchingIndices }) => mismatchingIndices ?? [])) {
      this.mismatchByKey.set(`${mismatch.indexName} ${mismatch.sourceIndexVersion}`, mismatch);
    }
    return item;
  }

  /** Problems that concern many entities are reported once. */
  finish(): Problem[] {
    return [...this.incomplete(), ...this.mismatches(), ...this.leftOut()];
  }

  private noteMissing(id: string, name: string): void {
    const requiredBy = this.requiredByById.get(id);
    if (requiredBy) {
      if (requiredBy.length < maxRequiredBy && requiredBy.at(-1) !== name) requiredBy.push(name);
    } else if (this.requiredByById.size < maxMissing) this.requiredByById.set(id, [name]);
  }

  private incomplete(): Problem[] {
    if (this.requiredByById.size === 0) return [];
    const missing = [...this.requiredByById].map(([missingId, requiredBy]) => ({ missingId, requiredBy }));
    const count = missing.length === 1 ? 'a report' : `${missing.length} reports`;
    const message = `The file is incomplete: it refers to ${count} that it does not contain. Items that depend on them are blocked.`;
    const fix = 'Export it again, or replace them with reports of the branch, using remapPrerequisite.';
    return [warningProblem('FILE_INCOMPLETE', message, { originalCode: 'importFileInvalid', fix, missing })];
  }

  private mismatches(): Problem[] {
    return this.mismatchByKey.size === 0 ? [] : [wrongVersions([...this.mismatchByKey.values()])];
  }

  private leftOut(): Problem[] {
    const told: Problem[] = [];
    if (this.xmlCount > 0) {
      const message = `The XML at /data/configuration/xml of ${counted(this.xmlCount, 'report')} was left out: it belongs to the definition, and exports restore it from there.`;
      told.push(warningProblem('CONTENT_IGNORED', message));
    }
    if (this.collectionCount > 0) {
      const message = `The member "collectionId" of ${counted(this.collectionCount, 'entity', 'entities')} was ignored, because the file does not contain the collection.`;
      told.push(warningProblem('CONTENT_IGNORED', message));
    }
    return told;
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
