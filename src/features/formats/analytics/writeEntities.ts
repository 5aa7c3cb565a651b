/** Writes reports and dashboards as Camunda Optimize does: one JSON array, one entity per line. Memory holds one batch of entities. */
import { withoutSystemFlags } from '../../kinds/worker.js';
import { isJsonObject, type JsonObject } from '../../../shared/json.js';
import type { FileTarget, WrittenFile } from '../../files/worker.js';
import { contentOf } from './entityItem.js';
import { mapReferences } from './entityReferences.js';
import { entityTypeOfKind } from './entityTypes.js';
import { newestVersion } from './migrations.js';

export interface ExportEntity {
  kind: string;
  name: string;
  /** Id of the entity in the file. */
  id: string;
  spec: JsonObject;
  /** XML of its definition, if it is known. */
  xml: string | undefined;
}

export interface WriteEntitiesOptions {
  file: FileTarget;
  /** Batches of entities that `checkEntityKinds` accepts; reports before the dashboards that show them. */
  entities: AsyncIterable<readonly ExportEntity[]>;
  /** Returns the ids of reports of the file by name. */
  idsOf: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  onProgress?: ((written: { count: number }) => void) | undefined;
}

export interface WrittenEntities extends WrittenFile {
  count: number;
}

/** Writes the file. Throws errors of the file system and of `entities`, and then leaves no file behind. */
export function writeEntities(options: WriteEntitiesOptions): Promise<WrittenEntities> {
  return options.file.write(async (out) => {
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

/** The entity of a resource. A member of the spec never replaces its id, name or type. */
export function entityOf(
  { kind, name, id, spec, xml }: ExportEntity,
  idByName: ReadonlyMap<string, string>,
): JsonObject {
  const type = entityTypeOfKind(kind);
  if (!type) throw new Error(`The format of Camunda Optimize cannot contain ${kind}.`);
  const { description, ...content } = mapReferences(type, contentOf(withoutSystemFlags(spec)), ({ text }) => {
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
