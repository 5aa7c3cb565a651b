import type { Problem } from '../../shared/problem.js';
import type { WorkerCall, Workers } from '../workers/index.js';
import { itemDifferencesCall, itemProblemsCall, type FieldDifference } from './reporting/itemDetails.call.js';

interface ItemKey {
  planId: string;
  ordinal: number;
}

/** What is worked out for items when somebody looks at them: one call to the worker for a page. */
export class ItemDetails {
  constructor(private readonly workers: Workers) {}

  readonly problems = (keys: readonly ItemKey[]): Promise<Problem[][]> => this.ofPlans(itemProblemsCall, keys);

  readonly differences = (keys: readonly ItemKey[]): Promise<FieldDifference[][]> =>
    this.ofPlans(itemDifferencesCall, keys);

  private async ofPlans<Detail>(
    call: WorkerCall<{ planId: string; ordinals: number[] }, Detail[]>,
    keys: readonly ItemKey[],
  ): Promise<Detail[]> {
    const ordinalsByPlan = new Map<string, number[]>();
    for (const { planId, ordinal } of keys) {
      const ordinals = ordinalsByPlan.get(planId);
      if (ordinals) ordinals.push(ordinal);
      else ordinalsByPlan.set(planId, [ordinal]);
    }
    const detailByKey = new Map<string, Detail>();
    for (const [planId, ordinals] of ordinalsByPlan) {
      const details = await this.workers.call(call, { planId, ordinals });
      for (const [index, ordinal] of ordinals.entries()) {
        const detail = details[index];
        if (detail !== undefined) detailByKey.set(`${planId}.${ordinal}`, detail);
      }
    }
    return keys.map(({ planId, ordinal }) => detailByKey.get(`${planId}.${ordinal}`) ?? ([] as Detail));
  }
}
