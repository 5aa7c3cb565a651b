/** Pages of the items of an export, sorted by distance from the selection, then in the order of the file. */
import { hasText, sql, type Sql } from '../../database/worker.js';
import type { Graph } from '../dependencies/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { Inclusion } from './exportSelection.js';
import { wayTo } from './wayTo.js';

/** A requested page. */
export interface PreviewPageInput {
  inclusions: readonly Inclusion[] | null;
  kinds: readonly string[] | null;
  /** Text in a name or a title, case-insensitive. */
  search: string | null;
  first: number;
  /** Depth, position of the kind, and name of the item before the page. */
  after: readonly [number, number, string] | null;
}

export interface PreviewItem {
  id: string;
  inclusion: Inclusion;
  /** Ids of the path to the item; see `ExportItem.reason`. */
  reason: string[];
  /** Position of the item in the list. */
  cursor: readonly [number, number, string];
}

export interface PreviewItems {
  /** One item more than requested if there are more. */
  items: PreviewItem[];
  /** Number of items that match the filter; zero if not requested. */
  totalCount: number;
}

interface ItemRow {
  id: string;
  inclusion: Inclusion;
  depth: number;
  kindPlace: number;
  name: string;
}

export class PreviewPages {
  private nodeById: Map<string, number> | undefined;

  constructor(
    private readonly context: WorkerContext,
    /** How the items were reached; null if all of them are selected. */
    private readonly graph: Graph | null,
  ) {}

  /** Call it inside the snapshot that filled the table. */
  async read(wish: PreviewPageInput): Promise<PreviewItems> {
    const { connection } = this.context;
    const from = sql`FROM export_item x JOIN export_kind k ON k.kind = x.kind JOIN resource r ON r.id = x.id
      WHERE ${sql.join(conditionsOf(wish), ' AND ')}`;
    const isAfter = wish.after
      ? sql`AND (x.depth, k.place, r.name) > (${sql.join(
          wish.after.map((value) => sql`${value}`),
          ', ',
        )})`
      : sql.empty;
    const rows = await connection.all<ItemRow>(
      sql`SELECT x.id, x.inclusion, x.depth, k.place AS kind_place, r.name ${from} ${isAfter}
        ORDER BY x.depth, k.place, r.name LIMIT ${wish.first + 1}`,
    );
    const counted = await connection.get<{ total: number }>(sql`SELECT count(*) AS total ${from}`);
    return { items: rows.map((row) => this.itemOf(row)), totalCount: counted?.total ?? 0 };
  }

  private itemOf({ id, inclusion, depth, kindPlace, name }: ItemRow): PreviewItem {
    return { id, inclusion, reason: this.reasonFor(id, depth), cursor: [depth, kindPlace, name] };
  }

  private reasonFor(id: string, depth: number): string[] {
    if (!this.graph || depth === 0) return [];
    const { nodeIds, reachedFrom } = this.graph;
    this.nodeById ??= new Map(nodeIds.map((nodeId, node) => [nodeId, node]));
    return wayTo(reachedFrom, this.nodeById.get(id) ?? 0).map((node) => nodeIds[node] ?? '');
  }
}

function conditionsOf({ inclusions, kinds, search }: PreviewPageInput): Sql[] {
  const conditions = [sql`1 = 1`];
  if (inclusions) conditions.push(sql`x.inclusion IN ${inclusions}`);
  if (kinds) conditions.push(sql`x.kind IN ${kinds}`);
  if (search) conditions.push(sql`(${hasText(sql`r.name`, search)} OR ${hasText(sql`r.title`, search)})`);
  return conditions;
}
