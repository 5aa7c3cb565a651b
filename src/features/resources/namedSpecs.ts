import type { JsonObject } from '../../shared/json.js';
import type { SpecLookup } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';

/** Specs that were read for one piece of work are kept for the next ones up to so many characters. */
const maxKeptLength = 32 * 1024 * 1024;

interface SpecKey {
  kind: string;
  name: string;
}

/** A spec as it is stored, under what it is asked for by. */
export interface NamedSpec extends SpecKey {
  spec: string;
}

/** Specs by kind and name, read when they are asked for; undefined where there is none. */
export class NamedSpecs {
  private readonly specByKey = new Map<string, JsonObject | undefined>();
  private keptLength = 0;

  /** @param readNamed Gives what has one of the names, whatever its kind; of two under one key the last counts. */
  constructor(private readonly readNamed: (names: readonly string[]) => Promise<readonly NamedSpec[]>) {}

  /**
   * Work is pure and asks for few of the specs that an item names, so it is done, and done again with what it asked for, until it
   * asks for nothing new: an item that names thousands of large specs costs no more than the few that matter.
   */
  async forWork<Result>(work: (lookup: SpecLookup) => Result): Promise<Result> {
    this.forgetIfLarge();
    for (;;) {
      const wanted: SpecKey[] = [];
      const lookup: SpecLookup = (kind, name) => {
        const key = textOf({ kind, name });
        if (!this.specByKey.has(key)) wanted.push({ kind, name });
        return this.specByKey.get(key);
      };
      const result = work(lookup);
      if (wanted.length === 0) return result;
      await this.read(wanted);
    }
  }

  private async read(keys: readonly SpecKey[]): Promise<void> {
    for (const key of keys) this.specByKey.set(textOf(key), undefined);
    for (const row of await this.readNamed([...new Set(keys.map(({ name }) => name))])) {
      const key = textOf(row);
      if (!this.specByKey.has(key)) continue;
      this.specByKey.set(key, JSON.parse(row.spec) as JsonObject);
      this.keptLength += row.spec.length;
    }
  }

  private forgetIfLarge(): void {
    if (this.keptLength <= maxKeptLength) return;
    this.specByKey.clear();
    this.keptLength = 0;
  }
}

/** The specs of a branch. */
export function branchSpecs({ connection }: Pick<WorkerContext, 'connection'>, branchId: string): NamedSpecs {
  return new NamedSpecs((names) =>
    connection.all<NamedSpec>(
      `WITH wanted (name) AS ${connection.textList(':names')}
       SELECT r.kind, r.name, c.spec FROM wanted w
       JOIN resource r ON r.branch_id = :branchId AND lower(r.name) = lower(w.name) AND r.name = w.name
       JOIN content c ON c.id = r.content_id`,
      { branchId, names: JSON.stringify(names) },
    ),
  );
}

function textOf({ kind, name }: SpecKey): string {
  return `${kind}\n${name}`;
}
