import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { judgedItems } from './judgedItems.js';
import type { JudgedNeed } from './judgeNeed.js';
import { PlanNeeds } from './planNeeds.js';

/** What the items of a plan together ask of one thing and do not get. */
export interface UnmetByName {
  isAuthorized: boolean;
  missingVersions: Set<string>;
  /** Empty text for "no tenant". */
  missingTenants: Set<string>;
}

/** So many versions and tenants of one thing are told. */
const maxTold = 100;

/** By namespace and name in the file; things of which all is there are left out. */
export async function needsByName(context: WorkerContext, plan: PlanRow): Promise<ReadonlyMap<string, UnmetByName>> {
  const byName = new Map<string, UnmetByName>();
  if ((plan.options.needingKinds ?? []).length === 0) return byName;
  const needs = await PlanNeeds.of(context, plan);
  for await (const items of judgedItems(context, plan, { needs })) {
    for (const judged of items.flatMap((item) => item.needs)) note(context, byName, judged);
  }
  return byName;
}

/** How a name is found in it. */
export function needKey(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}

function note({ kinds }: WorkerContext, byName: Map<string, UnmetByName>, judged: JudgedNeed): void {
  const { isAuthorized, missingVersions, isVersionless, missingTenants } = judged;
  if (isAuthorized && missingVersions.length === 0 && !isVersionless && missingTenants.length === 0) return;
  const key = needKey(kinds.get(judged.targetKind).identity.namespace, judged.nameInFile);
  const known = byName.get(key) ?? { isAuthorized: true, missingVersions: new Set(), missingTenants: new Set() };
  byName.set(key, known);
  if (!isAuthorized) known.isAuthorized = false;
  // Of something without any version, the word that asks for them is what is missing.
  addAll(known.missingVersions, isVersionless ? judged.need.versions : missingVersions);
  addAll(
    known.missingTenants,
    missingTenants.map((tenant) => tenant ?? ''),
  );
}

function addAll(told: Set<string>, more: readonly string[]): void {
  for (const one of more) if (told.size < maxTold) told.add(one);
}
