import { placedTexts, sql, type BatchConnection } from '../../../database/worker.js';
import type { KnownItem } from '../../formats/index.js';
import { isNamed, writeUnindexed } from '../../resources/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../tables/planRows.js';
import type { CheckedItem } from './checkItem.js';
import { copyKnown, type PlacedKnown } from './copyKnown.js';
import { writeBlock } from './recordHashBlocks.js';
import { itemRowsOf, type ExistingResource, type PlacedItem } from './stagedRows.js';

/** An item that is not written yet: it was read and checked, or recognised. */
export type BatchedItem = { recordHash: string | null } & (
  | { checked: CheckedItem }
  | { checked?: never; known: KnownItem }
);

interface Batch {
  items: readonly BatchedItem[];
  /** The ordinal of the first item. */
  first: number;
  /** The plan whose items the recognised ones are; null if there is none. */
  fromPlanNo: number | null;
}

/**
 * Writes the items of a plan in batches, each in a transaction, one at a time and in their order, while the next batch is read: PostgreSQL in
 * its process, SQLite in a thread of its own. That thread is started by the first batch that others follow.
 */
export class BatchWriter {
  /** The lowest id of the contents that were written; null before the first one. */
  firstContentId: number | null = null;
  /** Whether items of an earlier plan were copied. */
  hasCopies = false;
  private writing: Promise<void> = Promise.resolve();
  /** Undefined if it was not needed, or could not be started. */
  private thread: Promise<BatchConnection | undefined> | undefined;
  private isBranchEmpty: boolean | undefined;

  constructor(
    private readonly context: TaskContext,
    private readonly plan: PlanRow,
  ) {}

  /** Waits until the batches so far are written: nothing else may begin a transaction before. */
  written(): Promise<void> {
    return this.writing;
  }

  /**
   * Begins to write a batch, when the one before is written. `isLast`: no other follows.
   * @throws what `written` throws, if the batch is written in the same thread
   */
  async begin(batch: Batch, { isLast }: { isLast: boolean }): Promise<void> {
    const connection: BatchConnection = (await this.thread) ?? this.context.connection;
    if (!isLast) this.thread ??= this.context.openWritingThread?.().catch(() => undefined);
    this.writing = this.write(connection, batch);
    // A failure is thrown to whoever waits for it.
    this.writing.catch(() => undefined);
    // It would be written by the thread that reads, statement by statement.
    if (connection === this.context.connection && connection.dialect === 'sqlite') await this.writing;
  }

  /** Ends the thread; what it has not committed is lost. */
  async close(): Promise<void> {
    const connection = await this.thread;
    this.thread = undefined;
    await connection?.close();
  }

  private async write(connection: BatchConnection, batch: Batch): Promise<void> {
    await connection.transaction(() => this.writeItems(connection, batch));
    this.context.count({ processedCount: batch.first + batch.items.length });
  }

  private async writeItems(connection: BatchConnection, { items, first, fromPlanNo }: Batch): Promise<void> {
    const checkedItems: { checked: CheckedItem; ordinal: number }[] = [];
    const knownItems: PlacedKnown[] = [];
    for (const [index, item] of items.entries()) {
      const ordinal = first + index;
      if (item.checked) checkedItems.push({ checked: item.checked, ordinal });
      else knownItems.push({ known: item.known, ordinal });
    }
    if (checkedItems.length > 0) await this.writeChecked(connection, checkedItems);
    if (knownItems.length > 0) {
      if (fromPlanNo === null) throw new Error('Items are known of no plan');
      this.hasCopies = true;
      await copyKnown(connection, this.plan, { fromPlanNo, items: knownItems });
    }
    const hashes = items.map(({ recordHash }) => recordHash);
    await writeBlock(connection, this.plan.no, { first, hashes });
  }

  private async writeChecked(
    connection: BatchConnection,
    items: readonly { checked: CheckedItem; ordinal: number }[],
  ): Promise<void> {
    const checkedItems = items.map(({ checked }) => checked);
    const found = await this.existingByPlace(connection, checkedItems);
    const same = found.filter((existing, place) => existing?.digest === checkedItems[place]?.content?.digest);
    const held = await holdUsers(connection, same);
    const placed = items.map(({ checked, ordinal }, place): PlacedItem => {
      const existing = checked.content === null ? undefined : found[place];
      const isSame = existing !== undefined && held.has(existing.id);
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
  private async existingByPlace(
    connection: BatchConnection,
    items: readonly CheckedItem[],
  ): Promise<readonly (ExistingResource | undefined)[]> {
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

/**
 * Holds resources until the transaction ends, so that whoever deletes them sees items with their contents, and keeps these. Gives the ids
 * of those that are held: another one is being deleted.
 */
async function holdUsers(
  connection: BatchConnection,
  resources: readonly (ExistingResource | undefined)[],
): Promise<ReadonlySet<string>> {
  const ids = resources.flatMap((resource) => resource?.id ?? []);
  // A transaction of SQLite is the only one that writes.
  if (ids.length === 0 || connection.dialect === 'sqlite') return new Set(ids);
  const held = await connection.all<{ id: string }>(
    sql`SELECT id FROM resource WHERE id IN ${ids} FOR KEY SHARE SKIP LOCKED`,
  );
  return new Set(held.map(({ id }) => id));
}
