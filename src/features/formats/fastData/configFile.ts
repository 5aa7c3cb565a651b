import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';

/** Keys of the files that services read from their config maps. */
export const configFileKeys: ReadonlySet<string> = new Set(['version', 'config']);

/** The member `config` of a file `{ version, config }`, unless it is empty. */
export function configOf(document: JsonValue | undefined): JsonObject | undefined {
  if (!isJsonObject(document) || !isJsonObject(document['config'])) return undefined;
  return Object.keys(document['config']).length > 0 ? document['config'] : undefined;
}

/** Whether any member of the file's `config` is an object that fulfils `test`. */
export function someBlock(document: JsonValue | undefined, test: (block: JsonObject) => boolean): boolean {
  return Object.values(configOf(document) ?? {}).some((block) => isJsonObject(block) && test(block));
}

/** Whether the document is an ER schema: any collection of its `config` has `outgoing` relations. */
export function isErSchema(document: JsonValue | undefined): boolean {
  return someBlock(document, (block) => isJsonObject(block['outgoing']));
}

/** Whether the document is an aggregation: it has the mandatory block, or one with dependencies and a mapping. */
export function isAggregation(document: JsonValue | undefined): boolean {
  const isBlock = (block: JsonObject): boolean => isJsonObject(block['dependencies']) && isJsonObject(block['mapping']);
  return isJsonObject(configOf(document)?.['SV_CONFIG']) || someBlock(document, isBlock);
}

/** Whether the document is a projection changes schema: any single view of its `config` has `paths`. */
export function isProjectionChangesSchema(document: JsonValue | undefined): boolean {
  return someBlock(document, (block) => Array.isArray(block['paths']));
}

/** Whether the document is a single view key: every member of its `config` is a string. */
export function isSingleViewKey(document: JsonValue | undefined): boolean {
  const config = configOf(document);
  return config !== undefined && Object.values(config).every((value) => typeof value === 'string');
}

/** Whether the document is a `kafkaProjectionUpdates` file: every member states the source of its updates, or the strategy. */
export function isKafkaProjectionUpdates(document: JsonValue | undefined): boolean {
  if (!isJsonObject(document)) return false;
  const values = Object.values(document);
  return (
    values.length > 0 &&
    values.every((value) => isJsonObject(value) && ('updatesTopic' in value || 'strategy' in value))
  );
}
