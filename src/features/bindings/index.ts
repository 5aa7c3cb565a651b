import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { KindRegistry } from '../kinds/index.js';
import { Binding } from './binding.entity.js';
import { BindingRepository } from './binding.repository.js';
import { BindingResolver } from './binding.resolver.js';
import { BindingService } from './binding.service.js';

interface BindingsParts {
  database: Database;
  clock: Clock;
  kinds: KindRegistry;
}

/** The table and the resolver of this feature. */
export const bindingsApi = {
  entities: [Binding],
  resolvers: [BindingResolver],
  wire: (parts: BindingsParts) => {
    const bindings = new BindingRepository(parts.database);
    const service = new BindingService({ ...parts, bindings });
    return {
      parts: {},
      resolvers: [new BindingResolver(service, bindings, parts.kinds)],
      nodes: [(id: string) => bindings.byId(id)],
    };
  },
};
