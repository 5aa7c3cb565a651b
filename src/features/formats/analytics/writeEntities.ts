/** Writes reports and dashboards as Camunda Optimize does: one JSON array, an entity a line. Memory holds one list of entities. */
import { withoutSystemFlags } from '../../kinds/worker.js';
import { isJsonObject, type JsonObject } from '../../../shared/json.js';
import { writeWholeFile, type WrittenFile } from '../../files/worker.js';
import { mapReferences } from './entityReferences.js';
import { entityTypeOfKind } from './entityTypes.js';
import { newestVersion } from './migrations.js';

/** A resource that is to be written as an entity. */
export interface ExportEntity {
  kind: string;
  name: string;
  /** What it is called by in the file. */
  id: string;
  spec: JsonObject;
  /** Of its definition, where that is known. */
  xml: string | undefined;
}

/** What to write, and where. */
export interface WriteEntitiesOptions {
  path: string;
  /** Reports before the dashboards that show them, some at a time. `checkEntityKinds` has nothing against them. */
  entities: AsyncIterable<readonly ExportEntity[]>;
  /** Gives the ids of reports of the file by their names. */
  idsOf: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  onProgress?: ((written: { count: number }) => void) | undefined;
}

/** What was written. */
export interface WrittenEntities extends WrittenFile {
  count: number;
}

/** Writes the file. Throws the fault of the file system or of `entities`; then nothing is left behind. */
export function writeEntities(options: WriteEntitiesOptions): Promise<WrittenEntities> {
  return writeWholeFile(options.path, async (out) => {
    let count = 0;
    await out.write('[');
    for await (const batch of options.entities) {
      if (batch.length === 0) continue;
      const idByName = await options.idsOf([...new Set(batch.flatMap(namesIn))]);
      const texts = batch.map((entity) => `\n${JSON.stringify(entityOf(entity, idByName))}`);
      await out.write((count === 0 ? '' : ',') + texts.join(','));
      count += batch.length;
      options.onProgress?.({ count });
    }
    await out.write('\n]\n');
    return { count };
  });
}

function namesIn({ kind, spec }: ExportEntity): string[] {
  const names: string[] = [];
  const type = entityTypeOfKind(kind);
  if (type) {
    mapReferences(type, spec, ({ text }) => {
      names.push(text);
      return text;
    });
  }
  return names;
}

function entityOf({ kind, name, id, spec, xml }: ExportEntity, idByName: ReadonlyMap<string, string>): JsonObject {
  const type = entityTypeOfKind(kind);
  if (!type) throw new Error(`The format of Camunda Optimize cannot contain ${kind}.`);
  const { description, ...content } = mapReferences(type, withoutSystemFlags(spec), ({ text }) => {
    return idByName.get(text) ?? text;
  });
  return {
    id,
    exportEntityType: type.exportEntityType,
    name,
    ...(description === undefined ? {} : { description }),
    sourceIndexVersion: newestVersion(type.indexName),
    collectionId: null,
    ...(xml === undefined ? content : withXml(content, xml)),
  };
}

function withXml(content: JsonObject, xml: string): JsonObject {
  const { data } = content;
  if (!isJsonObject(data)) return content;
  const { configuration } = data;
  return { ...content, data: { ...data, configuration: { ...(isJsonObject(configuration) && configuration), xml } } };
}
