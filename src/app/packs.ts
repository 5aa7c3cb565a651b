import {
  analyticsPack,
  createKindRegistry,
  fastDataPack,
  objectsPack,
  type KindPack,
  type KindRegistry,
} from '../features/kinds/worker.js';
import { AppError } from '../shared/appError.js';
import type { Config } from '../shared/config.js';

const packs: readonly KindPack[] = [fastDataPack, objectsPack, analyticsPack];

/** The settings of packs. */
export type PackSettings = Pick<Config, 'packStates' | 'superuserPacks'>;

/**
 * The kinds of every pack that this server knows. Those that are off are known too: what a database holds of them stays readable.
 * @throws AppError CONFIGURATION_INVALID for a setting of a pack that there is not.
 */
export function knownKinds({ packStates, superuserPacks }: PackSettings): KindRegistry {
  refuseUnknown('WAYBILL_PACKS', Object.keys(packStates));
  refuseUnknown('WAYBILL_SUPERUSER_PACKS', superuserPacks);
  return createKindRegistry(
    packs.map((pack) => ({
      ...pack,
      state: packStates[pack.name] ?? pack.state ?? 'on',
      isForSuperusers: superuserPacks.includes(pack.name),
    })),
  );
}

function refuseUnknown(setting: string, names: readonly string[]): void {
  const known = packs.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw AppError.configuration(
    `${setting} names ${unknown.join(', ')}, which is no pack; the packs are ${known.join(', ')}.`,
  );
}
