/** All features of the API thread, each after those whose parts it uses. Their work in worker threads is in workerFeatures.ts. */
import { accessApi } from '../features/access/index.js';
import { auditApi } from '../features/audit/index.js';
import { bindingsApi } from '../features/bindings/index.js';
import { callbacksApi } from '../features/callbacks/index.js';
import { deletingApi } from '../features/deleting/index.js';
import { dependenciesApi } from '../features/dependencies/index.js';
import { exportingApi } from '../features/exporting/index.js';
import { filesApi } from '../features/files/index.js';
import { importingApi } from '../features/importing/index.js';
import { kindsApi } from '../features/kinds/index.js';
import { projectsApi } from '../features/projects/index.js';
import { resourcesApi } from '../features/resources/index.js';
import { schedulingApi } from '../features/scheduling/index.js';
import { tasksApi } from '../features/tasks/index.js';
import { templatesApi } from '../features/templates/index.js';
import { undoingApi } from '../features/undoing/index.js';
import { verifyingApi } from '../features/verifying/index.js';
import type { Logger } from 'pino';
import type { Database } from '../database/index.js';
import type { FileStore } from '../features/files/index.js';
import type { EdgeTypes, KindRegistry } from '../features/kinds/index.js';
import type { StartBranch } from '../features/projects/index.js';
import type { AnyTaskHandler } from '../features/tasks/worker.js';
import type { SettingsShape } from '../features/templates/index.js';
import type { Workers } from '../features/workers/index.js';
import type { RedisLink } from '../redis/redisLink.js';
import type { Clock } from '../shared/clock.js';
import type { Config } from '../shared/config.js';
import { FeatureList } from './featureList.js';

/** What every feature may use. */
export interface ServerParts {
  config: Config;
  logger: Logger;
  database: Database;
  clock: Clock;
  kinds: KindRegistry;
  edgeTypes: EdgeTypes;
  fileStore: FileStore;
  workers: Workers;
  /** What the servers on the database share beside it; undefined without one. */
  redis: RedisLink | undefined;
  signingKey: string;
  taskHandlers: readonly AnyTaskHandler[];
  startBranch: StartBranch;
  templateShapes: Readonly<Record<'EXPORT' | 'IMPORT', SettingsShape>>;
}

export const features = FeatureList.over<ServerParts>()
  .with(projectsApi)
  .with(filesApi)
  .with(tasksApi)
  .with(accessApi)
  .with(bindingsApi)
  .with(resourcesApi)
  .with(templatesApi)
  .with(exportingApi)
  .with(importingApi)
  .with(kindsApi)
  .with(dependenciesApi)
  .with(undoingApi)
  .with(callbacksApi)
  .with(schedulingApi)
  .with(deletingApi)
  .with(auditApi)
  .with(verifyingApi);
