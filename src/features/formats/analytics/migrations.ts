/**
 * Migrates entities of older schema versions to the newest one, step by step. Camunda Optimize itself refuses all versions but its own.
 * Each step holds the known changes between two versions that occur in files; a version without a step is not read.
 */
import { tileTypes } from '../../kinds/worker.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { isEntityId } from './entityIds.js';

/** What a step may ask about the file. */
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
  // No change of exported members is known.
  { from: 8, to: 9, migrate: unchanged },
  { from: 9, to: 11, migrate: (entity) => withPreviewFlag(withDescription(entity)) },
];

/** Steps by index name, oldest first. The last step leads to the newest version. */
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

/** The schema version that this server writes, and the newest that it reads, for entities of an index. */
export function newestVersion(indexName: string): number {
  return stepsByIndex[indexName]?.at(-1)?.to ?? 0;
}

/** Returns the entity in the newest version; undefined if no steps lead there. */
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

/** The member `tiles` was called `reports`. */
function withTiles(old: JsonObject, facts: MigrationFacts): JsonObject {
  const { reports, ...entity } = old;
  if (entity['tiles'] !== undefined || reports === undefined) return old;
  const tiles = Array.isArray(reports) ? reports.map((tile) => withType(tile, facts)) : reports;
  return { ...entity, tiles };
}

/** Adds the type of a tile. Older tiles had none: a report had an id, an external page an address instead, a text neither. */
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
  // A tile that matches none of these is treated as a report; its id is refused later.
  return { ...tile, type: tileTypes.report };
}
