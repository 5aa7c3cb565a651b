import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { SpecLookup } from '../../kinds/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../planRows.js';

interface CheckedRow {
  ordinal: number;
  line: number;
  kind: string;
  name: string;
  fileProblems: string | null;
  spec: string;
}

const windowSize = 100;
/** Specs that were read for one item are kept for the next ones up to so many characters. */
const maxKeptLength = 32 * 1024 * 1024;

/**
 * Lets the kinds look at items together with the specs that they name, as all of the file together with the branch would have them.
 * What they find is a warning, kept with the item. `ordinals` are the items whose check asked for more than themselves.
 */
export async function crossCheckItems(context: TaskContext, plan: PlanRow, ordinals: readonly number[]): Promise<void> {
  const specs = new NamedSpecs(context, plan);
  for (let start = 0; start < ordinals.length; start += windowSize) {
    const rows = await context.connection.all<CheckedRow>(
      `SELECT i.ordinal, i.line, i.kind, i.name, i.file_problems AS "fileProblems", c.spec
       FROM import_item i JOIN content c ON c.id = i.content_id
       WHERE i.plan_no = :planNo AND i.is_valid AND i.ordinal IN ${context.connection.numberList(':ordinals')}
       ORDER BY i.ordinal`,
      { planNo: plan.no, ordinals: JSON.stringify(ordinals.slice(start, start + windowSize)) },
    );
    for (const row of rows) await crossCheck(context, { plan, row, specs });
    await context.checkpoint();
  }
}

async function crossCheck(
  context: TaskContext,
  { plan, row, specs }: { plan: PlanRow; row: CheckedRow; specs: NamedSpecs },
): Promise<void> {
  const found = await findProblems(context, row, specs);
  if (found.length === 0) return;
  const known = row.fileProblems === null ? [] : (JSON.parse(row.fileProblems) as Problem[]);
  const located = found.map((problem) => ({ ...problem, line: row.line, kind: row.kind, name: row.name }));
  await context.connection.run(
    'UPDATE import_item SET file_problems = :problems WHERE plan_no = :planNo AND ordinal = :ordinal',
    { planNo: plan.no, ordinal: row.ordinal, problems: JSON.stringify([...known, ...located]) },
  );
}

/**
 * A check is pure and asks for few of the specs that an item names, so it is run, and run again with what it asked for, until it
 * asks for nothing new: an item that names thousands of large specs costs no more than the few that matter.
 */
async function findProblems({ kinds }: TaskContext, row: CheckedRow, specs: NamedSpecs): Promise<Problem[]> {
  const { crossCheck: check } = kinds.get(row.kind);
  const spec = JSON.parse(row.spec) as JsonObject;
  specs.forgetIfLarge();
  for (;;) {
    const wanted: SpecKey[] = [];
    const lookup: SpecLookup = (kind, name) => {
      if (!specs.has({ kind, name })) wanted.push({ kind, name });
      return specs.get({ kind, name });
    };
    const problems = check?.(spec, row.name, lookup) ?? [];
    if (wanted.length === 0) return problems;
    await specs.read(wanted);
  }
}

interface SpecKey {
  kind: string;
  name: string;
}

/** Specs by kind and name: from the file, else from the branch; undefined where neither has one. */
class NamedSpecs {
  private readonly specByKey = new Map<string, JsonObject | undefined>();
  private keptLength = 0;

  constructor(
    private readonly context: TaskContext,
    private readonly plan: PlanRow,
  ) {}

  has(key: SpecKey): boolean {
    return this.specByKey.has(textOf(key));
  }

  get(key: SpecKey): JsonObject | undefined {
    return this.specByKey.get(textOf(key));
  }

  async read(keys: readonly SpecKey[]): Promise<void> {
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

  forgetIfLarge(): void {
    if (this.keptLength <= maxKeptLength) return;
    this.specByKey.clear();
    this.keptLength = 0;
  }
}

function textOf({ kind, name }: SpecKey): string {
  return `${kind}\n${name}`;
}
