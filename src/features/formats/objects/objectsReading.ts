/**
 * Turns records into items, for all file formats. The class of a record is that of the upload, else of the file, else it is detected
 * from the record. Parts of definitions and picklists are collected and yielded at the end; nested items are yielded after their outer
 * item.
 */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { unknownSource } from '../bundle/bundleHeader.js';
import type { FileEvent, FileItem, ReadOptions } from '../format.js';
import {
  boundInAnyEntry,
  boundShapeOf,
  boundShapeOfPart,
  LeftOut,
  withDerivedMembers,
  withoutBound,
  type LosingItem,
  type TellLeftOut,
} from '../../kinds/worker.js';
import { checkMapping, RecordMapper } from '../records/fieldMapping.js';
import type { RecordEvent, RecordPlace } from '../records/recordEvents.js';
import { classAssumed, definitionOfRecords, type FileStatement } from './fileStatement.js';
import { GivenItems } from './givenItems.js';
import { unfoldRecord } from './heldItems.js';
import type { UnfoldedRecord } from './heldItems.js';
import { ItemParts, ownerOfPart, withoutOwner } from './itemParts.js';
import {
  apiApplicationDefinition,
  classOfKind,
  findClass,
  hasParts,
  inferClass,
  objectsKinds,
} from './objectsClasses.js';
import type { ObjectsClass } from './objectsClasses.js';
import { namedItem } from './namedItem.js';
import { definitionRequired, kindRequired, noRecords, unknownClass } from './readingProblems.js';
import { brokenItem, nameRecord, recordItem, type BrokenRecord } from './recordItems.js';
import { SiteOfFile } from './siteOfFile.js';

/** Maximum number of invalid records before the first one whose class can be detected. */
const maxWaiting = 1000;

type ObjectsOptions = Pick<ReadOptions, 'kind' | 'name' | 'definitionErc' | 'definitionName' | 'mapping'>;

export class ObjectsReading {
  /** Number of records, independent of the number of items. */
  count = 0;
  private itemCount = 0;
  private isOver = false;
  private readonly parts = new ItemParts();
  private readonly given = new GivenItems();
  private readonly site: SiteOfFile;
  private readonly heldKinds = new Set<string>();
  private readonly leftOut = new LeftOut();
  private readonly mapper: RecordMapper | undefined;
  private readonly statedClass: ObjectsClass | undefined;
  private inferredClass: ObjectsClass | undefined;
  private readonly waiting: BrokenRecord[] = [];
  private events: FileEvent[] = [];

  constructor(
    private readonly options: ObjectsOptions,
    private readonly statement: FileStatement,
  ) {
    const { mapping } = options;
    this.site = new SiteOfFile(statement);
    this.mapper = mapping && statement.isMappedHere !== false ? new RecordMapper(mapping) : undefined;
    this.statedClass = this.classAskedFor() ?? this.classStated();
  }

  /** True after an error about the whole file: nothing more is read. */
  hasEnded(): boolean {
    return this.isOver;
  }

  /** Yields the source, and the problems that are known before the first record. */
  begin(problems: readonly Problem[] = []): FileEvent[] {
    this.events = [{ type: 'source', source: unknownSource }];
    this.tell([...problems, ...checkMapping(this.options.mapping ?? []), ...this.refuseClass()]);
    return this.events;
  }

  /** Handles the events of a reader of records. */
  take(found: readonly RecordEvent[]): FileEvent[] {
    this.events = [];
    for (const event of found) {
      if (this.isOver) break;
      if (event.type === 'broken' || event.type === 'record') this.count += 1;
      if (event.type === 'problem') this.tell([event.problem]);
      else if (event.type === 'broken') this.takeBroken(event);
      else if (event.type === 'record') this.takeRecord(event.record, event.place, event.problems);
    }
    return this.events;
  }

