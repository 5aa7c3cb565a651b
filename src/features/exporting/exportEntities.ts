/** Writes the items of `export_item` as entities of Camunda Optimize, in the order of the table: reports before dashboards. */
import { sql, textColumn } from '../../database/worker.js';
import type { FileTarget } from '../files/worker.js';
import { writeEntities, type ExportEntity, type WrittenEntities } from '../formats/index.js';
import { xmlOfReport } from '../kinds/worker.js';
import { branchSpecs } from '../resources/worker.js';
import type { JsonObject } from '../../shared/json.js';
import type { TaskContext } from '../tasks/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { reportNamespace } from './checkEntities.js';

interface EntityRow {
  kind: string;
  name: string;
  entityId: string;
  spec: string;
}

const windowSize = 200;

/** Call it inside a snapshot. */
export async function exportEntities(
  context: TaskContext,
  { file, branchId }: { file: FileTarget; branchId: string },
): Promise<WrittenEntities> {
  await nameEntities(context);
  return writeEntities({
    file,
    entities: readEntities(context, branchId),
    idsOf: (names) => idsOf(context, names),
    onProgress: ({ count }) => {
      context.count({ processedCount: count });
    },
  });
}

/**
 * Assigns each item its id in the file: the id that it was imported with, so that an export of imported entities gives the same ids; or
 * the id of the resource, if that id is missing or not unique.
 */
async function nameEntities({ connection }: WorkerContext): Promise<void> {
  await connection.run(
    sql`CREATE TEMP TABLE IF NOT EXISTS export_entity (name ${textColumn} NOT NULL, namespace ${textColumn} NOT NULL, entity_id ${textColumn} NOT NULL, PRIMARY KEY (name, namespace))`,
  );
  await connection.run(sql`DELETE FROM export_entity`);
  await connection.run(
    sql`INSERT INTO export_entity (name, namespace, entity_id)
     SELECT name, namespace, CASE WHEN source_id IS NULL OR sharing > 1 THEN id ELSE source_id END
     FROM (SELECT x.name, x.namespace, x.id, r.source_id, count(*) OVER (PARTITION BY r.source_id) AS sharing
       FROM export_item x JOIN resource r ON r.id = x.id) AS named`,
  );
}

async function* readEntities(context: TaskContext, branchId: string): AsyncGenerator<ExportEntity[]> {
  const specs = branchSpecs(context, branchId);
  const items = sql`SELECT x.kind, x.name, n.entity_id, c.spec
    FROM export_item x JOIN export_entity n ON n.name = x.name AND n.namespace = x.namespace
    JOIN resource r ON r.id = x.id JOIN content c ON c.id = r.content_id ORDER BY x.place`;
  for await (const rows of context.connection.windows<EntityRow>(items, windowSize)) {
    const entities: ExportEntity[] = [];
    for (const { kind, name, entityId, spec: text } of rows) {
      const spec = JSON.parse(text) as JsonObject;
      const xml = await specs.forWork((lookup) => xmlOfReport(kind, spec, lookup));
      entities.push({ kind, name, id: entityId, spec, xml });
    }
    yield entities;
    await context.checkpoint();
  }
}

async function idsOf({ connection, kinds }: WorkerContext, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await connection.all<{ name: string; entityId: string }>(
    sql`SELECT name, entity_id FROM export_entity
     WHERE namespace = ${reportNamespace(kinds)} AND name IN ${names}`,
  );
  return new Map(rows.map(({ name, entityId }) => [name, entityId]));
}
