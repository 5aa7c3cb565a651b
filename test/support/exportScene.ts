/** What the tests of exports select from: a shop, and around it what never travels, what is nowhere, and a ring. */
import {
  makeCrudCollection,
  makeErSchema,
  makeProjection,
  makeShop,
  makeSingleView,
  makeSystem,
} from './fastDataResources.js';
import { createProject, createResources } from './projectScene.js';
import type { ServerClient } from './serverClient.js';

export interface ExportScene {
  branchId: string;
  key: string;
  /** By name. */
  ids: ReadonlyMap<string, string>;
}

export async function makeExportScene(server: ServerClient): Promise<ExportScene> {
  const { branchId, key } = await createProject(server, 'shop');
  const made = await createResources(server, branchId, [
    ...makeShop(),
    makeCrudCollection('stock'),
    makeErSchema('stock_map', { stock: ['ghost'], customers: [] }),
    makeSystem('other'),
    makeProjection('dated', { parent: 'other', castFunctions: { at: 'defaultCastToDate' } }),
    makeSingleView('sv_ring', { erSchema: 'ring_map' }),
    makeErSchema('ring_map', { sv_ring: [] }),
  ]);
  return { branchId, key, ids: new Map([...made].map(([name, { id }]) => [name, id])) };
}
