import type { Logger } from 'pino';
import type { Clock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import type { Workers } from '../workers/index.js';
import { RetentionSweep } from './retentionSweep.js';
import { DeletionResolver } from './deletion.resolver.js';

interface DeletingParts {
  config: Pick<Config, 'retention'>;
  logger: Logger;
  clock: Clock;
  workers: Workers;
}

/** The resolver of this feature, and the deletion by age. */
export const deletingApi = {
  resolvers: [DeletionResolver],
  wire: (parts: DeletingParts) => ({
    parts: {},
    resolvers: [new DeletionResolver(parts.workers)],
    background: [new RetentionSweep({ ...parts, retention: parts.config.retention })],
  }),
};
