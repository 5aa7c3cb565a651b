/** Choices for all items that a filter lets through, loaded or not. */
import {
  PlanItemIdsDocument,
  type ImportItemFilter,
  type ImportMode,
  type PlanItemIdsQuery,
} from '../api/operations.generated.js';
import { useRequests } from '../api/requests.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { useWhyNoReference } from './whyNoReference.js';

type FilteredPage = NonNullable<PlanItemIdsQuery['importPlan']>['items'];
type FilteredItem = FilteredPage['nodes'][number];

/** The most that the server gives in one page. */
const pageSize = 500;
/** How many ids are sent at once: a request has at most so many bytes. */
const idsAtOnce = 10_000;

export function useFilteredChoice() {
  const { ask } = useRequests();
  const { plan } = usePlanScreen();
  const { select, setMode } = useAmendments();
  const whyNoReference = useWhyNoReference();

  const pageOf = async (filter: ImportItemFilter, after: string | null): Promise<FilteredPage | undefined> =>
    (await ask(PlanItemIdsDocument, { id: plan.id, filter, first: pageSize, after })).importPlan?.items;
  const itemsOf = async (filter: ImportItemFilter): Promise<readonly FilteredItem[]> => {
    const found: FilteredItem[] = [];
    let after: string | null = null;
    do {
      const page = await pageOf(filter, after);
      found.push(...(page?.nodes ?? []));
      after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return found;
  };
  const inParts = async (items: readonly FilteredItem[], send: (itemIds: string[]) => Promise<readonly unknown[]>) => {
    for (let start = 0; start < items.length; start += idsAtOnce) {
      const problems = await send(items.slice(start, start + idsAtOnce).map(({ id }) => id));
      if (problems.length > 0) return problems;
    }
    return [];
  };
  return {
    /** Gives what the server refused. */
    selectAll: async (filter: ImportItemFilter, isSelected: boolean) =>
      inParts(await itemsOf(filter), (itemIds) => select({ itemIds, isSelected })),
    /** Kinds that can only be copies are left as they are. */
    setModeOfAll: async (filter: ImportItemFilter, mode: ImportMode) => {
      const items = (await itemsOf(filter)).filter(({ kind }) => whyNoReference(kind) === undefined);
      await inParts(items, (itemIds) => setMode({ itemIds, mode }));
    },
  };
}