  /** Yields the rest after the last record. */
  finish(): FileEvent[] {
    this.events = [];
    const [waiting] = this.waiting;
    if (waiting) this.tell([kindRequired(waiting.place)]);
    for (const item of this.parts.takeAll()) this.give(item, 0);
    this.tell([...(this.mapper?.finish() ?? []), ...this.leftOut.problems()]);
    if (this.itemCount === 0 && !this.isOver) this.tell([noRecords()]);
    this.tell(this.site.problems(this.inferredClass?.kind));
    return this.events;
  }

  private takeRecord(record: JsonObject, place: RecordPlace, problems: readonly Problem[] | undefined): void {
    const known = this.classOf(record) ?? classAssumed(this.options, this.statement);
    if (known === undefined) {
      this.tell([kindRequired(place)]);
      return;
    }
    this.inferredClass = known;
    this.takeWaiting();
    const mapped = this.mapper?.map(this.mappable(record, known.kind, place)) ?? record;
    const kept = this.site.addTo(this.withoutRestricted(mapped), known.kind);
    if (known.part) this.takePart(kept, { ...known, part: known.part }, { place, problems });
    else this.takeItem(kept, { kind: known.kind, place, problems });
  }

  /** The members of a record that can be mapped. */
  private mappable(record: JsonObject, kind: string, place: RecordPlace): JsonObject {
    return withoutBound(record, boundShapeOf(kind) ?? boundInAnyEntry, this.tellOf(numbered(kind, place)));
  }

  private tellOf(item: LosingItem): TellLeftOut {
    return (loss) => {
      this.leftOut.add(loss, item);
    };
  }

  private takeItem(
    record: JsonObject,
    { kind, place, problems }: { kind: string; place: RecordPlace; problems: readonly Problem[] | undefined },
  ): void {
    const definition = kind === objectsKinds.entry ? definitionOfRecords(this.options, this.statement) : undefined;
    if (kind === objectsKinds.entry && definition === undefined) this.tell([definitionRequired(place)]);
    else if (classOfKind(kind) === undefined) this.give(namedItem(record, { kind, place, problems }), place.bytesRead);
    else {
      const { givenName } = this.statement;
      const named = givenName === undefined ? record : nameRecord(record, givenName, { kind, definition });
      const [outer, ...held] = unfoldRecord(named, kind, this.tellOf(numbered(kind, place)));
      const facts = { kind, place, definition, problems, leftOut: this.leftOut };
      this.give(this.site.tellOf(recordItem(outer?.record ?? named, facts)), place.bytesRead);
      this.giveHeld(held, place, problems);
    }
  }

  /** Faults of the record inside a nested item are also faults of that item. */
  private giveHeld(held: readonly UnfoldedRecord[], place: RecordPlace, problems: readonly Problem[] = []): void {
    for (const { kind, record, path } of held) {
      this.stateSettings(kind);
      const own = problems
        .filter((problem) => path.every((segment, at) => problem.path[at] === segment))
        .map((problem) => ({ ...problem, path: problem.path.slice(path.length) }));
      const facts = { kind, place, definition: undefined, heldAt: path, problems: own, leftOut: this.leftOut };
      this.give(recordItem(record, facts), place.bytesRead);
    }
  }

  /** The settings of the file also apply to the kinds of nested items. */
  private stateSettings(kind: string): void {
    const { settings } = this.statement;
    if (settings === undefined || settings.kind === kind || this.heldKinds.has(kind)) return;
    this.heldKinds.add(kind);
    const { createStrategy, updateStrategy, importStrategy } = settings;
    this.events.push({ type: 'settings', settings: { kind, createStrategy, updateStrategy, importStrategy } });
  }

