/**
 * How entities of older schema numbers become entities of the newest one, step by step. The original refuses every number but its own.
 * A step holds what is known to have changed between two numbers that files have; a number without a step is not read.
 */
import { tileTypes } from '../../kinds/worker.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { isEntityId } from './entityIds.js';

/** What a step may know beyond the entity: whether the file holds an entity with an id. */
export interface MigrationFacts {
  isInFile: (id: string) => boolean;
}

type Migrate = (entity: JsonObject, facts: MigrationFacts) => JsonObject;

interface MigrationStep {
  from: number;
  to: number;
  migrate: Migrate;
}

const unchanged: Migrate = (entity) => entity;

const reportSteps: readonly MigrationStep[] = [
  // Nothing that a file holds is known to have changed.
  { from: 8, to: 9, migrate: unchanged },
  { from: 9, to: 11, migrate: (entity) => withPreviewFlag(withDescription(entity)) },
];

/** The steps by the name of the index, oldest first; the last one leads to the newest number. */
const stepsByIndex: Readonly<Record<string, readonly MigrationStep[]>> = {
  'single-process-report': reportSteps,
  'single-decision-report': reportSteps,
  'combined-report': [
    { from: 8, to: 9, migrate: unchanged },
    { from: 9, to: 11, migrate: withDescription },
  ],
  dashboard: [
    { from: 5, to: 6, migrate: unchanged },
    {
      from: 6,
      to: 8,
      migrate: (entity, facts) => ({ instantPreviewDashboard: false, ...withDescription(withTiles(entity, facts)) }),
    },
  ],
};

/** The schema number that entities of an index are read with, and written. */
export function newestVersion(indexName: string): number {
  return stepsByIndex[indexName]?.at(-1)?.to ?? 0;
}

/** The entity as one of the newest number; undefined when no steps lead there. */
export function migrateEntity(
  { indexName, version }: { indexName: string; version: number },
  entity: JsonObject,
  facts: MigrationFacts,
): JsonObject | undefined {
  let reached = version;
  let migrated = entity;
  for (const { from, to, migrate } of stepsByIndex[indexName] ?? []) {
    if (from !== reached) continue;
    migrated = migrate(migrated, facts);
    reached = to;
  }
  return reached === newestVersion(indexName) ? migrated : undefined;
}

function withDescription(entity: JsonObject): JsonObject {
  return { description: null, ...entity };
}

function withPreviewFlag(entity: JsonObject): JsonObject {
  const { data } = entity;
  return isJsonObject(data) ? { ...entity, data: { instantPreviewReport: false, ...data } } : entity;
}

/** The tiles were called `reports`, whatever they showed. */
function withTiles(old: JsonObject, facts: MigrationFacts): JsonObject {
  const { reports, ...entity } = old;
  if (entity['tiles'] !== undefined || reports === undefined) return old;
  const tiles = Array.isArray(reports) ? reports.map((tile) => withType(tile, facts)) : reports;
  return { ...entity, tiles };
}

/** A tile did not say what it was: a report had an id, a page of another server its address in its place, a text neither. */
function withType(tile: JsonValue, { isInFile }: MigrationFacts): JsonValue {
  if (!isJsonObject(tile) || tile['type'] !== undefined) return tile;
  const { id, configuration: given = null } = tile;
  const configuration = isJsonObject(given) ? given : {};
  if (typeof id === 'string' && (isInFile(id) || isEntityId(id))) return { ...tile, type: tileTypes.report };
  if (configuration['text'] !== undefined) return { ...tile, type: tileTypes.text };
  if (configuration['external'] !== undefined) return { ...tile, type: tileTypes.external };
  const isBare = given === null || isJsonObject(given);
  if (isBare && typeof id === 'string' && /^https?:\/\//i.test(id)) {
    return { ...tile, id: '', type: tileTypes.external, configuration: { ...configuration, external: id } };
  }
  // What names nothing that can be told is taken for what most tiles are, and refused for its id.
  return { ...tile, type: tileTypes.report };
}
