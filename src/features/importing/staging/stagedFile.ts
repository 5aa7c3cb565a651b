import { newId } from '../../../shared/clock.js';
import type { Problem } from '../../../shared/problem.js';
import { findUnstorableText } from '../../../shared/walkInput.js';
import { unstorableSource, withNumbersTold } from './storableItem.js';
import { placedTexts, sql } from '../../../database/worker.js';
import type {
  BundleSource,
  FieldTypesOf,
  FileEvent,
  FileItem,
  KnownItem,
  RecordDefinition,
  StatedSettings,
} from '../../formats/index.js';
import { isNamed, writeUnindexed } from '../../resources/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import { updatePlan, type FileFacts, type PlanRow } from '../tables/planRows.js';
import { checkItem, type CheckedItem } from './checkItem.js';
import { copyKnown, type PlacedKnown } from './copyKnown.js';
import { FileGrowth } from './fileGrowth.js';
import { writeBlock } from './recordHashBlocks.js';
import { contextOf, KnownItems } from './knownItems.js';
import { indexStaged } from './indexStaged.js';
import { itemRowsOf, shown, type ExistingResource, type PlacedItem } from './stagedRows.js';
import { noRecord, RecordShapes, type RecordFacts } from './recordShapes.js';
import { RecordDefinitions } from '../mapping/recordDefinitions.js';
import type { ShapingParent } from '../../records/worker.js';

/** Of a recognised item, which has no spec and is written by a statement for many. */
const knownWeight = 0.2;

/** A batch of large specs is written before it fills the memory; in UTF-16 code units. */
const maxBatchLength = 8 * 1024 * 1024;

const unknownSource: BundleSource = { instance: null, project: null, branch: null, exportedAt: null, exportedBy: null };

/** An item that is not written yet: it was read and checked, or recognised. */
type BatchedItem = { recordHash: string | null } & ({ checked: CheckedItem } | { checked?: never; known: KnownItem });

/** Writes the events of a format reader as items of a plan, in batches. */
export class StagedFile {
  readonly problems: Problem[] = [];
  private readonly stated: StatedSettings[] = [];
  itemCount = 0;
  /** Ordinals of items that need a cross-check. */
  readonly toCrossCheck: number[] = [];
  private readonly uniqueKinds = new Set<string>();
  private readonly prerequisiteKinds = new Set<string>();
  private source = unknownSource;
  private bundleDigest: string | null = null;
  private batch: BatchedItem[] = [];
  private batchLength = 0;
  /** The items of the batch, counted by what it takes to keep and write them. */
  private weight = 0;
  /** The transaction that writes the last full batch, while the next one is read. */
  private writing: Promise<void> = Promise.resolve();
  private isBranchEmpty: boolean | undefined;
  /** The lowest id of the contents that were written; null before the first one. */
  private firstContentId: number | null = null;
  private readonly definitions: RecordDefinitions;
  private readonly shapes = new RecordShapes();
  private readonly growth: FileGrowth;
  /** What the items of the file depend on besides their texts; undefined before the first one. */
  private itemContext: string | null | undefined;
  private hasCopies = false;
  /** Recognises records of the file. */
  readonly known: KnownItems;

  constructor(
    private readonly context: TaskContext,
    private readonly plan: PlanRow,
    private readonly format: string,
  ) {
    this.definitions = new RecordDefinitions(context, plan);
    this.growth = new FileGrowth(context.fileLimits);
    this.known = new KnownItems(context, plan, () => contextOf(plan, format, this.source));
  }

  /** What the items so far say about the file. */
  get facts(): Required<Omit<FileFacts, 'records'>> {
    const { stated, uniqueKinds, prerequisiteKinds, itemContext } = this;
    const context = itemContext ?? undefined;
    return { stated, uniqueKinds: [...uniqueKinds].sort(), prerequisiteKinds: [...prerequisiteKinds].sort(), context };
  }

  /** Whether the whole file is refused. */
  get isRefused(): boolean {
    return this.problems.some(({ severity }) => severity === 'ERROR');
  }

  /** The types of cells by the definition of the records, which may precede them in the same file. */
  readonly cellTypesOf: FieldTypesOf = async (kind, definition) => {
    const found = await this.findShape(kind, definition);
    return found?.shape.cellTypes ?? {};
  };

