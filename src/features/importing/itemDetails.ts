import type { RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import type { WorkerCall, Workers } from '../workers/index.js';
import { itemDifferencesCall, itemSpecSizesCall, type ItemDifferences } from './reporting/itemDifferences.call.js';
import { itemProblemsCall } from './reporting/itemDetails.call.js';

interface ItemKey {
  planId: string;
  ordinal: number;
  /** Of who asks, the same for all keys of a request; null for who sees everything. */
  reader: Reader | null;
}

/** What a call is asked of some items of one plan. */
interface CallArgs {
  planId: string;
  ordinals: number[];
  reader: Reader | null;
  /** So many bytes of differences are found for one call. */
  maxBytes: number;
}

/** What is worked out for items when somebody looks at them: one call to the worker for a page. */
export class ItemDetails {
  constructor(
    private readonly workers: Workers,
    private readonly maxAnswerBytes: number,
  ) {}

  readonly problems = (keys: readonly ItemKey[]): Promise<(Problem[] | null)[]> => this.ofPlans(itemProblemsCall, keys);

  /**
   * The differences of an item from what it would update. The larger of the two specs is counted before they are read; what the
   * differences come to beyond it, in places of which each is named, is counted when they are found.
   * @throws GraphQLError ANSWER_TOO_LARGE
   */
  async readDifferences(
    { answer, loaders }: RequestContext,
    key: ItemKey,
  ): Promise<Pick<ItemDifferences, 'differences' | 'count'>> {
    const specBytes = (await loaders.load(this.specSizes, key)) ?? 0;
    await answer.takeBytes(specBytes);
    const found = await loaders.load(this.differences, key);
    loaders.forget(this.differences, key);
    if (!found) return { differences: [], count: 0 };
    await answer.takeBytes(Math.max(0, found.sizeBytes - specBytes));
    return found;
  }

  private readonly specSizes = (keys: readonly ItemKey[]): Promise<(number | null)[]> =>
    this.ofPlans(itemSpecSizesCall, keys);

  private readonly differences = (keys: readonly ItemKey[]): Promise<(ItemDifferences | null)[]> =>
    this.ofPlans(itemDifferencesCall, keys);

  private async ofPlans<Detail>(
    call: WorkerCall<CallArgs, Detail[]>,
    keys: readonly ItemKey[],
  ): Promise<(Detail | null)[]> {
    const ordinalsByPlan = new Map<string, number[]>();
    for (const { planId, ordinal } of keys) {
      const ordinals = ordinalsByPlan.get(planId);
      if (ordinals) ordinals.push(ordinal);
      else ordinalsByPlan.set(planId, [ordinal]);
    }
    const facts = { reader: keys[0]?.reader ?? null, maxBytes: this.maxAnswerBytes };
    const detailByKey = new Map<string, Detail>();
    for (const [planId, ordinals] of ordinalsByPlan) {
      const details = await this.workers.call(call, { planId, ordinals, ...facts });
      for (const [index, ordinal] of ordinals.entries()) {
        const detail = details[index];
        if (detail !== undefined) detailByKey.set(`${planId}.${ordinal}`, detail);
      }
    }
    return keys.map(({ planId, ordinal }) => detailByKey.get(`${planId}.${ordinal}`) ?? null);
  }
}
