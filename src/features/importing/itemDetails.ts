import type { Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import type { WorkerCall, Workers } from '../workers/index.js';
import { itemDifferencesCall, itemProblemsCall, type FieldDifference } from './reporting/itemDetails.call.js';

interface ItemKey {
  planId: string;
  ordinal: number;
  /** Of who asks, the same for all keys of a request; null for who sees everything. */
  reader: Reader | null;
}

/** What is worked out for items when somebody looks at them: one call to the worker for a page. */
export class ItemDetails {
  constructor(private readonly workers: Workers) {}

  readonly problems = (keys: readonly ItemKey[]): Promise<Problem[][]> => this.ofPlans(itemProblemsCall, keys);

  readonly differences = (keys: readonly ItemKey[]): Promise<FieldDifference[][]> =>
    this.ofPlans(itemDifferencesCall, keys);

  private async ofPlans<Detail>(
    call: WorkerCall<{ planId: string; ordinals: number[]; reader: Reader | null }, Detail[]>,
    keys: readonly ItemKey[],
  ): Promise<Detail[]> {
    const ordinalsByPlan = new Map<string, number[]>();
    for (const { planId, ordinal } of keys) {
      const ordinals = ordinalsByPlan.get(planId);
      if (ordinals) ordinals.push(ordinal);
      else ordinalsByPlan.set(planId, [ordinal]);
    }
    const reader = keys[0]?.reader ?? null;
    const detailByKey = new Map<string, Detail>();
    for (const [planId, ordinals] of ordinalsByPlan) {
      const details = await this.workers.call(call, { planId, ordinals, reader });
      for (const [index, ordinal] of ordinals.entries()) {
        const detail = details[index];
        if (detail !== undefined) detailByKey.set(`${planId}.${ordinal}`, detail);
      }
    }
    return keys.map(({ planId, ordinal }) => detailByKey.get(`${planId}.${ordinal}`) ?? ([] as Detail));
  }
}
