/** The ER schema, and the files of the services of a single view, each of which contains one member of its spec. */
import { escapePointerSegment } from '../../../shared/jsonPointer.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { contentIgnored, otherKeys } from '../scanning/contentIgnored.js';
import type { DocumentContent, DocumentFormat } from '../documents/documentReader.js';
import {
  configFileKeys,
  configOf,
  isAggregation,
  isErSchema,
  isKafkaProjectionUpdates,
  isProjectionChangesSchema,
  isSingleViewKey,
} from './configFile.js';
import { fastDataKinds } from './looseShapes.js';

/** `erSchema.json`: an ER schema; the file does not state its name. */
export const erSchemaFormat: DocumentFormat = {
  name: 'fast-data/er-schema',
  title: 'Fast Data ER schema',
  recognizes: isErSchema,
  extract: (document, { name }) => {
    const file = document as JsonObject;
    const { version, config } = file;
    const spec: JsonObject = { ...(version === undefined ? {} : { version }), config: config ?? {} };
    return {
      items: [{ kind: fastDataKinds.erSchema, name, at: '', spec }],
      problems: contentIgnored(otherKeys(file, configFileKeys), 'An ER schema consists of "version" and "config".'),
    };
  },
};

/** `aggregation.json`. */
export const aggregationFormat: DocumentFormat = {
  name: 'fast-data/aggregation',
  title: 'Fast Data aggregation',
  recognizes: isAggregation,
  extract: (document, { name }) => singleViewPart(name, { aggregation: document }),
};

/** `singleViewKey.json`. */
export const singleViewKeyFormat: DocumentFormat = {
  name: 'fast-data/single-view-key',
  title: 'Fast Data single view key',
  recognizes: isSingleViewKey,
  extract: (document, { name }) => singleViewPart(name, { singleViewKey: document }),
};

/** `kafkaProjectionUpdates.json`. */
export const kafkaProjectionUpdatesFormat: DocumentFormat = {
  name: 'fast-data/kafka-projection-updates',
  title: 'Fast Data Kafka projection updates',
  recognizes: isKafkaProjectionUpdates,
  extract: (document, { name }) => singleViewPart(name, { kafkaProjectionUpdates: document }),
};

/** `projectionChangesSchema.json`: states the names of the single views; each gets its own part of the file. */
export const projectionChangesSchemaFormat: DocumentFormat = {
  name: 'fast-data/projection-changes-schema',
  title: 'Fast Data projection changes schema',
  recognizes: isProjectionChangesSchema,
  extract: (document) => {
    const file: JsonObject = isJsonObject(document) ? document : {};
    const items = Object.entries(configOf(file) ?? {}).map(([name, block]) => ({
      kind: fastDataKinds.singleView,
      name,
      at: `/config/${escapePointerSegment(name)}`,
      isPartial: true,
      spec: { projectionChangesSchema: { ...file, config: Object.fromEntries([[name, block]]) } },
    }));
    return { items, problems: [] };
  },
};

function singleViewPart(name: string, spec: Record<string, JsonValue>): DocumentContent {
  return { items: [{ kind: fastDataKinds.singleView, name, at: '', isPartial: true, spec }], problems: [] };
}
