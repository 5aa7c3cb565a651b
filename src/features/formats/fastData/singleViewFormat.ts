import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { contentIgnored, otherKeys } from '../documents/contentIgnored.js';
import type { DocumentFormat, DocumentItem } from '../documents/documentReader.js';
import { isAggregation, isKafkaProjectionUpdates, isProjectionChangesSchema, isSingleViewKey } from './configFile.js';
import { fastDataKinds, pickMembers, pickText } from './looseShapes.js';

const isFileByMember: Record<string, (value: JsonValue | undefined) => boolean> = {
  aggregation: isAggregation,
  projectionChangesSchema: isProjectionChangesSchema,
  singleViewKey: isSingleViewKey,
  kafkaProjectionUpdates: isKafkaProjectionUpdates,
};
const specMembers = [...Object.keys(isFileByMember), 'fields', 'indexes', 'strategies', 'description', 'tags'];
const knownKeys: ReadonlySet<string> = new Set(['name', 'erSchema', 'erSchemaName', 'version', ...specMembers]);

/**
 * The files of one single view in one document: `{ name?, aggregation?, projectionChangesSchema?, singleViewKey?, kafkaProjectionUpdates?,
 * erSchema? }`. `erSchema` is the name of an ER schema, or the file itself; then it is an item of its own, called
 * `erSchemaName` or as the single view.
 */
export const singleViewFormat: DocumentFormat = {
  name: 'fast-data/single-view',
  title: 'Fast Data single view',
  recognizes: (document) =>
    isJsonObject(document) && Object.entries(isFileByMember).some(([member, isFile]) => isFile(document[member])),
  extract: (document, context) => {
    const file = document as JsonObject;
    const name = pickText(file, ['name']) ?? context.name;
    const erSchema = erSchemaItem(file, name);
    const erSchemaName = erSchema?.name ?? pickText(file, ['erSchema']);
    const spec = {
      ...(erSchemaName === undefined ? {} : { erSchema: erSchemaName }),
      ...pickMembers(file, specMembers),
    };
    // Without its data model it is only a part of a single view.
    const view = { kind: fastDataKinds.singleView, name, at: '', isPartial: file['fields'] === undefined, spec };
    return {
      items: erSchema === undefined ? [view] : [erSchema, view],
      problems: contentIgnored(otherKeys(file, knownKeys), 'They are no part of a single view.'),
    };
  },
};

function erSchemaItem(file: JsonObject, singleViewName: string): DocumentItem | undefined {
  const { erSchema } = file;
  if (!isJsonObject(erSchema)) return undefined;
  const name = pickText(file, ['erSchemaName']) ?? singleViewName;
  return { kind: fastDataKinds.erSchema, name, at: '/erSchema', spec: pickMembers(erSchema, ['version', 'config']) };
}
