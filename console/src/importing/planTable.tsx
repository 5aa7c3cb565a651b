/** The items of a plan, in the order of what a person must do; each opens to where it is mended. */
import { useCallback, useMemo } from 'react';
import type { PlanItemFragment } from '../api/operations.generated.js';
import { Button } from '../design/button.js';
import { formatCount } from '../design/format.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot } from '../design/table.js';
import type { Ticks } from '../design/useTableKeys.js';
import { useNarrow } from '../design/useNarrow.js';
import layout from '../design/layout.module.css';
import { useBranch } from '../shell/branch.js';
import { actionGroups, countOfGroup, groupTitleOf, openCount } from './actions.js';
import { cardColumns, planColumns } from './planColumns.js';
import { ItemDetail } from './itemDetail.js';
import { itemsPanelId } from './kindTabs.js';
import { useFirstToDecide } from './firstToDecide.js';
import { useOpenItems } from './openItems.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { filterOf, type PlanSearch, type PlanSearchChange } from './planSearch.js';
import { useFilteredChoice } from './useFilteredChoice.js';
import { usePlanItems } from './usePlanItems.js';
import styles from './plan.module.css';

interface PlanTableProps {
  search: PlanSearch;
  onSearch: (change: PlanSearchChange) => void;
  /** How often a person has asked for the first item that is to be decided. */
  firstAsked: number;
}

/** With more items to decide than this, they open when a person asks for it. */
const openByThemselves = 20;
const groupHeight = 28;

export function PlanTable({ search, onSearch, firstAsked }: PlanTableProps) {
  const { plan, whyFixed, isDone } = usePlanScreen();
  const { select } = useAmendments();
  const { selectAll } = useFilteredChoice();
  const branch = useBranch();
  // After the execution, an undo deletes what the rows link to.
  const versionOfResult = isDone ? String(branch.version) : '';
  const isNarrow = useNarrow();
  const { action, kind, q = '' } = search;
  const { rows, isLoaded, hasMore, error, loadMore, onShown, refresh, assumeAll } = usePlanItems(
    plan.id,
    filterOf(search),
    `${plan.updatedAt} ${plan.status} ${versionOfResult}`,
  );
  const opensItself = openCount(plan.counts) <= openByThemselves && plan.status === 'READY';
  const { isOpen, setOpen, isSpecShown, toggleSpec } = useOpenItems(opensItself);
  const onToggle = useCallback((item: PlanItemFragment) => setOpen(item, !isOpen(item)), [isOpen, setOpen]);
  const extraHeightOf = useCallback(
    (item: PlanItemFragment, previous: PlanItemFragment | undefined) =>
      (startsGroup(item, previous) ? groupHeight : 0) + (isOpen(item) ? detailHeight(item, isSpecShown(item)) : 0),
    [isOpen, isSpecShown],
  );
  const isFiltered = action !== undefined || q !== '';
  const showAll = () => onSearch({ action: undefined, kind: undefined, q: undefined });
  const reached = useFirstToDecide({
    firstAsked,
    rows,
    isLoaded,
    setOpen,
    onShowAll: isFiltered || kind !== undefined ? showAll : undefined,
  });
  const columns = useMemo(
    () => (isNarrow ? cardColumns({ isOpen, onToggle }) : planColumns({ isOpen, onToggle, search, isDone })),
    [isNarrow, isOpen, onToggle, search, isDone],
  );
  const counts = (kind === undefined ? plan.counts : countsOfKind(plan.kindCounts, kind)) ?? plan.counts;
  // After the import, the rows say what has become of them.
  const ticks: Ticks<PlanItemFragment> = {
    isTicked: ({ isSelected }) => isSelected,
    isDisabled: whyFixed !== undefined,
    onTick: ({ id }, isSelected) => void select({ itemIds: [id], isSelected }),
    all: isFiltered
      ? shareOf(rows.filter(({ isSelected }) => isSelected).length, rows.length)
      : shareOf(counts.selected, counts.total),
    onTickAll: (isSelected) => {
      const chosen = isFiltered
        ? selectAll(filterOf(search), isSelected)
        : select({ isSelected, ...(kind !== undefined && { kinds: [kind] }) });
      void chosen.then((problems) => {
        if (problems.length === 0) assumeAll(isSelected);
      });
    },
  };
  return (
    <div className={layout.column} id={itemsPanelId} role="tabpanel" aria-label="Items">
      {error && rows.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      {!isLoaded && !error && <SkeletonRows />}
      {isLoaded && rows.length === 0 && (
        <EmptyState title="Nothing matches">
          <p>{isFiltered ? 'No item of the plan fits the search and the filters.' : 'No item is left here.'}</p>
          <Button onPress={showAll}>Show all</Button>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <Table
            label="Items"
            columns={columns}
            rows={rows}
            totalCount={!isFiltered ? counts.total : rows.length}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            rowHeight={isNarrow ? 116 : 40}
            {...(!isDone && { ticks })}
            onOpen={onToggle}
            reached={reached}
            detailOf={(item) =>
              isOpen(item) ? (
                <ItemDetail item={item} isSpecShown={isSpecShown(item)} onSpecToggle={() => toggleSpec(item)} />
              ) : null
            }
            extraHeightOf={extraHeightOf}
            groupOf={(item, previous) =>
              startsGroup(item, previous) ? (
                <GroupHead
                  title={groupTitleOf(item.action, isDone)}
                  count={!isFiltered ? countsIn(item, counts) : undefined}
                />
              ) : null
            }
            hasMore={hasMore}
            onEnd={loadMore}
            onShown={onShown}
          />
          {hasMore && (
            <TableFoot>
              <span>{formatCount(rows.length)} items loaded, more follow as you scroll</span>
            </TableFoot>
          )}
        </>
      )}
    </div>
  );
}

function shareOf(selected: number, total: number): 'all' | 'some' | 'none' {
  if (selected === 0) return 'none';
  return selected === total ? 'all' : 'some';
}

function GroupHead({ title, count }: { title: string; count: number | undefined }) {
  return (
    <>
      {title} {count !== undefined && <span className={styles.groupCount}>{formatCount(count)}</span>}
    </>
  );
}

function startsGroup(item: PlanItemFragment, previous: PlanItemFragment | undefined): boolean {
  return previous === undefined || groupTitleOf(previous.action) !== groupTitleOf(item.action);
}

function detailHeight({ action, diffCount, problems }: PlanItemFragment, isSpecShown: boolean): number {
  const isUpdate = action === 'UPDATE' || action === 'REFERENCE_UPDATE';
  const base = isUpdate ? 44 + 25 * Math.min(diffCount, 20) : 76;
  return base + 28 * problems.length + (isSpecShown ? 352 : 36);
}

type Counts = Parameters<typeof countOfGroup>[1];

function countsOfKind(kindCounts: readonly { kind: { name: string }; counts: Counts }[], kind: string) {
  return kindCounts.find((one) => one.kind.name === kind)?.counts;
}

function countsIn({ action }: PlanItemFragment, counts: Counts): number | undefined {
  const group = actionGroups.find(({ actions }) => actions.includes(action));
  return group && countOfGroup(group, counts);
}
