/** What there is to export, and what of it a person has ticked. */
import { useState } from 'react';
import { useClient } from 'urql';
import {
  ExportChoicesDocument,
  type ExportChoiceFragment,
  type ExportKindsQuery,
  type ResourceFilter,
} from '../api/operations.generated.js';
import { ask } from '../api/requests.js';
import { usePages, type Pages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { SearchField } from '../design/field.js';
import { capitalized, countOf, formatCount } from '../design/format.js';
import { Pills } from '../design/pills.js';
import { EmptyState, ErrorState, sentenceOf, SkeletonRows } from '../design/states.js';
import { Table, type Column } from '../design/table.js';
import { useToast } from '../design/toasts.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import styles from './exporting.module.css';
import type { ExportSearch } from './exportSearch.js';
import { isEmpty, isSelected, select, type Chosen } from './selection.js';

type KindCount = NonNullable<ExportKindsQuery['branch']>['kindCounts'][number];

const allKinds = 'all';
/** Of what a search finds, single resources are selected: at most so many. */
const mostFound = 5_000;
const pageSize = 500;

interface SelectionColumnProps {
  search: Pick<ExportSearch, 'tab' | 'q'>;
  onSearch: (change: { tab?: string | undefined; q?: string | undefined }) => void;
  kindCounts: readonly KindCount[];
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  /** How many resources are selected, once the server has said it. */
  selectedCount: number | undefined;
  /** What comes along, by id. */
  companionIds: ReadonlySet<string>;
}

export function SelectionColumn(props: SelectionColumnProps) {
  const { search, onSearch, kindCounts, chosen, onChoose, selectedCount, companionIds } = props;
  const { tab = allKinds, q = '' } = search;
  const branch = useBranch();
  const exportable = kindCounts.filter(({ kind }) => kind.isExportable);
  const total = exportable.reduce((sum, { count }) => sum + count, 0);
  const shownKind = exportable.find(({ kind }) => kind.name === tab)?.kind;
  const filter: ResourceFilter = {
    kinds: shownKind ? [shownKind.name] : exportable.map(({ kind }) => kind.name),
    ...(q !== '' && { search: q }),
  };
  const variables = {
    branchId: branch.id,
    filter,
    orderBy: { field: shownKind ? ('NAME' as const) : ('KIND' as const), direction: 'ASC' as const },
  };
  const pages = usePages(ExportChoicesDocument, { variables, pageIn: ({ resources }) => resources });
  const { nodes, totalCount, hasMore, loadMore, refresh } = pages;
  useBranchChanges(branch.id, refresh);
  const selectFound = useSelectFound({ variables, chosen, onChoose });
  const selectAll = () => {
    if (q !== '') void selectFound();
    else if (shownKind) onChoose({ ...chosen, kinds: new Set([...chosen.kinds, shownKind.name]) });
    else onChoose({ ...chosen, isAll: true, leftOut: new Map() });
  };
  const ticked = nodes.filter((resource) => isSelected(chosen, resource)).length;
  return (
    <section className={styles.column} aria-label="Selection">
      <div className={styles.columnHead}>
        <h2 className={layout.grow}>Selection</h2>
        <span className={`${text.small ?? ''} ${text.muted ?? ''}`}>
          {selectedCount !== undefined && !isEmpty(chosen) ? `${formatCount(selectedCount)} of ` : ''}
          {formatCount(total)}
        </span>
      </div>
      <div className={styles.find}>
        <div className={layout.grow}>
          <SearchField
            isWide
            label={`Search ${countOf(total, 'resource')}`}
            value={q}
            onChange={(value) => {
              onSearch({ q: value });
            }}
          />
        </div>
        <Button look="quiet" onPress={selectAll}>
          {q === '' ? 'Select all' : 'Select all that match'}
        </Button>
        {!isEmpty(chosen) && (
          <Button
            look="quiet"
            onPress={() => {
              onChoose({ isAll: false, kinds: new Set(), ids: new Set(), leftOut: new Map() });
            }}
          >
            Clear
          </Button>
        )}
      </div>
      <Pills
        label="Kinds"
        selected={shownKind ? tab : allKinds}
        panelId="choices"
        pills={[
          { id: allKinds, title: 'All kinds', count: total },
          ...exportable.map(({ kind, count }) => ({ id: kind.name, title: capitalized(kind.pluralTitle), count })),
        ]}
        onSelect={(id) => {
          onSearch({ tab: id === allKinds ? undefined : id });
        }}
      />
      <div className={layout.column} id="choices" role="tabpanel" aria-label={shownKind?.pluralTitle ?? 'All kinds'}>
        <ListState {...{ pages, q }} />
        {totalCount !== undefined && totalCount > 0 && (
          <Table
            label="Resources to export"
            columns={columnsOf(chosen, companionIds)}
            rows={nodes}
            totalCount={totalCount}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            isTickedByRow
            ticks={{
              isTicked: (resource) => isSelected(chosen, resource),
              onTick: (resource, isTicked) => {
                onChoose(select(chosen, [resource], isTicked));
              },
              all: ticked === 0 ? 'none' : ticked === nodes.length && !hasMore ? 'all' : 'some',
              onTickAll: (isTicked) => {
                if (isTicked) selectAll();
                else onChoose(select(without(chosen, shownKind?.name), nodes, false));
              },
            }}
            groupOf={(row, previous) =>
              row.kind.name !== previous?.kind.name && !shownKind ? capitalized(row.kind.pluralTitle) : null
            }
            extraHeightOf={shownKind ? undefined : groupHeadHeight}
            hasMore={hasMore}
            onEnd={loadMore}
          />
        )}
      </div>
    </section>
  );
}

/** In a list of all kinds, each kind has a heading. */
function groupHeadHeight(row: ExportChoiceFragment, previous: ExportChoiceFragment | undefined): number {
  return row.kind.name === previous?.kind.name ? 0 : 28;
}

/** What stands where the list would be, while it has no rows. */
function ListState({ pages, q }: { pages: Pages<ExportChoiceFragment>; q: string }) {
  const { error, nodes, totalCount, refresh } = pages;
  if (error) return nodes.length === 0 ? <ErrorState error={error} onRetry={refresh} /> : null;
  if (totalCount === undefined) return <SkeletonRows />;
  if (totalCount > 0) return null;
  return (
    <EmptyState title={q === '' ? 'Nothing to export' : 'Nothing matches'}>
      <p className={text.muted}>{q === '' ? 'This branch has no such resources.' : 'Try another name.'}</p>
    </EmptyState>
  );
}

/** No longer selects a whole kind, or with no kind all of the branch. */
function without(chosen: Chosen, kind: string | undefined): Chosen {
  if (kind === undefined) return { ...chosen, isAll: false, kinds: new Set() };
  return { ...chosen, kinds: new Set([...chosen.kinds].filter((name) => name !== kind)) };
}

function columnsOf(chosen: Chosen, companionIds: ReadonlySet<string>): readonly Column<ExportChoiceFragment>[] {
  return [
    {
      id: 'name',
      title: 'Name',
      cell: ({ name, title }) => (
        <span className={layout.row}>
          <span className={`${text.name ?? ''} ${text.cut ?? ''}`} title={name}>
            {name}
          </span>
          {title != null && title !== name && <span className={`${text.muted ?? ''} ${text.cut ?? ''}`}>{title}</span>}
        </span>
      ),
    },
    {
      id: 'state',
      title: 'In the file',
      width: '124px',
      isNumber: true,
      cell: (resource) => (
        <span className={`${text.small ?? ''} ${text.muted ?? ''}`}>
          {isSelected(chosen, resource) ? 'selected' : companionIds.has(resource.id) ? 'comes along' : ''}
        </span>
      ),
    },
  ];
}

interface SelectFound {
  variables: { branchId: string; filter: ResourceFilter };
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

/** Selects what a search finds, loaded or not. */
function useSelectFound({ variables, chosen, onChoose }: SelectFound) {
  const client = useClient();
  const show = useToast();
  const [isBusy, setIsBusy] = useState(false);
  return async () => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      const found: ExportChoiceFragment[] = [];
      let after: string | null = null;
      do {
        const data: {
          resources: {
            nodes: ExportChoiceFragment[];
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          } | null;
        } = await ask(client, ExportChoicesDocument, { ...variables, first: pageSize, after });
        found.push(...(data.resources?.nodes ?? []));
        after = data.resources?.pageInfo.hasNextPage ? data.resources.pageInfo.endCursor : null;
      } while (after !== null && found.length < mostFound);
      onChoose(select(chosen, found, true));
      if (after !== null) {
        const title = `The first ${formatCount(found.length)} are selected`;
        show({ tone: 'collision', icon: 'warn', title, detail: 'Search for less, or select a whole kind.' });
      }
    } catch (error) {
      show({ tone: 'blocked', icon: 'block', title: 'Nothing was selected', detail: sentenceOf(error) });
    } finally {
      setIsBusy(false);
    }
  };
}
