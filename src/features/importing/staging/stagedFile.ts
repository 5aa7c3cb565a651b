import { newId } from '../../../shared/clock.js';
import type { Problem } from '../../../shared/problem.js';
import { findUnstorableText } from '../../../shared/walkInput.js';
import { unstorableSource, withNumbersTold } from './storableItem.js';
import { sql } from '../../../database/worker.js';
import type {
  BundleSource,
  FieldTypesOf,
  FileEvent,
  FileItem,
  RecordDefinition,
  StatedSettings,
} from '../../formats/index.js';
import type { TaskContext } from '../../tasks/worker.js';
import { updatePlan, type FileFacts, type PlanRow } from '../tables/planRows.js';
import { checkItem, type CheckedItem } from './checkItem.js';
import { BatchWriter, type BatchedItem } from './batchWriter.js';
import { FileGrowth } from './fileGrowth.js';
import { contextOf, KnownItems } from './knownItems.js';
import { indexStaged } from './indexStaged.js';
import { shown } from './stagedRows.js';
import { noRecord, RecordShapes, type RecordFacts } from './recordShapes.js';
import { RecordDefinitions } from '../mapping/recordDefinitions.js';
import type { ShapingParent } from '../../records/worker.js';

/** Of a recognised item, which has no spec and is written by a statement for many. */
const knownWeight = 0.2;

/** A batch of large specs is written before it fills the memory; in UTF-16 code units. */
const maxBatchLength = 8 * 1024 * 1024;

const unknownSource: BundleSource = { instance: null, project: null, branch: null, exportedAt: null, exportedBy: null };

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
  private readonly writer: BatchWriter;
  private readonly definitions: RecordDefinitions;
  private readonly shapes = new RecordShapes();
  private readonly growth: FileGrowth;
  /** What the items of the file depend on besides their texts; undefined before the first one. */
  private itemContext: string | null | undefined;
  /** Recognises records of the file. */
  readonly known: KnownItems;

  constructor(
    private readonly context: TaskContext,
    private readonly plan: PlanRow,
    private readonly format: string,
  ) {
    this.writer = new BatchWriter(context, plan);
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
    await indexStaged(connection, this.plan.no, this.writer.firstContentId);
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
    await this.flush({ isLast: true });
    await this.written();
    if (!this.writer.hasCopies) return;
    const { connection } = this.context;
    const kinds = sql`SELECT DISTINCT kind FROM import_item WHERE plan_no = ${this.plan.no} ORDER BY kind`;
    for (const { kind } of await connection.all<{ kind: string }>(kinds)) this.noteKind(kind);
  }

  /** Waits until the batches so far are written: nothing else may begin a transaction before. */
  written(): Promise<void> {
    return this.writer.written();
  }

  /** Call it when nothing more is read, for whatever reason. */
  close(): Promise<void> {
    return this.writer.close();
  }

  private async flush({ isLast } = { isLast: false }): Promise<void> {
    const items = this.batch;
    this.batch = [];
    this.batchLength = 0;
    this.weight = 0;
    if (items.length === 0) return;
    const first = this.itemCount;
    this.itemCount += items.length;
    await this.writer.written();
    const last = items.at(-1)?.checked;
    if (last) await this.known.continueAfter({ namespace: last.namespace, name: last.item.name });
    await this.writer.begin({ items, first, fromPlanNo: this.known.planNo }, { isLast });
  }
}