  async add(events: readonly FileEvent[]): Promise<void> {
    for (const event of events) {
      if (event.type === 'item') {
        const checked = await this.addItem(event.item, event.recordHash);
        const beyond = this.growth.take(checked, event.bytesRead);
        if (beyond) this.problems.push(beyond);
        if (beyond) return;
      } else if (event.type === 'known') {
        this.noteContext();
        this.weight += knownWeight;
        this.batch.push({ known: event.known, recordHash: event.known.recordHash });
        const beyond = this.growth.takeKnown(event.known.sizeBytes, event.bytesRead);
        if (beyond) this.problems.push(beyond);
        if (beyond) return;
      } else if (event.type === 'source') this.addSource(event.source);
      else if (event.type === 'settings') this.stated.push(event.settings);
      else if (event.type === 'problem') this.problems.push(event.problem);
      else await this.finish(event);
    }
    if (this.weight >= this.context.batchSize || this.batchLength >= maxBatchLength) await this.flush();
  }

  /** Completes what was written: indexes, provenance and format of the plan, inside the caller's transaction. */
  async complete(): Promise<void> {
    const { connection } = this.context;
    await indexStaged(connection, this.plan.no, this.firstContentId);
    const { instance, project, branch, exportedAt, exportedBy } = this.source;
    const id = newId();
    await connection.run(
      sql`INSERT INTO provenance (id, instance_id, instance_name, project_id, project_key, project_name, branch, exported_at,
         exported_by, bundle_digest, format)
       VALUES (${id}, ${shown(instance?.id ?? null)}, ${shown(instance?.name ?? null)}, ${shown(project?.id ?? null)}, ${shown(project?.key ?? null)}, ${shown(project?.name ?? null)}, ${shown(branch)}, ${shown(exportedAt)},
         ${shown(exportedBy)}, ${this.bundleDigest}, ${this.format})`,
    );
    await updatePlan(connection, this.plan.id, { provenanceId: id, format: this.format });
  }

  private addSource(source: BundleSource): void {
    this.source = source;
    this.problems.push(...unstorableSource(source));
  }

  private async addItem(given: FileItem, recordHash: string | undefined): Promise<CheckedItem> {
    this.noteContext();
    const item = withNumbersTold(given);
    const definition = item.definition ?? this.definitionOf(item);
    const record = definition ? await this.shape(item, definition) : noRecord;
    const checked = checkItem(this.context, item, { plan: this.plan, source: this.source, record });
    if (checked.needsCrossCheck) this.toCrossCheck.push(this.itemCount + this.batch.length);
    this.noteKind(item.kind);
    this.weight += 1;
    this.batch.push({
      checked,
      recordHash: recordHash !== undefined && this.isByTextAlone(checked) ? recordHash : null,
    });
    this.batchLength += checked.content?.specText.length ?? 0;
    return checked;
  }

  /** Whether everything that is stored of an item follows from its record and `contextOf`, so that the record need not be read again. */
  private isByTextAlone({ item, content, problems, needsCrossCheck, isIncomplete }: CheckedItem): boolean {
    if (content === null || problems.length > 0 || needsCrossCheck || isIncomplete || item.isPartial) return false;
    return item.definition === undefined && this.context.kinds.get(item.kind).compileRecordShape === undefined;
  }

  private noteContext(): void {
    if (this.itemContext === undefined) this.itemContext = contextOf(this.plan, this.format, this.source);
  }

  private noteKind(kind: string): void {
    if (this.context.kinds.kindsWithUniqueTexts.has(kind)) this.uniqueKinds.add(kind);
    if (this.context.kinds.kindsWithPrerequisites.has(kind)) this.prerequisiteKinds.add(kind);
  }

  /** In a bundle, the definition of a record is its parent. */
  private definitionOf({ kind, parent }: FileItem): RecordDefinition | undefined {
    const isShaped = this.context.kinds.find(kind)?.compileRecordShape !== undefined;
    return isShaped && parent !== null ? { erc: parent } : undefined;
  }

  private async shape(item: FileItem, definition: RecordDefinition): Promise<RecordFacts> {
    let found = this.definitions.known(definition);
    if (found === undefined) found = await this.findShape(item.kind, definition);
    return found === undefined ? noRecord : this.shapes.apply(item, found);
  }

  /** Null if the definition does not exist; undefined for an unknown kind, or a definition with a text that cannot be stored. */
  private async findShape(kindName: string, definition: RecordDefinition): Promise<ShapingParent | null | undefined> {
    if (findUnstorableText({ definition })) return undefined;
    const known = this.definitions.known(definition);
    const kind = this.context.kinds.find(kindName);
    if (known !== undefined || !kind) return known;
    // The definition may be in the current batch.
    await this.flush();
    await this.written();
    return this.definitions.find(kind, definition);
  }