  private takePart(
    record: JsonObject,
    known: Required<ObjectsClass>,
    { place, problems = [] }: { place: RecordPlace; problems: readonly Problem[] | undefined },
  ): void {
    const ownerErc = ownerOfPart(record, known) ?? this.options.definitionErc ?? this.statement.parentErc;
    if (ownerErc === undefined) {
      const fault = `does not state which ${known.kind === objectsKinds.picklist ? 'picklist' : 'definition'} it belongs to`;
      this.give(brokenItem(known.kind, { fault, place, record }), place.bytesRead);
      return;
    }
    const { at, by } = known.part;
    const key = at.slice(1);
    const { line } = place;
    const bound = boundShapeOfPart(key);
    const tell = this.tellOf({ kind: known.kind, name: ownerErc, line });
    const own = withoutOwner(record, known);
    const [outer, ...held] = unfoldRecord({ [key]: [bound ? withoutBound(own, bound, tell) : own] }, known.kind, tell);
    const [element] = arrayIn(withDerivedMembers(outer?.record ?? {}), key);
    if (!isJsonObject(element)) return;
    const list = { at, by };
    const problem = this.parts.add({ kind: known.kind, ownerErc, list, element, line, problems });
    this.tell(problem ? [problem] : []);
    this.giveHeld(held, place, problems);
  }

  /**
   * An invalid record becomes an item of the kind of the others. If that is not known yet, it waits for the first record whose class can
   * be detected.
   */
  private takeBroken(broken: BrokenRecord): void {
    const kind = (this.statedClass ?? this.inferredClass ?? classAssumed(this.options, this.statement))?.kind;
    const definition = kind === objectsKinds.entry ? definitionOfRecords(this.options, this.statement) : undefined;
    if (kind !== undefined) this.give(brokenItem(kind, broken, definition), broken.place.bytesRead);
    else if (this.waiting.length < maxWaiting) this.waiting.push(broken);
    else this.tell([kindRequired(broken.place)]);
  }

  private takeWaiting(): void {
    for (const broken of this.waiting.splice(0)) this.takeBroken(broken);
  }

  private give(item: FileItem, bytesRead: number): void {
    if (this.given.isRepeated(item)) return;
    this.itemCount += 1;
    this.events.push({ type: 'item', item, bytesRead });
  }

  private tell(problems: readonly Problem[]): void {
    for (const problem of problems) this.events.push({ type: 'problem', problem });
    if (problems.some(({ severity }) => severity === 'ERROR')) this.isOver = true;
  }

  private withoutRestricted(record: JsonObject): JsonObject {
    const { restrictedFields = [] } = this.statement;
    if (restrictedFields.length === 0) return record;
    const restricted = new Set(restrictedFields);
    return Object.fromEntries(Object.entries(record).filter(([key]) => !restricted.has(key)));
  }

  /** A record may be more specific than the file: a picklist entry in a file of picklists. */
  private classOf(record: JsonObject): ObjectsClass | undefined {
    if (this.statedClass && (this.statedClass.part || !hasParts(this.statedClass.kind))) return this.statedClass;
    const own = inferClass(record);
    return own?.part && own.kind === this.statedClass?.kind ? own : (this.statedClass ?? own);
  }

  private classAskedFor(): ObjectsClass | undefined {
    const { kind } = this.options;
    if (kind === undefined) return undefined;
    const stated = this.classStated();
    // For a file of fields, the upload states the kind of definitions.
    return stated?.kind === kind ? stated : (classOfKind(kind) ?? { className: '', kind });
  }

  private classStated(): ObjectsClass | undefined {
    const { className, definitionName } = this.statement;
    const known = className === undefined ? undefined : findClass(className);
    const isApplication = known?.kind === objectsKinds.entry && definitionName === apiApplicationDefinition;
    return isApplication ? classOfKind(objectsKinds.apiApplication) : known;
  }

  private refuseClass(): Problem[] {
    const { className } = this.statement;
    return className !== undefined && this.statedClass === undefined ? [unknownClass(className)] : [];
  }
}

/** A record that has no name yet. */
function numbered(kind: string, { index, line }: RecordPlace): LosingItem {
  return { kind, name: `#${index}`, line };
}

function arrayIn(spec: JsonObject, key: string): readonly JsonValue[] {
  const value = spec[key];
  return Array.isArray(value) ? value : [];
}
