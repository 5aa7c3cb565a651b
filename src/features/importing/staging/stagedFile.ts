import { newId } from '../../../shared/clock.js';
import { warningProblem, type Problem } from '../../../shared/problem.js';
import { lostNumberProblem } from '../../../shared/lostNumberProblem.js';
import { findUnstorableText } from '../../../shared/walkInput.js';
import { withNumbersTold } from './storableItem.js';
import { sql } from '../../../database/worker.js';
import type {
  BundleSource,
  FieldTypesOf,
  FileEvent,
  FileItem,
  RecordDefinition,
  StatedSettings,
} from '../../formats/index.js';
import { isNamed, writeUnindexed } from '../../resources/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import { updatePlan, type FileFacts, type PlanRow } from '../tables/planRows.js';
import { checkItem, type CheckedItem } from './checkItem.js';
import { FileGrowth } from './fileGrowth.js';
import { indexStaged } from './indexStaged.js';
import { itemRowsOf, shown, type ExistingResource, type PlacedItem } from './stagedRows.js';
import { noRecord, RecordShapes, type RecordFacts } from './recordShapes.js';
import { RecordDefinitions } from '../mapping/recordDefinitions.js';
import type { ShapingParent } from '../../records/worker.js';

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
  private batch: CheckedItem[] = [];
  private batchLength = 0;
  private isBranchEmpty: boolean | undefined;
  /** The lowest id of the contents that were written; null before the first one. */
  private firstContentId: number | null = null;
  private readonly definitions: RecordDefinitions;
  private readonly shapes = new RecordShapes();
  private readonly growth: FileGrowth;

  constructor(
    private readonly context: TaskContext,
    private readonly plan: PlanRow,
    private readonly format: string,
  ) {
    this.definitions = new RecordDefinitions(context, plan);
    this.growth = new FileGrowth(context.fileLimits);
  }

  /** What the items so far say about the file. */
  get facts(): Required<Omit<FileFacts, 'records'>> {
    const { stated, uniqueKinds, prerequisiteKinds } = this;
    return { stated, uniqueKinds: [...uniqueKinds], prerequisiteKinds: [...prerequisiteKinds] };
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
        await this.addItem(event.item);
        const beyond = this.growth.take(this.batch.at(-1), event.bytesRead);
        if (beyond) this.problems.push(beyond);
        if (beyond) return;
      } else if (event.type === 'source') this.addSource(event.source);
      else if (event.type === 'settings') this.stated.push(event.settings);
      else if (event.type === 'problem') this.problems.push(event.problem);
      else await this.finish(event);
    }
    if (this.batch.length >= this.context.batchSize || this.batchLength >= maxBatchLength) await this.flush();
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

  private async addItem(given: FileItem): Promise<void> {
    const item = withNumbersTold(given);
    const definition = item.definition ?? this.definitionOf(item);
    const record = definition ? await this.shape(item, definition) : noRecord;
    const checked = checkItem(this.context, item, { plan: this.plan, source: this.source, record });
    if (checked.needsCrossCheck) this.toCrossCheck.push(this.itemCount + this.batch.length);
    if (this.context.kinds.kindsWithUniqueTexts.has(item.kind)) this.uniqueKinds.add(item.kind);
    if (this.context.kinds.kindsWithPrerequisites.has(item.kind)) this.prerequisiteKinds.add(item.kind);
    this.batch.push(checked);
    this.batchLength += checked.content?.specText.length ?? 0;
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
    return this.definitions.find(kind, definition);
  }

  private async finish(end: Extract<FileEvent, { type: 'end' }>): Promise<void> {
    this.bundleDigest = end.bundleDigest;
    this.problems.push(...this.shapes.leftOut.problems());
    await this.flush();
  }

  private async flush(): Promise<void> {
    const items = this.batch;
    this.batch = [];
    this.batchLength = 0;
    if (items.length === 0) return;
    await this.context.connection.transaction(() => this.write(items));
    this.itemCount += items.length;
    this.context.count({ processedCount: this.itemCount });
  }

  private async write(items: readonly CheckedItem[]): Promise<void> {
    const { connection } = this.context;
    const held = await this.existingByName(items);
    const placed = items.map((checked, index): PlacedItem => {
      const { content, namespace, item } = checked;
      const existing = content === null ? undefined : held.get(keyOf(namespace, item.name));
      const isSame = existing !== undefined && existing.digest === content?.digest;
      return { checked, ordinal: this.itemCount + index, existing, contentId: isSame ? existing.contentId : null };
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

  /** The resources that the branch has under the names of the items: an item with the same content uses theirs. */
  private async existingByName(items: readonly CheckedItem[]): Promise<ReadonlyMap<string, ExistingResource>> {
    const { connection } = this.context;
    const { branchId } = this.plan;
    this.isBranchEmpty ??= !(await connection.get(sql`SELECT 1 FROM resource WHERE branch_id = ${branchId} LIMIT 1`));
    if (this.isBranchEmpty) return new Map();
    const names = items.filter(({ content }) => content !== null).map(({ item }) => item.name);
    const rows = await connection.all<ExistingResource & { namespace: string; name: string }>(
      sql`WITH wanted (name) AS ${names}
       SELECT r.namespace, r.name, r.id, r.revision, c.digest, c.id AS content_id FROM wanted w
       JOIN resource r ON r.branch_id = ${branchId} AND ${isNamed('r', sql`w.name`)}
       JOIN content c ON c.id = r.content_id`,
    );
    return new Map(rows.map((row) => [keyOf(row.namespace, row.name), row]));
  }
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}

/** Texts of the source that cannot be stored are warnings: the source is only displayed. */
function unstorableSource(source: BundleSource): Problem[] {
  const found = findUnstorableText({ source });
  if (!found) return [];
  const number = lostNumberProblem(found.text, `at ${found.path.join('/')} of the file`, () => found.path);
  if (number) return [{ ...number, severity: 'WARNING' }];
  const message = `The ${found.path.join('/')} of the file contains ${found.fault}, which cannot be stored; it is shown as "\uFFFD".`;
  return [warningProblem('CHARACTER_NOT_ALLOWED', message, { path: found.path, fix: 'Remove the character.' })];
}
