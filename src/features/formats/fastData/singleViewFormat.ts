import { isJsonObject } from '../../../shared/json.js';
import type { JsonValue } from '../../../shared/json.js';
import { contentIgnored } from '../scanning/contentIgnored.js';
import type { DocumentFormat, DocumentItem } from '../documents/documentReader.js';
import { isAggregation, isKafkaProjectionUpdates, isProjectionChangesSchema, isSingleViewKey } from './configFile.js';
import { fastDataKinds } from './looseShapes.js';
import { Members } from './members.js';

const isFileByMember: Record<string, (value: JsonValue | undefined) => boolean> = {
  aggregation: isAggregation,
  projectionChangesSchema: isProjectionChangesSchema,
  singleViewKey: isSingleViewKey,
  kafkaProjectionUpdates: isKafkaProjectionUpdates,
};
const specMembers = [...Object.keys(isFileByMember), 'fields', 'indexes', 'strategies', 'description', 'tags'];

/**
 * The files of one single view in one document: `{ name?, aggregation?, projectionChangesSchema?, singleViewKey?,
 * kafkaProjectionUpdates?, erSchema? }`. `erSchema` is the name of an ER schema, or its file. The file becomes a separate item with the
 * name `erSchemaName`, or else the name of the single view.
 */
export const singleViewFormat: DocumentFormat = {
  name: 'fast-data/single-view',
  title: 'Fast Data single view',
  recognizes: (document) =>
    isJsonObject(document) && Object.entries(isFileByMember).some(([member, isFile]) => isFile(document[member])),
  extract: (document, context) => {
    const members = new Members(document);
    const name = members.text(['name']) ?? context.name;
    const erSchema = erSchemaItem(members, name);
    const erSchemaName = erSchema?.name ?? members.text(['erSchema']);
    const spec = { ...(erSchemaName !== undefined && { erSchema: erSchemaName }), ...members.pick(specMembers) };
    // Without its data model, the item is only a part of a single view.
    const view = { kind: fastDataKinds.singleView, name, at: '', isPartial: members.see('fields') === undefined, spec };
    return {
      items: erSchema === undefined ? [view] : [erSchema, view],
      problems: contentIgnored(members.left(), 'They are not part of a single view.'),
    };
  },
};

function erSchemaItem(members: Members, singleViewName: string): DocumentItem | undefined {
  const spec = members.first(['erSchema'], (_, inner) => inner?.pick(['version', 'config']));
  if (spec === undefined) return undefined;
  const name = members.text(['erSchemaName']) ?? singleViewName;
  return { kind: fastDataKinds.erSchema, name, at: '/erSchema', spec };
}
