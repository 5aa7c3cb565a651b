import type { JsonObject } from '../../../shared/json.js';
import type { SpecLookup } from '../../kinds/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../planRows.js';

/** Specs that were read for one item are kept for the next ones up to so many characters. */
const maxKeptLength = 32 * 1024 * 1024;

interface SpecKey {
  kind: string;
  name: string;
}

/** Specs by kind and name: from the file, else from the branch; undefined where neither has one. */
export class NamedSpecs {
  private readonly specByKey = new Map<string, JsonObject | undefined>();
  private keptLength = 0;

  constructor(
    private readonly context: TaskContext,
    private readonly plan: PlanRow,
  ) {}

  /**
   * Work is pure and asks for few of the specs that an item names, so it is done, and done again with what it asked for, until it
   * asks for nothing new: an item that names thousands of large specs costs no more than the few that matter.
   */
  async forWork<Result>(work: (lookup: SpecLookup) => Result): Promise<Result> {
    this.forgetIfLarge();
    for (;;) {
      const wanted: SpecKey[] = [];
      const lookup: SpecLookup = (kind, name) => {
        if (!this.has({ kind, name })) wanted.push({ kind, name });
        return this.get({ kind, name });
      };
      const result = work(lookup);
      if (wanted.length === 0) return result;
      await this.read(wanted);
    }
  }

  private has(key: SpecKey): boolean {
    return this.specByKey.has(textOf(key));
  }

  private get(key: SpecKey): JsonObject | undefined {
    return this.specByKey.get(textOf(key));
  }

  private async read(keys: readonly SpecKey[]): Promise<void> {
    const { connection } = this.context;
    for (const key of keys) this.specByKey.set(textOf(key), undefined);
    const rows = await connection.all<SpecKey & { spec: string }>(
      `WITH wanted (name) AS ${connection.textList(':names')}
       SELECT t.kind, t.name, c.spec, 0 AS is_file FROM wanted w
       JOIN resource t ON t.branch_id = :branchId AND lower(t.name) = lower(w.name) AND t.name = w.name
       JOIN content c ON c.id = t.content_id
       UNION ALL
       SELECT t.kind, t.name, c.spec, 1 FROM wanted w
       JOIN import_item t ON t.plan_no = :planNo AND t.name = w.name AND t.is_valid
       JOIN content c ON c.id = t.content_id
       ORDER BY 4`,
      {
        planNo: this.plan.no,
        branchId: this.plan.branchId,
        names: JSON.stringify([...new Set(keys.map(({ name }) => name))]),
      },
    );
    // The file's own come last, and win.
    for (const row of rows) {
      if (!this.has(row)) continue;
      this.specByKey.set(textOf(row), JSON.parse(row.spec) as JsonObject);
      this.keptLength += row.spec.length;
    }
  }

  private forgetIfLarge(): void {
    if (this.keptLength <= maxKeptLength) return;
    this.specByKey.clear();
    this.keptLength = 0;
  }
}

function textOf({ kind, name }: SpecKey): string {
  return `${kind}\n${name}`;
}
