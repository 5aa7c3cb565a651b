/** The fields of records on a branch, from their kind or their definition. */
import { sql } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import { fieldsOfKind, fieldsOfShape, type RecordFields } from '../kinds/worker.js';
import { branchSpecs } from '../resources/worker.js';
import type { WorkerContext } from '../workers/index.js';

/** A type of records: a kind, and the id of the definition if it has one. */
export interface RecordSort {
  kind: string;
  parentId: string | null;
}

/** The fields of each type. Each definition is compiled once. */
export async function recordFieldsOf(
  context: Pick<WorkerContext, 'connection' | 'kinds'>,
  branchId: string,
  sorts: readonly RecordSort[],
): Promise<RecordFields[]> {
  const { connection, kinds } = context;
  const specs = branchSpecs(context, branchId);
  const found: RecordFields[] = [];
  for (const { kind: kindName, parentId } of sorts) {
    const kind = kinds.get(kindName);
    const { compileRecordShape } = kind;
    if (!compileRecordShape) found.push(fieldsOfKind(kind));
    else {
      const parent = await connection.get<{ spec: string }>(
        sql`SELECT c.spec FROM resource r JOIN content c ON c.id = r.content_id WHERE r.id = ${parentId}`,
      );
      if (!parent) continue;
      const spec = JSON.parse(parent.spec) as JsonObject;
      found.push(fieldsOfShape(await specs.forWork((lookup) => compileRecordShape(spec, lookup))));
    }
  }
  return found;
}

/** The distinct types of records. The parent only matters for kinds whose fields are defined by it. */
export class RecordSorts {
  private readonly sortByKey = new Map<string, RecordSort>();

  constructor(private readonly kinds: WorkerContext['kinds']) {}

  get list(): readonly RecordSort[] {
    return [...this.sortByKey.values()];
  }

  add({ kind, parentId }: RecordSort): void {
    const isShaped = this.kinds.get(kind).compileRecordShape !== undefined;
    const key = isShaped ? `${kind}\n${parentId ?? ''}` : kind;
    if (!this.sortByKey.has(key)) this.sortByKey.set(key, { kind, parentId: isShaped ? parentId : null });
  }
}

/** The types of records in `export_item`. */
export async function sortsOfItems({ connection, kinds }: WorkerContext): Promise<readonly RecordSort[]> {
  const sorts = new RecordSorts(kinds);
  const rows = connection.windows<RecordSort>(
    sql`SELECT DISTINCT x.kind, r.parent_id FROM export_item x JOIN resource r ON r.id = x.id ORDER BY 1, 2`,
    1000,
  );
  for await (const window of rows) for (const row of window) sorts.add(row);
  return sorts.list;
}
