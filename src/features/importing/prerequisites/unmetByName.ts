import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { judgedItems } from './judgedItems.js';
import type { JudgedPrerequisite } from './judgePrerequisite.js';
import { PlanPrerequisites } from './planPrerequisites.js';

/** What the items of a plan require of one prerequisite and do not get. */
export interface UnmetByName {
  isAuthorized: boolean;
  missingVersions: Set<string>;
  /** Empty text for "no tenant". */
  missingTenants: Set<string>;
}

/** Maximum number of versions, and of tenants, that are reported per prerequisite. */
const maxTold = 100;

/** The unmet requirements by `prerequisiteKey`, the namespace and name in the file. Prerequisites without any are left out. */
export async function unmetByName(context: WorkerContext, plan: PlanRow): Promise<ReadonlyMap<string, UnmetByName>> {
  const byName = new Map<string, UnmetByName>();
  if ((plan.fileFacts.prerequisiteKinds ?? []).length === 0) return byName;
  const prerequisites = await PlanPrerequisites.of(context, plan);
  for await (const items of judgedItems(context, plan, { prerequisites })) {
    for (const judged of items.flatMap((item) => item.prerequisites)) note(context, byName, judged);
  }
  return byName;
}

/** The key of a name in that map. */
export function prerequisiteKey(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}

function note({ kinds }: WorkerContext, byName: Map<string, UnmetByName>, judged: JudgedPrerequisite): void {
  const { isAuthorized, missingVersions, isVersionless, missingTenants } = judged;
  if (isAuthorized && missingVersions.length === 0 && !isVersionless && missingTenants.length === 0) return;
  const key = prerequisiteKey(kinds.get(judged.targetKind).identity.namespace, judged.nameInFile);
  const known = byName.get(key) ?? { isAuthorized: true, missingVersions: new Set(), missingTenants: new Set() };
  byName.set(key, known);
  if (!isAuthorized) known.isAuthorized = false;
  // If the target has no version at all, the word for any version (such as "latest") is reported as missing.
  addAll(known.missingVersions, isVersionless ? judged.required.versions : missingVersions);
  addAll(
    known.missingTenants,
    missingTenants.map((tenant) => tenant ?? ''),
  );
}

function addAll(told: Set<string>, more: readonly string[]): void {
  for (const one of more) if (told.size < maxTold) told.add(one);
}
