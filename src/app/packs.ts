import { createKindRegistry, fastDataPack, objectsPack, type KindRegistry } from '../features/kinds/worker.js';

/** The kinds of every pack that this server knows. */
export function knownKinds(): KindRegistry {
  return createKindRegistry([fastDataPack, objectsPack]);
}
