import { sql } from '../../database/worker.js';
import { classOfRecord, keyOfClass, type RecordClass } from '../formats/index.js';
import type { WorkerContext } from '../workers/index.js';

interface ItemRow {
  kind: string;
  name: string;
}

/** The classes in `export_item`, in its order: kinds, and the definitions of entries, which are part of their names. */
export async function exportItemClasses(context: WorkerContext): Promise<RecordClass[]> {
  const kinds = await context.connection.all<ItemRow>(
    sql`SELECT kind, min(name) AS name FROM export_item GROUP BY kind ORDER BY min(place)`,
  );
  const classes: RecordClass[] = [];
  for (const row of kinds) {
    const recordClass = classOfRecord(row);
    if (recordClass.definitionName === undefined) classes.push(recordClass);
    else classes.push(...(await classesOfEntries(context, row)));
  }
  return classes;
}

async function classesOfEntries({ connection }: WorkerContext, { kind }: ItemRow): Promise<Iterable<RecordClass>> {
  const classByKey = new Map<string, RecordClass>();
  const items = sql`SELECT kind, name FROM export_item WHERE kind = ${kind} ORDER BY place`;
  for await (const rows of connection.windows<ItemRow>(items, 5000)) {
    for (const row of rows) {
      const recordClass = classOfRecord(row);
      classByKey.set(keyOfClass(recordClass), recordClass);
    }
  }
  return classByKey.values();
}
