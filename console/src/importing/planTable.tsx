/** The items of a plan, in the order of what a person must do; each opens to where it is mended. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { PlanItemFragment } from '../api/operations.generated.js';
import { Button, TextButton } from '../design/button.js';
import { countOf, formatCount } from '../design/format.js';
import { EmptyState, ErrorState, SkeletonRows } from '../design/states.js';
import { Table, TableFoot } from '../design/table.js';
import type { Ticks } from '../design/useTableKeys.js';
import { useNarrow } from '../design/useNarrow.js';
import layout from '../design/layout.module.css';
import { useBranch } from '../shell/branch.js';
import { countOfGroup, groupTitleOf, openCount } from './actions.js';
import { cardColumns, planColumns } from './planColumns.js';
import { ItemDetail } from './itemDetail.js';
import { itemsPanelId } from './kindTabs.js';
import { useFirstToDecide } from './firstToDecide.js';
import { useOpenItems } from './openItems.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { filterOf, type PlanSearch, type PlanSearchChange } from './planSearch.js';
import { useFilteredChoice } from './useFilteredChoice.js';
import { usePlanItems, type PlanItems } from './usePlanItems.js';
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
  const { plan, whyFixed, phase } = usePlanScreen();
  const isDone = phase !== 'PLANNED';
  const { select } = useAmendments();
  const { selectAll } = useFilteredChoice();
  const branch = useBranch();
  // After the execution, an undo deletes what the rows link to.
  const versionOfResult = isDone ? String(branch.version) : '';
  const isNarrow = useNarrow();
  const { action, kind, q = '' } = search;
  const { rows, placeOf, isLoaded, hasMore, error, loadMore, onShown, reload, assumeAll } = usePlanItems(
    plan.id,
    filterOf(search),
    { state: plan.status, version: `${plan.updatedAt} ${versionOfResult}` },
  );
  // What stood open when the list was loaded stays open: nothing moves under the pointer of who decides.
  const [opensItself] = useState(openCount(plan.counts) <= openByThemselves);
  const { isOpen, setOpen, isSpecShown, toggleSpec } = useOpenItems(opensItself && plan.status === 'READY', placeOf);
  const movedCount = useMemo(
    () => rows.filter((item) => !placeOf(item).actions.includes(item.action)).length,
    [rows, placeOf],
  );
  const onToggle = useCallback((item: PlanItemFragment) => setOpen(item, !isOpen(item)), [isOpen, setOpen]);
  const extraHeightOf = useCallback(
    (item: PlanItemFragment, previous: PlanItemFragment | undefined) =>
      (startsGroup(placeOf, item, previous) ? groupHeight : 0) +
      (isOpen(item) ? detailHeight(item, isSpecShown(item)) : 0),
    [isOpen, isSpecShown, placeOf],
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
      {error && rows.length === 0 && <ErrorState error={error} onRetry={reload} />}
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
                <Held until={String(isSpecShown(item))}>
                  <ItemDetail item={item} isSpecShown={isSpecShown(item)} onSpecToggle={() => toggleSpec(item)} />
                </Held>
              ) : null
            }
            extraHeightOf={extraHeightOf}
            groupOf={(item, previous) =>
              startsGroup(placeOf, item, previous) ? (
                <GroupHead
                  title={groupTitleOf(placeOf(item), phase)}
                  count={!isFiltered ? countOfGroup(placeOf(item), counts) : undefined}
                />
              ) : null
            }
            hasMore={hasMore}
            onEnd={loadMore}
            onShown={onShown}
          />
          <ListFoot loadedCount={hasMore ? rows.length : undefined} movedCount={movedCount} onSort={reload} />
        </>
      )}
    </div>
  );
}

interface ListFootProps {
  /** How many items are loaded; undefined once all are. */
  loadedCount: number | undefined;
  /** How many stand where they stood before they changed. */
  movedCount: number;
  onSort: () => void;
}

function ListFoot({ loadedCount, movedCount, onSort }: ListFootProps) {
  if (loadedCount === undefined && movedCount === 0) return null;
  return (
    <TableFoot>
      {loadedCount !== undefined && <span>{formatCount(loadedCount)} items loaded, more follow as you scroll</span>}
      {movedCount > 0 && (
        <span>
          {countOf(movedCount, 'item')} {movedCount === 1 ? 'keeps its place' : 'keep their places'} until the list is
          sorted. <TextButton onPress={onSort}>Sort again</TextButton>
        </span>
      )}
    </TableFoot>
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

type PlaceOf = PlanItems['placeOf'];

function startsGroup(placeOf: PlaceOf, item: PlanItemFragment, previous: PlanItemFragment | undefined): boolean {
  return previous === undefined || placeOf(previous) !== placeOf(item);
}

/** Keeps the height of what it holds where that becomes less, so that nothing below it moves. `until`: frees it when it changes. */
function Held({ until, children }: { until: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [least, setLeast] = useState(0);
  useLayoutEffect(() => {
    setLeast(0);
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setLeast((last) => Math.max(last, element.offsetHeight)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [until]);
  return (
    <div ref={box} style={{ minHeight: least }}>
      {children}
    </div>
  );
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
