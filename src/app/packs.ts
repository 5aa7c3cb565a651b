import {
  createKindRegistry,
  fastDataPack,
  objectsPack,
  type KindRegistry,
  type PackState,
} from '../features/kinds/worker.js';
import { AppError } from '../shared/appError.js';

const packs = [fastDataPack, objectsPack];

/**
 * The kinds of every pack that this server knows. Those that are off are known too: what a database holds of them stays readable.
 * @throws AppError CONFIGURATION_INVALID for the state of a pack that there is not.
 */
export function knownKinds(states: Readonly<Record<string, PackState>>): KindRegistry {
  const known = packs.map(({ name }) => name);
  const unknown = Object.keys(states).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw AppError.configuration(
      `WAYBILL_PACKS names ${unknown.join(', ')}, which is no pack; the packs are ${known.join(', ')}.`,
    );
  }
  return createKindRegistry(packs.map((pack) => ({ ...pack, state: states[pack.name] ?? pack.state ?? 'on' })));
}
