import type { KindPack } from '../../kindPack.js';
import { castFunction } from './castFunction.js';
import { crudCollection } from './crudCollection.js';
import { erSchema } from './erSchema.js';
import { projection } from './projection.js';
import { singleView } from './singleView.js';
import { systemOfRecord } from './systemOfRecord.js';

/** The resources of Mia-Platform Fast Data. */
export const fastDataPack: KindPack = {
  name: 'fast-data',
  title: 'Fast Data',
  kinds: [castFunction, systemOfRecord, projection, erSchema, singleView, crudCollection],
};