  private async finish(end: Extract<FileEvent, { type: 'end' }>): Promise<void> {
    this.bundleDigest = end.bundleDigest;
    this.problems.push(...this.shapes.leftOut.problems());
    await this.flush();
    await this.written();
    if (!this.hasCopies) return;
    const { connection } = this.context;
    const kinds = sql`SELECT DISTINCT kind FROM import_item WHERE plan_no = ${this.plan.no} ORDER BY kind`;
    for (const { kind } of await connection.all<{ kind: string }>(kinds)) this.noteKind(kind);
  }

  /** Waits until the batches so far are written: nothing else may begin a transaction before. */
  written(): Promise<void> {
    return this.writing;
  }

  /** Begins to write the batch: a database that is a process of its own writes it while the next one is read. */
  private async flush(): Promise<void> {
    const items = this.batch;
    this.batch = [];
    this.batchLength = 0;
    this.weight = 0;
    if (items.length === 0) return;
    const first = this.itemCount;
    this.itemCount += items.length;
    await this.writing;
    const last = items.at(-1)?.checked;
    if (last) await this.known.continueAfter({ namespace: last.namespace, name: last.item.name });
    this.writing = this.writeBatch(items, first);
    // A failure is thrown to whoever waits for it.
    this.writing.catch(() => undefined);
    if (this.context.connection.dialect === 'sqlite') await this.writing;
  }

  private async writeBatch(items: readonly BatchedItem[], first: number): Promise<void> {
    await this.context.connection.transaction(() => this.write(items, first));
    this.context.count({ processedCount: first + items.length });
  }

  private async write(items: readonly BatchedItem[], first: number): Promise<void> {
    const { connection } = this.context;
    const checkedItems: { checked: CheckedItem; ordinal: number }[] = [];
    const knownItems: PlacedKnown[] = [];
    for (const [index, item] of items.entries()) {
      const ordinal = first + index;
      if (item.checked) checkedItems.push({ checked: item.checked, ordinal });
      else knownItems.push({ known: item.known, ordinal });
    }
    if (checkedItems.length > 0) await this.writeChecked(checkedItems);
    if (knownItems.length > 0) await this.copy(knownItems);
    const hashes = items.map(({ recordHash }) => recordHash);
    await writeBlock(connection, this.plan.no, { first, hashes });
  }

  private async copy(items: readonly PlacedKnown[]): Promise<void> {
    if (this.known.planNo === null) throw new Error('Items are known of no plan');
    this.hasCopies = true;
    await copyKnown(this.context, this.plan, { fromPlanNo: this.known.planNo, items });
  }

  private async writeChecked(items: readonly { checked: CheckedItem; ordinal: number }[]): Promise<void> {
    const { connection } = this.context;
    const held = await this.existingByPlace(items.map(({ checked }) => checked));
    const placed = items.map(({ checked, ordinal }, place): PlacedItem => {
      const { content } = checked;
      const existing = content === null ? undefined : held[place];
      const isSame = existing !== undefined && existing.digest === content?.digest;
      return { checked, ordinal, existing, contentId: isSame ? existing.contentId : null };
    });
    const added = placed.filter(({ checked, contentId }) => checked.content !== null && contentId === null);
    if (added.length > 0) {
      const contents = added.flatMap(({ checked }) => checked.content ?? []);
      let nextId = await writeUnindexed(connection, contents);
      this.firstContentId ??= nextId;
      for (const item of added) item.contentId = nextId++;
    }
    const { columns, rows } = itemRowsOf(this.plan, placed);
    await connection.insertRows('import_item', columns, rows);
  }

  /**
   * The resources that the branch has under the names of the items, at the places of these: an item with the same content uses theirs.
   * Rows have the place instead of the name, because to fetch a text costs more than to fetch a number.
   */
  private async existingByPlace(items: readonly CheckedItem[]): Promise<readonly (ExistingResource | undefined)[]> {
    const { connection } = this.context;
    const { branchId } = this.plan;
    this.isBranchEmpty ??= !(await connection.get(sql`SELECT 1 FROM resource WHERE branch_id = ${branchId} LIMIT 1`));
    if (this.isBranchEmpty) return [];
    const names = items.map(({ content, item }) => (content === null ? null : item.name));
    const rows = await connection.all<ExistingResource & { place: number; namespace: string }>(
      sql`WITH wanted (place, name) AS (${placedTexts(names)})
       SELECT w.place, r.namespace, r.id, r.revision, c.digest, c.id AS content_id FROM wanted w
       JOIN resource r ON r.branch_id = ${branchId} AND ${isNamed('r', sql`w.name`)}
       JOIN content c ON c.id = r.content_id`,
    );
    const held: (ExistingResource | undefined)[] = items.map(() => undefined);
    for (const row of rows) if (row.namespace === items[row.place]?.namespace) held[row.place] = row;
    return held;
  }
}
