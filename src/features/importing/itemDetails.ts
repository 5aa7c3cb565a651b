import type { RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import type { WorkerCall, Workers } from '../workers/index.js';
import { itemDifferencesCall, itemSpecSizesCall, type ItemDifferences } from './reporting/itemDifferences.call.js';
import { itemProblemsCall } from './reporting/itemProblems.call.js';

interface ItemKey {
  planId: string;
  ordinal: number;
  /** The caller, the same for all keys of a request; null if the caller may see every resource. */
  reader: Reader | null;
}

/** The arguments of a call about items of one plan. */
interface CallArgs {
  planId: string;
  ordinals: number[];
  reader: Reader | null;
  /** Maximum size of the differences that one call returns. */
  maxBytes: number;
}

/** Details of items that are computed on request: one call to the worker per page and plan. */
export class ItemDetails {
  constructor(
    private readonly workers: Workers,
    private readonly maxAnswerBytes: number,
  ) {}

  readonly problems = (keys: readonly ItemKey[]): Promise<(Problem[] | null)[]> => this.ofPlans(itemProblemsCall, keys);

  /**
   * The differences between an item and the resource that it would update. Before the specs are read, the size of the larger
   * one counts against the limit of the answer; afterwards, the size by which the differences exceed it.
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
