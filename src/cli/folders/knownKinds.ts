/** The kinds that this version of Waybill knows. */
import {
  analyticsPack,
  createKindRegistry,
  fastDataPack,
  objectsPack,
  type KindDefinition,
} from '../../features/kinds/worker.js';

export const knownKinds = createKindRegistry([fastDataPack, objectsPack, analyticsPack]);

export function kindNamed(name: string): KindDefinition | undefined {
  return knownKinds.find(name);
}
