/**
 * Recognises records that the last import of the branch has read and checked, so that they are not read again. What an item says depends on
 * nothing but the text of its record and what `contextOf` names: the code, the format, the options, the source and the target. What the plan
 * does with it depends on the branch too, and is derived as ever. A hash is only ever computed, never taken from a file.
 */
import { createHash } from 'node:crypto';
import { sql } from '../../../database/worker.js';
import { buildId } from '../../../shared/buildId.js';
import type { BundleSource, KnownRecords } from '../../formats/index.js';
import type { WorkerContext } from '../../workers/index.js';
import { isOfFile } from '../tables/itemRows.js';
import type { FileFacts, PlanRow } from '../tables/planRows.js';
import { readBlocks, type RecordHashBlock } from './recordHashBlocks.js';

/** Plans that are looked at, the last ones first. */
const maxPlans = 20;

/** How many times the expected records are fetched at once. */
const readAhead = 8;

/** A plan with fewer items than this share of the largest one was for a part of the resources. */
const wholeShare = 0.5;

/** Names everything but its text that an item of a file depends on. Null if nothing can be known: the build has no name. */
export function contextOf(
  { options, targetProjectKey, targetCapabilities }: PlanRow,
  format: string,
  source: Pick<BundleSource, 'project'>,
): string | null {
  if (buildId === null) return null;
  const { kind = null, isStrict = false } = options;
  const parts = [buildId, format, kind, isStrict, source.project?.key ?? null, targetProjectKey, targetCapabilities];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Finds records in the file of an earlier plan of the branch, which usually has them in the same order. */
export class KnownItems implements KnownRecords {
  /** The number of the earlier plan; null if there is none. */
  planNo: number | null = null;
  private context: string | null = null;
  private blocks: RecordHashBlock[] = [];
  /** The place in the earlier file where the next record is expected. */
  private next = 0;
  /** Records are looked for before this place; blocks beyond it are for later. */
  private reach = 0;
  private hasFound = false;
  /** Whether the context changed after something was found: all that is found belongs to one plan. */
  private isOver = false;

  /** `contextNow`: see `contextOf`; it changes when the reader finds the source of the file. */
  constructor(
    private readonly worker: Pick<WorkerContext, 'connection'>,
    private readonly plan: Pick<PlanRow, 'branchId'>,
    private readonly contextNow: () => string | null,
  ) {}

  async expect(count: number): Promise<void> {
    const context = this.contextNow();
    if (context !== this.context) {
      if (this.hasFound) this.isOver = true;
      else await this.choosePlan(context);
    }
    if (this.planNo === null || this.isOver) return;
    // As many again: some records of the earlier file may be gone.
    const end = this.next + 2 * count;
    this.reach = end;
    const isHeld = (this.blocks[0]?.first ?? Infinity) <= this.next && (this.blocks.at(-1)?.end ?? 0) >= end;
    if (isHeld) return;
    // The connection may be busy with the last batch: seldom and more, so that records are read meanwhile.
    const wanted = { from: this.next, end: this.next + readAhead * count, held: this.blocks };
    this.blocks = await readBlocks(this.worker.connection, this.planNo, wanted);
  }

  find(recordHash: string): number | undefined {
    if (this.isOver) return undefined;
    for (const { first, placeByHash } of this.blocks) {
      if (first >= this.reach) break;
      const place = placeByHash.get(recordHash);
      if (place === undefined) continue;
      this.next = place + 1;
      this.hasFound = true;
      return place;
    }
    return undefined;
  }

  /** Continues after the item with the name of one that was read, because records may have been added, removed or moved. */
  async continueAfter({ namespace, name }: { namespace: string; name: string }): Promise<void> {
    if (this.planNo === null || this.isOver) return;
    const found = await this.worker.connection.get<{ ordinal: number }>(
      sql`SELECT min(ordinal) AS ordinal FROM import_item
       WHERE plan_no = ${this.planNo} AND name = ${name} AND namespace = ${namespace} AND ${isOfFile(sql`import_item`)} HAVING count(*) > 0`,
    );
    if (found) this.next = found.ordinal + 1;
  }

  private async choosePlan(context: string | null): Promise<void> {
    this.context = context;
    this.blocks = [];
    this.next = 0;
    this.planNo = context === null ? null : await this.lastPlan(context);
  }

  /** The last executed plan of the branch whose file was not much smaller than the largest. */
  private async lastPlan(context: string): Promise<number | null> {
    const rows = await this.worker.connection.all<{ no: number; fileFacts: string; counts: string }>(
      sql`SELECT no, file_facts, counts FROM import_plan WHERE branch_id = ${this.plan.branchId} AND status = 'EXECUTED'
       ORDER BY no DESC LIMIT ${maxPlans}`,
    );
    const plans = rows
      .filter(({ fileFacts }) => (JSON.parse(fileFacts) as FileFacts).context === context)
      .map(({ no, counts }) => ({ no, total: (JSON.parse(counts) as { total: number }).total }));
    const largest = Math.max(0, ...plans.map(({ total }) => total));
    return plans.find(({ total }) => total >= largest * wholeShare)?.no ?? null;
  }
}
