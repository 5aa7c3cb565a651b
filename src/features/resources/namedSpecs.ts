import { sql } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import type { SpecLookup } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { isNamed } from './resourceName.sql.js';

/** Maximum number of characters of specs that are kept for later work. */
const maxKeptLength = 32 * 1024 * 1024;

interface SpecKey {
  kind: string;
  name: string;
}

/** A stored spec, with the key by which it is looked up. */
export interface NamedSpec extends SpecKey {
  spec: string;
}

/** Specs by kind and name, read on request; undefined if there is none. */
export class NamedSpecs {
  private readonly specByKey = new Map<string, JsonObject | undefined>();
  private keptLength = 0;

  /** @param readNamed Reads specs with one of the names, of any kind; of two with the same key, the last one counts. */
  constructor(private readonly readNamed: (names: readonly string[]) => Promise<readonly NamedSpec[]>) {}

  /**
   * Runs pure `work`; if it looked up specs that were not read yet, reads them and runs it again, until all are known. So an
   * item that refers to thousands of large specs costs only the few that `work` uses.
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
      sql`WITH wanted (name) AS ${names}
       SELECT r.kind, r.name, c.spec FROM wanted w
       JOIN resource r ON r.branch_id = ${branchId} AND ${isNamed('r', sql`w.name`)}
       JOIN content c ON c.id = r.content_id`,
    ),
  );
}

function textOf({ kind, name }: SpecKey): string {
  return `${kind}\n${name}`;
}
